/** One figure: its finding as the heading, the picture, the numbers as a table, where they come from, and a download. */
import { type ReactNode, useId } from 'react';
import { Details } from '../components/details';
import { Table } from '../components/table';
import { moment } from '../platform/dates';
import { csvLine, labelOf, type Row } from './figures';

interface Release {
  release: number;
  asAt: string;
}

interface Props<T extends Row> {
  finding: string;
  /** What is counted, and in which time. */
  says: string;
  rows: readonly T[];
  /** The heading of the first column. */
  first: string;
  columns: ReadonlyArray<{ head: string; of: (row: T) => string }>;
  /** What stands for a row's label in the table: a link. */
  label?: (row: T) => ReactNode;
  release: Release;
  children: ReactNode;
}

export function Figure<T extends Row>(props: Props<T>) {
  const { finding, says, rows, first, columns, release, children, label = labelOf } = props;
  const id = useId();
  const source = `Source: Ridgeway, release ${release.release} as at ${moment(release.asAt)}. Numbers of children are rounded and do not add up.`;
  const file = () => {
    const lines = [
      csvLine([finding]),
      csvLine([says]),
      csvLine([first, ...columns.map((column) => column.head)]),
      ...rows.map((row) => csvLine([labelOf(row), ...columns.map((column) => column.of(row))])),
      csvLine([source]),
    ];
    return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${lines.join('\r\n')}\r\n`)}`;
  };
  return (
    <section className="app-figure" aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {finding}
      </h2>
      <p className="govuk-body">{says}</p>
      {children}
      <Details summary="The same in numbers">
        <Table
          caption={finding}
          hideCaption
          rows={rows}
          keyOf={(row) => labelOf(row)}
          columns={[
            { head: first, heads: true, cell: (row) => label(row) },
            ...columns.map((column) => ({ head: column.head, cell: (row: T) => column.of(row) })),
          ]}
        />
      </Details>
      <p className="govuk-body-s app-figure__source">
        {source}{' '}
        <a
          className="govuk-link app-no-print"
          href={file()}
          download={`ridgeway-release-${release.release}.csv`}
        >
          Download these numbers<span className="govuk-visually-hidden">: {finding}</span>
        </a>
      </p>
    </section>
  );
}
