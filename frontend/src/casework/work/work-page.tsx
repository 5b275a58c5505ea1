/** A caseworker's list: mine, due, overdue, changed since I looked, not seen for long. */

import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { SubNavigation, SubNavigationItem } from '../../components/sub-navigation';
import { unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { CaseRowFragment, CaseStatus } from '../../gql/graphql';
import { workViews } from '../../platform/choices';
import { now } from '../../platform/clock';
import { useData } from '../../platform/data';
import { daysBetween, isoDay, moment } from '../../platform/dates';
import { LiveBar } from '../live-bar';
import { CaseRow, CaseTable, isDue, isOverdue } from './case-table';
import { useLastLooked, useMarkLooked } from './looked';

const Work = graphql(`
  query Work($statuses: [CaseStatus!], $since: DateTime) {
    cases(filter: { mine: true, statuses: $statuses }, orderBy: NEXT_DUE, first: 100) {
      totalCount
      nodes { id ...CaseRow }
    }
    covering: cases(filter: { covering: true, statuses: $statuses }, orderBy: NEXT_DUE, first: 100) {
      nodes { id ...CaseRow }
    }
    changed: cases(filter: { mine: true, statuses: $statuses, changedSince: $since }, first: 100) { nodes { id } }
    overdueTasks: tasks(filter: { mine: true, done: false, overdue: true }, first: 1) { totalCount }
  }
`);

type View = (typeof workViews)[number];
const names: Record<View, string> = {
  mine: 'Mine',
  overdue: 'Overdue',
  due: 'Due in 7 days',
  changed: 'Changed',
  unseen: 'Not seen for 14 days',
  covering: 'Covering',
};

export const openStatuses: CaseStatus[] = [
  'AWAITING_CONSENT',
  'OPEN',
  'ALLOCATED',
  'ASSESSMENT',
  'PLAN_AGREED',
  'ACTIVE',
  'ON_HOLD',
  'CLOSING',
];

function unseen(row: CaseRowFragment, today: string): boolean {
  return row.lastSeenOn == null || daysBetween(row.lastSeenOn, today) >= 14;
}

export function WorkPage() {
  const { view = 'mine' } = useSearch({ strict: false }) as { view?: View };
  const list = useRef<HTMLTableElement>(null);
  const looked = useLastLooked();
  const { since } = looked;
  const work = useData(Work, { statuses: openStatuses, since }, { pause: since === undefined });
  const { data, reload } = work;
  useMarkLooked(data);
  const today = isoDay(now());
  const mine = (data?.cases?.nodes ?? []).map((row) => unmask(CaseRow, row));
  const covering = (data?.covering?.nodes ?? []).map((row) => unmask(CaseRow, row));
  const changed = new Set((data?.changed?.nodes ?? []).map((row) => row.id));
  const rows: Record<View, CaseRowFragment[]> = {
    mine,
    overdue: mine.filter((row) => isOverdue(row, today)),
    due: mine.filter((row) => isDue(row, today)),
    changed: mine.filter((row) => changed.has(row.id)),
    unseen: mine.filter((row) => unseen(row, today)),
    covering,
  };
  const shown = rows[view];
  const overdueTasks = data?.overdueTasks?.totalCount ?? 0;
  const total = view === 'mine' ? (data?.cases?.totalCount ?? 0) : shown.length;
  return (
    <Page title="My work">
      <LiveBar reload={reload} nouns={['case']} list={list} />
      <SubNavigation label="Which cases">
        {workViews
          .filter((name) => name !== 'covering' || covering.length > 0)
          .map((name) => (
            <SubNavigationItem key={name}>
              <Link
                className="moj-sub-navigation__link"
                to="/"
                search={{ view: name }}
                aria-current={view === name ? 'page' : undefined}
              >
                {names[name]}
                {data && ` (${name === 'mine' ? (data.cases?.totalCount ?? 0) : rows[name].length})`}
              </Link>
            </SubNavigationItem>
          ))}
      </SubNavigation>
      {overdueTasks > 0 && (
        <p className="govuk-body">
          <Link className="govuk-link" to="/tasks" search={{ view: 'overdue' }}>
            {overdueTasks} overdue {overdueTasks === 1 ? 'task' : 'tasks'}
          </Link>
        </p>
      )}
      {view === 'changed' && since && <p className="govuk-hint">Changed since {moment(since)}.</p>}
      {!data && !looked.failure && !work.failure && <Loading what="your cases" />}
      {looked.failure && <NotShown message={looked.failure.message} retry={looked.retry} />}
      {work.failure && <NotShown message={work.failure.message} retry={reload} />}
      {data && shown.length === 0 && <p className="govuk-body">No cases here.</p>}
      {shown.length > 0 && (
        <CaseTable
          ref={list}
          rows={shown}
          changed={changed}
          withWorker={view === 'covering'}
          caption={`${total} ${total === 1 ? 'case' : 'cases'}${total > shown.length ? `, the ${shown.length} due first are shown` : ''}`}
        />
      )}
    </Page>
  );
}
