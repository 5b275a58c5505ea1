/** For whom: children who started by sex, age, ethnic group and special educational needs. */
import { Loading, NotShown } from '../components/messages';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { Bars } from './charts';
import { Figure } from './figure';
import { type Count, greatest, type Row } from './figures';

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
  { of: 'sex', words: 'by sex', first: 'Sex' },
  { of: 'age', words: 'by age on the day', first: 'Age' },
  { of: 'ethnicity', words: 'by ethnic group', first: 'Ethnic group' },
  { of: 'needs', words: 'by special educational needs', first: 'Special educational needs' },
] as const;

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
      {parts.map(({ of, words, first }) => {
        const found = data[of];
        return found && <Part key={of} found={found} words={words} first={first} />;
      })}
    </>
  );
}

function Part({ found, words, first }: { found: FragmentType<typeof Groups>; words: string; first: string }) {
  const { rows, release, asAt } = unmask(Groups, found);
  return (
    <Figure
      finding={greatest(rows, (row) => row.started, 'started')}
      says={`Children who came to a first session, ${words}.`}
      rows={rows}
      first={first}
      columns={columns}
      release={{ release, asAt }}
    >
      <Bars rows={rows} of={(row) => row.started} says={`Children who started, ${words}`} />
    </Figure>
  );
}
