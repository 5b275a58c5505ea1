/** A dense list as a table; at phone width each row becomes a block with its headings inside. */
import type { ReactNode, Ref } from 'react';

interface Column<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** The row's heading, for those who hear it. */
  heads?: boolean;
}

interface Props<Row> {
  caption: ReactNode;
  hideCaption?: boolean;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Rows that want the eye: a bar at the left, besides words in the row. */
  marked?: (row: Row) => boolean;
  ref?: Ref<HTMLTableElement>;
}

export function Table<Row>({ caption, hideCaption, columns, rows, keyOf, marked, ref }: Props<Row>) {
  return (
    <table className="govuk-table app-table" ref={ref}>
      <caption
        className={hideCaption ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column) => (
            <th key={column.head} scope="col" className="govuk-table__header">
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className={`govuk-table__row${marked?.(row) ? ' app-table__row--marked' : ''}`}
          >
            {columns.map((column) =>
              column.heads ? (
                <th key={column.head} scope="row" className="govuk-table__header app-table__cell">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.head} className="govuk-table__cell app-table__cell" data-label={column.head}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A second fact under the first, smaller. */
export function Second({ children }: { children: ReactNode }) {
  return <span className="app-second">{children}</span>;
}
