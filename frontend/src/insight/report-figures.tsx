/** The figures of a report: a finding, a picture and its numbers, with where they come from. Nothing is folded away. */
import { type ReactNode, useId } from 'react';
import { informantWords, instrumentWords } from '../casework/case/measure-words';
import { Table } from '../components/table';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { OutcomeDimension, ReportRowFragment, ReportSummaryFragment } from '../gql/graphql';
import { moment } from '../platform/dates';
import { changeColumns, changesOf, dotsOf, findingOf, ownDifficulties } from './change-table';
import { Bars, Dots, Trend } from './charts';
import { contactColumns, contactsFinding, contactsOf, contactsSay } from './contact-table';
import { type Change, greatest, labelOf, type Row, shownFirst } from './figures';

const Summary = graphql(`
  fragment ReportSummary on OutcomeSummary {
    release asAt
    rows { key { label } ...ReportRow }
    total { key { label } ...ReportRow }
    ...SummaryContacts
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
    changes { ...OutcomeChange }
  }
`);

type Line = Row & Omit<ReportRowFragment, 'changes'> & { changes: readonly Change[] };
function lineOf(row: ReportSummaryFragment['rows'][number]): Line {
  const told = unmask(ReportRow, row);
  return { ...told, key: row.key, changes: changesOf(told.changes) };
}

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
  const contacts = contactsOf(found);
  const from = `Source: Ridgeway, release ${found.release} as at ${moment(found.asAt)}. ${period}.`;
  const source = `${from} Children: ${total.referred.display} referred, ${total.started.display} started. Rounded; they do not add up.`;
  const changes = [total, ...ordered].flatMap((row) =>
    row.changes
      .filter(
        (change) => row === total || (change === ownDifficulties(row.changes) && change.pairs.value != null),
      )
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
          columns={changeColumns}
          source={source}
        >
          <Dots dots={dotsOf(changes)} says="Effect sizes with their 95 % intervals" />
        </Part>
      )}
      {contacts.length > 0 && (
        <Part
          finding={contactsFinding(contacts)}
          says={`${contactsSay} ${period}.`}
          first="Programme"
          rows={contacts}
          columns={contactColumns}
          source={from}
        />
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
