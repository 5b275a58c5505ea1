/** Under a table of which too much is kept back: the smallest coarser one that tells more, at the press of a button. */
import { useState } from 'react';
import { Button } from '../components/button';
import { graphql } from '../gql/gql';
import type { OutcomeDimension, OutcomeFilter } from '../gql/graphql';
import { useData } from '../platform/data';
import { changeColumns, changesOf, dotsOf, type Measured, measuredOf, partsOf } from './change-table';
import { Bars, Dots } from './charts';
import { Figure } from './figure';
import { told as byWords, type Count, greatest, type Row } from './figures';
import { coarserThan, type Table, type Told, tooThin, wordsOf } from './thin';

const CoarserTable = graphql(`
  query OutcomeCoarser($filter: OutcomeFilter, $by: [OutcomeDimension!]!) {
    outcomeSummary(filter: $filter, groupBy: $by) {
      release asAt
      rows {
        key { label }
        referred { value display suppressed }
        accepted { value display suppressed }
        enrolled { value display suppressed }
        started { value display suppressed }
        completed { value display suppressed }
        endedEarly { value display suppressed }
        changes { ...OutcomeChange }
      }
    }
  }
`);

const heads: Record<Told, string> = {
  referred: 'Referred',
  accepted: 'Accepted',
  enrolled: 'Placed',
  started: 'Started',
  completed: 'Completed',
  endedEarly: 'Left early',
};

interface Finer {
  /** By what the finer table is broken down, and of whom it is. */
  by: OutcomeDimension;
  filter: OutcomeFilter;
}

interface Props<K extends Told> extends Finer {
  rows: readonly (Row & Record<K, Count>)[];
  told: readonly K[];
}

/** For a table of children. */
export function Coarser<K extends Told>({ by, filter, rows, told }: Props<K>) {
  if (!tooThin(rows, told)) return null;
  return <Next tables={coarserThan(by, filter)} finer={by} filter={filter} told={told} />;
}

/** For a table of what changed. */
export function CoarserChanges({ by, filter, rows }: Finer & { rows: readonly Measured[] }) {
  if (!tooThin(rows.map(partsOf), changeParts)) return null;
  return <Next tables={coarserThan(by, filter)} finer={by} filter={filter} told="changes" />;
}

type Cells = Row & Record<Told, Count>;

interface NextProps {
  tables: Table[];
  finer: OutcomeDimension;
  filter: OutcomeFilter;
  told: readonly Told[] | 'changes';
}

const changeParts = ['pairs', 'missingAtEnd', 'improved', 'noReliableChange', 'deteriorated'] as const;

/** The first of these that tells enough. */
function Next({ tables, finer, filter, told }: NextProps) {
  const [table, ...coarser] = tables;
  const { data } = useData(
    CoarserTable,
    { filter: table?.filter ?? {}, by: table?.by ?? [] },
    { pause: !table, former: 'dropped' },
  );
  const [open, setOpen] = useState(false);
  const found = data?.outcomeSummary;
  if (!table)
    return (
      <p className="govuk-body">
        Over a third of these numbers are kept back, and no coarser table tells more.
      </p>
    );
  if (!found) return null;
  const rows: Cells[] = found.rows
    .filter((row) => row.enrolled.display !== 'not run here')
    .map((row) => (table.by.length > 0 ? row : { ...row, key: everyone }));
  const measured = found.rows
    .filter((row) => row.enrolled.display !== 'not run here')
    .flatMap((row) => measuredOf(table.by.length > 0 ? row.key : everyone, changesOf(row.changes)));
  const thin = told === 'changes' ? tooThin(measured.map(partsOf), changeParts) : tooThin(rows, told);
  if (thin) return <Next tables={coarser} finer={finer} filter={filter} told={told} />;
  const words = wordsOf(table, filter);
  const of = wordsOf({ by: [finer], filter }, filter);
  const most = table.by.length > 0 ? greatest(rows, (row) => row.started, 'started') : everybody(rows);
  return (
    <div className="app-coarser">
      <p className="govuk-body app-no-print">
        Over a third of the numbers above are kept back, because too few children stand behind them.
      </p>
      <div className="app-no-print">
        <Button
          look="secondary"
          onClick={() => setOpen(!open)}
          expanded={open}
          hiddenText={open ? `instead of ${of}` : `of ${of}`}
        >
          {open ? `Hide ${words}` : `Show ${words} instead`}
        </Button>
      </div>
      {open && told === 'changes' && (
        <Figure
          finding={byWords(
            `${words} instead of ${of}`,
            `what changed can be told for ${dotsOf(measured).length} of ${measured.length}`,
          )}
          says={`The same as above, as ${words}: a coarser table, of which less is kept back.`}
          rows={measured}
          first="Of whom"
          columns={changeColumns}
          release={found}
        >
          <Dots dots={dotsOf(measured)} says={`Effect sizes with their 95 % intervals, as ${words}`} />
        </Figure>
      )}
      {open && told !== 'changes' && (
        <Figure
          finding={byWords(`${words} instead of ${of}`, most)}
          says={`The same as above, as ${words}: a coarser table, of which less is kept back.`}
          rows={rows}
          first="Of whom"
          columns={told.map((one) => ({ head: heads[one], of: (row: Cells) => row[one].display }))}
          release={found}
        >
          <Bars rows={rows} of={(row) => row.started} says={`Children who started, as ${words}`} />
        </Figure>
      )}
    </div>
  );
}

const everyone = [{ label: 'Everybody' }];

const everybody = (rows: ReadonlyArray<{ started: Count }>) =>
  `About ${rows[0]?.started.display ?? '0 to 4'} children started in all`;
