/**
 * For whom: children by sex, age, ethnic group and special educational needs: how many came, and whether those who were
 * referred were accepted, those who started completed, and all waited as long.
 */
import { Loading, NotShown } from '../components/messages';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { ProgrammePlacesFragment } from '../gql/graphql';
import { useData } from '../platform/data';
import { Bars } from './charts';
import { Coarser } from './coarser';
import { Figure } from './figure';
import { told as byWords, type Count, greatest, type Row, shareOf } from './figures';
import { PlacesFigures } from './places';
import { completion } from './programme-words';

const Groups = graphql(`
  fragment OutcomeGroups on OutcomeSummary {
    release asAt
    rows {
      key { label }
      referred { value display suppressed }
      accepted { value display suppressed }
      ...ProgrammePlaces
    }
  }
`);

const ForWhom = graphql(`
  query OutcomeForWhom($filter: OutcomeFilter) {
    sex: outcomeSummary(filter: $filter, groupBy: [SEX]) { ...OutcomeGroups }
    age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) { ...OutcomeGroups }
    ethnicity: outcomeSummary(filter: $filter, groupBy: [ETHNICITY_GROUP]) { ...OutcomeGroups }
    needs: outcomeSummary(filter: $filter, groupBy: [SPECIAL_NEEDS]) { ...OutcomeGroups }
  }
`);

interface Group extends Row, ProgrammePlacesFragment {
  referred: Count;
  accepted: Count;
}

const parts = [
  { of: 'sex', by: 'SEX', words: 'by sex', first: 'Sex' },
  { of: 'age', by: 'AGE_BAND', words: 'by age on the day', first: 'Age' },
  { of: 'ethnicity', by: 'ETHNICITY_GROUP', words: 'by ethnic group', first: 'Ethnic group' },
  {
    of: 'needs',
    by: 'SPECIAL_NEEDS',
    words: 'by special educational needs',
    first: 'Special educational needs',
  },
] as const;

const told = ['referred', 'accepted', 'started', 'completed'] as const;
/** Of the children of a group who were referred, the share that was accepted. */
const acceptance = (row: Group) => shareOf(row.accepted, [row.referred]);

const columns = [
  { head: 'Referred', of: (row: Group) => row.referred.display },
  { head: 'Accepted', of: (row: Group) => row.accepted.display },
  { head: 'Accepted, of those referred', of: (row: Group) => acceptance(row).display },
  { head: 'Started', of: (row: Group) => row.started.display },
  { head: 'Completed', of: (row: Group) => row.completed.display },
  { head: 'Completed, of those who completed or left early', of: (row: Group) => completion(row).display },
  { head: 'Sessions attended', of: (row: Group) => row.attendanceRate.display },
  { head: 'Wait at the median', of: (row: Group) => row.medianWaitWorkingDays.display },
];

export function Equality({ filter }: { filter: { areaId?: string; period?: { year: number } } }) {
  const { data, failure, reload } = useData(ForWhom, { filter }, { former: 'dropped' });
  if (failure && !data) return <NotShown message={failure.message} retry={reload} />;
  if (!data) return <Loading what="for whom" />;
  return (
    <>
      {parts.map((part) => {
        const found = data[part.of];
        return found && <Part key={part.of} found={found} part={part} filter={filter} />;
      })}
    </>
  );
}

interface PartProps {
  found: FragmentType<typeof Groups>;
  part: (typeof parts)[number];
  filter: { areaId?: string; period?: { year: number } };
}

function Part({ found, part, filter }: PartProps) {
  const { by, words, first } = part;
  const { rows: groups, release, asAt } = unmask(Groups, found);
  const rows: Group[] = groups.map((row) => ({ ...row, ...unmask(PlacesFigures, row) }));
  return (
    <>
      <Figure
        finding={byWords(
          words,
          greatest(rows, (row) => row.started, 'started'),
        )}
        says={`Children who came to a first session, ${words}; and of those referred, how many were accepted.`}
        rows={rows}
        first={first}
        columns={columns}
        release={{ release, asAt }}
      >
        <h3 className="govuk-heading-s">Children who started</h3>
        <Bars rows={rows} of={(row) => row.started} says={`Children who started, ${words}`} />
        <h3 className="govuk-heading-s">Accepted, of those referred</h3>
        <Bars
          rows={rows}
          of={acceptance}
          whole={100}
          says={`Of the children referred, how many were accepted, ${words}`}
        />
      </Figure>
      <Coarser by={by} filter={filter} rows={rows} told={told} />
    </>
  );
}
