/** For whom: children who started by sex, age, ethnic group and special educational needs. */
import { Loading, NotShown } from '../components/messages';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { Bars } from './charts';
import { Coarser } from './coarser';
import { Figure } from './figure';
import { told as byWords, type Count, greatest, type Row } from './figures';

const Groups = graphql(`
  fragment OutcomeGroups on OutcomeSummary {
    release asAt
    rows {
      key { label }
      referred { value display suppressed }
      accepted { value display suppressed }
      started { value display suppressed }
      completed { value display suppressed }
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

interface Group extends Row {
  referred: Count;
  accepted: Count;
  started: Count;
  completed: Count;
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
const columns = [
  { head: 'Referred', of: (row: Group) => row.referred.display },
  { head: 'Accepted', of: (row: Group) => row.accepted.display },
  { head: 'Started', of: (row: Group) => row.started.display },
  { head: 'Completed', of: (row: Group) => row.completed.display },
];

export function Equality({ filter }: { filter: { areaId?: string; period?: { year: number } } }) {
  const { data, failure, reload } = useData(ForWhom, { filter });
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
  const { rows, release, asAt } = unmask(Groups, found);
  return (
    <>
      <Figure
        finding={byWords(
          words,
          greatest(rows, (row) => row.started, 'started'),
        )}
        says={`Children who came to a first session, ${words}.`}
        rows={rows}
        first={first}
        columns={columns}
        release={{ release, asAt }}
      >
        <Bars rows={rows} of={(row) => row.started} says={`Children who started, ${words}`} />
      </Figure>
      <Coarser by={by} filter={filter} rows={rows} told={told} />
    </>
  );
}
