/** Whom a programme reached: quarter by quarter, by council, age and sex. No finer table of one programme is published. */
import { Loading, NotShown } from '../components/messages';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { Bars, Trend } from './charts';
import { Coarser } from './coarser';
import { Figure } from './figure';
import { told as byWords, type Count, greatest, labelOf, type Row } from './figures';

const Rows = graphql(`
  fragment ReachRows on OutcomeSummary {
    rows {
      key { label }
      enrolled { value display suppressed }
      started { value display suppressed }
      completed { value display suppressed }
    }
  }
`);

const WhoCame = graphql(`
  query OutcomeReach($filter: OutcomeFilter, $ever: OutcomeFilter) {
    quarters: outcomeSummary(filter: $ever, groupBy: [QUARTER]) { ...ReachRows }
    council: outcomeSummary(filter: $filter, groupBy: [LOCAL_AUTHORITY]) { ...ReachRows }
    age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) { ...ReachRows }
    sex: outcomeSummary(filter: $filter, groupBy: [SEX]) { ...ReachRows }
  }
`);

type Reached = Row & { enrolled: Count; started: Count; completed: Count };

const columns = [
  { head: 'Placed', of: (row: Reached) => row.enrolled.display },
  { head: 'Started', of: (row: Reached) => row.started.display },
  { head: 'Completed', of: (row: Reached) => row.completed.display },
];
const told = ['enrolled', 'started', 'completed'] as const;

const parts = [
  { of: 'council', by: 'LOCAL_AUTHORITY', words: 'by council', first: 'Council' },
  { of: 'age', by: 'AGE_BAND', words: 'by age on the day', first: 'Age' },
  { of: 'sex', by: 'SEX', words: 'by sex', first: 'Sex' },
] as const;

interface Props {
  finding: string;
  /** Of the time chosen. */
  total: { enrolled: Count; started: Count };
  filter: { programmeId: string; period?: { year: number } };
  when: string;
  release: { release: number; asAt: string };
}

export function Reach({ finding, total, filter, when, release }: Props) {
  const ever = { programmeId: filter.programmeId };
  const { data, failure, reload } = useData(WhoCame, { filter, ever }, { former: 'dropped' });
  if (failure && !data) return <NotShown message={failure.message} retry={reload} />;
  if (!data) return <Loading what="whom it reached" />;
  const rowsOf = (found: FragmentType<typeof Rows> | null | undefined): readonly Reached[] =>
    (unmask(Rows, found)?.rows ?? []).filter((row) => row.started.display !== 'not run here');
  const quarters = rowsOf(data.quarters);
  return (
    <>
      <Figure
        finding={finding}
        says={`${when}: had a place ${total.enrolled.display}, came to a first session ${total.started.display}. The line shows who came to a first session quarter by quarter; the last quarter is not over.`}
        rows={quarters}
        first="Quarter"
        columns={columns}
        release={release}
      >
        <Trend
          points={quarters.map((row) => ({ label: labelOf(row), count: row.started }))}
          says="Children who started, by quarter"
        />
      </Figure>
      <Coarser by="QUARTER" filter={ever} rows={quarters} told={told} />
      {parts.map(({ of, by, words, first }) => {
        const rows = rowsOf(data[of]);
        return (
          <div key={of}>
            <Figure
              finding={byWords(
                words,
                greatest(rows, (row) => row.started, 'started'),
              )}
              says={`Children who came to a first session, ${words}. ${when}.`}
              rows={rows}
              first={first}
              columns={columns}
              release={release}
            >
              <Bars rows={rows} of={(row) => row.started} says={`Children who started, ${words}`} />
            </Figure>
            <Coarser by={by} filter={filter} rows={rows} told={told} />
          </div>
        );
      })}
      <p className="govuk-body">
        By ethnic group and special educational needs nothing is published of a single programme: too few
        children stand behind each number.
      </p>
    </>
  );
}
