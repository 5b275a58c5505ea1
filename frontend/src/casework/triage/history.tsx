/** What was done with a record: every transition, newest first. */
import type { ReactNode } from 'react';
import { day, moment } from '../../platform/dates';
import { plainState } from '../words';

interface Entry {
  from?: string | null;
  to: string;
  at: string;
  by?: { name: string } | null;
  reason?: string | null;
}

export function History({ entries, title }: { entries: readonly Entry[]; title?: ReactNode }) {
  const newest = [...entries].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <div className="moj-timeline">
      {title}
      {newest.map((entry) => (
        <div className="moj-timeline__item" key={`${entry.at} ${entry.to} ${entry.reason ?? ''}`}>
          <div className="moj-timeline__header">
            <h3 className="moj-timeline__title">{plainState(entry.to)}</h3>{' '}
            {entry.by && <p className="moj-timeline__byline">by {entry.by.name}</p>}
          </div>
          <p className="moj-timeline__date">
            <time dateTime={entry.at} title={day(entry.at)}>
              {moment(entry.at)}
            </time>
          </p>
          {entry.reason && <div className="moj-timeline__description">{entry.reason}</div>}
        </div>
      ))}
    </div>
  );
}
