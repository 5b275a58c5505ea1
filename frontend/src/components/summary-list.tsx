/** GOV.UK summary list. Rows without a value are left out unless they say what stands for it. */
import { Fragment, type ReactNode } from 'react';

export interface SummaryRow {
  key: string;
  value: ReactNode;
  action?: ReactNode;
}

export function SummaryList({ rows, plain }: { rows: ReadonlyArray<SummaryRow | null>; plain?: boolean }) {
  const shown = rows.filter(
    (row): row is SummaryRow => row !== null && row.value !== null && row.value !== '',
  );
  const anyAction = shown.some((row) => row.action);
  if (shown.length === 0) return null;
  return (
    <dl
      className={`govuk-summary-list${plain ? ' govuk-summary-list--no-border app-summary-list--tight' : ''}`}
    >
      {shown.map((row) => (
        <div
          key={row.key}
          className={`govuk-summary-list__row${anyAction && !row.action ? ' govuk-summary-list__row--no-actions' : ''}`}
        >
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.action && <dd className="govuk-summary-list__actions">{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Text as it was typed, line by line. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other name
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  );
}
