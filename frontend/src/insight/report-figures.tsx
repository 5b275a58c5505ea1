/** The figures of a report: a finding, a picture and its numbers, with where they come from. Nothing is folded away. */
import { type ReactNode, useId } from 'react';
import { informantWords, instrumentWords } from '../casework/case/measure-words';
import { Table } from '../components/table';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { OutcomeDimension, ReportRowFragment, ReportSummaryFragment } from '../gql/graphql';
import { moment } from '../platform/dates';
import { dotsOf, findingOf } from './change-table';
import { Bars, Dots, Trend } from './charts';
import { greatest, labelOf, type Row, shownFirst } from './figures';

const Summary = graphql(`
  fragment ReportSummary on OutcomeSummary {
    release asAt
    rows { key { label } ...ReportRow }
    total { key { label } ...ReportRow }
  }
`);

const ReportRow = graphql(`
  fragment ReportRow on OutcomeRow {
    referred { value display suppressed }
    accepted { value display suppressed }
    enrolled { value display suppressed }
    started { value display suppressed }
    completed { value display suppressed }
    endedEarly { value display suppressed }
    triagedInTime { value display suppressed }
    contactedInTime { value display suppressed }
    plannedInTime { value display suppressed }
    attendanceRate { value display suppressed }
    medianWaitWorkingDays { value display suppressed }
    changes {
      instrument informant
      pairs { value display suppressed }
      missingAtEnd { value display suppressed }
      meanBefore { value display suppressed }
      meanAfter { value display suppressed }
      effectSize { value display suppressed }
      effectSizeLow { value display suppressed }
      effectSizeHigh { value display suppressed }
      improved { value display suppressed }
      noReliableChange { value display suppressed }
      deteriorated { value display suppressed }
    }
  }
`);

type Line = Row & ReportRowFragment;
const lineOf = (row: ReportSummaryFragment['rows'][number]): Line => ({
  ...unmask(ReportRow, row),
  key: row.key,
});
type Change = Line['changes'][number];

const counts = [
  { head: 'Referred', of: (row: Line) => row.referred.display },
  { head: 'Accepted', of: (row: Line) => row.accepted.display },
  { head: 'Enrolled', of: (row: Line) => row.enrolled.display },
  { head: 'Started', of: (row: Line) => row.started.display },
  { head: 'Completed', of: (row: Line) => row.completed.display },
  { head: 'Left early', of: (row: Line) => row.endedEarly.display },
];

const rates = [
  { head: 'Decided in time', of: (row: Line) => row.triagedInTime.display },
  { head: 'Contacted in time', of: (row: Line) => row.contactedInTime.display },
  { head: 'Plan in time', of: (row: Line) => row.plannedInTime.display },
  { head: 'Sessions attended', of: (row: Line) => row.attendanceRate.display },
  { head: 'Median wait', of: (row: Line) => row.medianWaitWorkingDays.display },
];

const changed = [
  { head: 'Before and after', of: (row: { change: Change }) => row.change.pairs.display },
  { head: 'Mean before', of: (row: { change: Change }) => row.change.meanBefore.display },
  { head: 'Mean after', of: (row: { change: Change }) => row.change.meanAfter.display },
  { head: 'Effect size (g)', of: (row: { change: Change }) => row.change.effectSize.display },
  {
    head: '95 % interval',
    of: ({ change }: { change: Change }) =>
      change.effectSizeLow.value == null
        ? change.effectSizeLow.display
        : `${change.effectSizeLow.display} to ${change.effectSizeHigh.display}`,
  },
  { head: 'Reliably better', of: (row: { change: Change }) => row.change.improved.display },
  { head: 'No reliable change', of: (row: { change: Change }) => row.change.noReliableChange.display },
  { head: 'Reliably worse', of: (row: { change: Change }) => row.change.deteriorated.display },
];

/** Difficulties as the child reports them. */
const isOwn = (change: Change) => change.instrument === 'SDQ' && change.informant === 'SELF';

interface Props {
  summary: FragmentType<typeof Summary>;
  groups: readonly OutcomeDimension[];
  period: string;
}

export function ReportFigures({ summary, groups, period }: Props) {
  const found = unmask(Summary, summary);
  const total: Line = { ...lineOf(found.total), key: [{ label: 'All together' }] };
  const rows = found.rows
    .map(lineOf)
    .filter((row) => row.started.display !== 'not run here' && groups.length > 0);
  const overTime = groups.includes('QUARTER') || groups.includes('YEAR');
  const ordered = overTime ? rows : shownFirst(rows, (row) => row.started);
  const source = `Source: Ridgeway, release ${found.release} as at ${moment(found.asAt)}. ${period}. Children: ${total.referred.display} referred, ${total.started.display} started. Rounded; they do not add up.`;
  const changes = [total, ...ordered].flatMap((row) =>
    row.changes
      .filter((change) => row === total || (isOwn(change) && change.pairs.value != null))
      .map((change) => ({
        change,
        key: [
          {
            label: `${labelOf(row)}: ${instrumentWords[change.instrument]}, ${informantWords[change.informant].toLowerCase()}`,
          },
        ],
      })),
  );
  const started = `${total.started.display} children started, and ${total.completed.display} of those who started completed`;
  return (
    <>
      <Part
        finding={rows.length > 0 && !overTime ? greatest(rows, (row) => row.started, 'started') : started}
        says={`How many children. ${period}.`}
        first="Children"
        rows={[...ordered, total]}
        columns={counts}
        source={source}
      >
        {overTime ? (
          <Trend
            points={rows.map((row) => ({ label: labelOf(row), count: row.started }))}
            says="Children who started, over time"
          />
        ) : (
          <Bars rows={ordered} of={(row) => row.started} says="Children who started" />
        )}
      </Part>
      <Part
        finding={`From acceptance to the first session it took ${total.medianWaitWorkingDays.display} at the median`}
        says="How soon, and how much of what was planned took place."
        first="Children"
        rows={[...ordered, total]}
        columns={rates}
        source={source}
      />
      {changes.length > 0 && (
        <Part
          finding={findingOf(changes)}
          says="The same child, informant and version before and after; of each group difficulties as children report them, where enough were measured. This says what changed and not why: children are usually measured first when things are at their worst."
          first="Of whom, and by what"
          rows={changes}
          columns={changed}
          source={source}
        >
          <Dots dots={dotsOf(changes)} says="Effect sizes with their 95 % intervals" />
        </Part>
      )}
    </>
  );
}

interface PartProps<T extends Row> {
  finding: string;
  says: string;
  first: string;
  rows: readonly T[];
  columns: ReadonlyArray<{ head: string; of: (row: T) => string }>;
  source: string;
  children?: ReactNode;
}

function Part<T extends Row>({ finding, says, first, rows, columns, source, children }: PartProps<T>) {
  const id = useId();
  return (
    <section className="app-report__part" aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {finding}
      </h2>
      <p className="govuk-body">{says}</p>
      {children}
      <Table
        caption={finding}
        hideCaption
        rows={rows}
        keyOf={labelOf}
        columns={[
          { head: first, heads: true, cell: labelOf },
          ...columns.map((column) => ({ head: column.head, cell: (row: T) => column.of(row) })),
        ]}
      />
      <p className="govuk-body-s app-figure__source">{source}</p>
    </section>
  );
}
