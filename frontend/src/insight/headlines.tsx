/**
 * What became of children in all, this financial year, in the last 12 months and last year; then how many came as far as each
 * step, and what was done in time.
 */
import { Table } from '../components/table';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { Bars } from './charts';
import { Figure } from './figure';
import { type Count, labelOf, type Row } from './figures';
import { PlacesFigures } from './places';

const Counts = graphql(`
  fragment OutcomeCounts on OutcomeRow {
    referred { value display suppressed }
    accepted { value display suppressed }
    reReferred { value display suppressed }
    triagedInTime { value display suppressed }
    contactedInTime { value display suppressed }
    plannedInTime { value display suppressed }
    ...ProgrammePlaces
  }
`);

const Years = graphql(`
  query OutcomeYears($year: OutcomeFilter, $before: OutcomeFilter) {
    year: outcomeSummary(filter: $year, groupBy: []) { total { ...OutcomeCounts } }
    before: outcomeSummary(filter: $before, groupBy: []) { total { ...OutcomeCounts } }
  }
`);

const words = {
  referred: 'Referred: a referral was decided',
  accepted: 'Accepted, or added to an open case',
  enrolled: 'Had a place in a programme',
  started: 'Came to a first session',
  completed: 'Completed, of those who started',
  endedEarly: 'Left early, of those who started',
  endedEarlyByChild: 'Left early: stopped coming',
  endedEarlyByUs: 'Left early: the place was ended by us',
  reReferred: 'Came again within 12 months',
  triagedInTime: 'Referrals decided in time',
  contactedInTime: 'Somebody tried to reach the family within 5 working days',
  plannedInTime: 'A plan agreed within 20 working days of allocation',
  attendanceRate: 'Sessions attended, of those expected',
  medianWaitWorkingDays: 'From acceptance to the first session, at the median',
};
type Of = keyof typeof words;
const all = Object.keys(words) as Of[];
const steps: readonly Of[] = ['referred', 'accepted', 'enrolled', 'started', 'completed'];
const inTime: readonly Of[] = ['triagedInTime', 'contactedInTime', 'plannedInTime'];

/** A figure at each of the times. */
interface Line extends Row {
  told: readonly Count[];
}

/** All that is told of a time. */
function told(total: FragmentType<typeof Counts> | null | undefined) {
  const counts = unmask(Counts, total);
  return counts ? { ...counts, ...unmask(PlacesFigures, counts) } : undefined;
}

type Total = NonNullable<ReturnType<typeof told>>;

function stepsFinding({ referred, accepted, started }: Total): string {
  if (referred.value == null) return 'Too few children were referred to say what became of them';
  return `About ${referred.display} children were referred, ${accepted.display} accepted, and ${started.display} came to a first session`;
}

function inTimeFinding({ triagedInTime }: Total): string {
  return triagedInTime.value == null
    ? 'Too few referrals to say how many were decided in time'
    : `${triagedInTime.display} of referrals were decided in time`;
}

interface Props {
  area: { areaId?: string };
  /** The financial year that runs. */
  year: number;
  time?: 'year' | undefined;
  months: FragmentType<typeof Counts>;
  release: { release: number; asAt: string };
}

export function Headlines({ area, year, time, months, release }: Props) {
  const years = useData(
    Years,
    { year: { ...area, period: { year } }, before: { ...area, period: { year: year - 1 } } },
    { former: 'dropped' },
  ).data;
  const totals = [years?.year?.total, months, years?.before?.total].map(told);
  const heads = [`April ${year} to now`, 'Last 12 months', `April ${year - 1} to March ${year}`];
  const nothing: Count = { value: null, display: '', suppressed: false };
  const line = (of: Of): Line => ({
    key: [{ label: words[of] }],
    told: totals.map((total) => total?.[of] ?? nothing),
  });
  const columns = heads.map((head, nth) => ({ head, of: (row: Line) => (row.told[nth] ?? nothing).display }));
  const chosen = time === 'year' ? 0 : 1;
  const total = totals[chosen];
  const when = heads[chosen];
  const picture = (of: readonly Of[], says: string, whole?: number) => (
    <Bars rows={of.map(line)} of={(row) => row.told[chosen] ?? nothing} says={says} whole={whole} />
  );
  return (
    <>
      <Table
        caption="How many children, and how soon"
        rows={all.map(line)}
        keyOf={labelOf}
        columns={[
          { head: 'Children', heads: true, cell: labelOf },
          ...columns.map(({ head, of }) => ({ head, cell: of })),
        ]}
      />
      {total && (
        <>
          <Figure
            finding={stepsFinding(total)}
            says={`${when}. Each step is counted in the time in which it was taken: who was referred in March may start in May.`}
            rows={steps.map(line)}
            first="Step"
            columns={columns}
            release={release}
          >
            {picture(steps, 'Children who came as far as each step')}
          </Figure>
          <Figure
            finding={inTimeFinding(total)}
            says={`${when}. Days on which information was waited for do not count.`}
            rows={inTime.map(line)}
            first="What was done in time"
            columns={columns}
            release={release}
          >
            {picture(inTime, 'What was done in time, of all', 100)}
          </Figure>
        </>
      )}
    </>
  );
}
