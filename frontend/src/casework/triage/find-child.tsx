/** Finding the record that a child may already have, by name, date of birth or reference. */
import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { Radios } from '../../components/choices';
import { NotShown } from '../../components/messages';
import { TextInput } from '../../components/text-input';
import { graphql } from '../../gql/gql';
import type { FindChildQuery } from '../../gql/graphql';
import { useData } from '../../platform/data';
import { day } from '../../platform/dates';
import { caseStatusWords, statusWords } from '../words';

const FindChild = graphql(`
  query FindChild($search: String!) {
    youngPeople(search: $search, first: 10) {
      nodes {
        id reference displayName dateOfBirth
        school { id name }
        cases(first: 10) { nodes { id reference status openedAt } }
        referrals(first: 20) { nodes { id reference status submittedAt trigger } }
      }
    }
  }
`);

type Found = NonNullable<FindChildQuery['youngPeople']>['nodes'][number];

interface Props {
  start: string;
  ownReferralId: string;
  ownChildId: string | undefined;
  youngPersonId: string;
  chooseChild: (id: string) => void;
  cases?: { value: string; choose: (id: string) => void };
  referrals?: { value: string; choose: (id: string) => void };
}

function ofChild(child: Found) {
  return [child.reference, child.dateOfBirth && `born ${day(child.dateOfBirth)}`, child.school?.name]
    .filter(Boolean)
    .join(', ');
}

export function FindChildFields(props: Props) {
  const [typed, setTyped] = useState(props.start);
  const [search, setSearch] = useState('');
  const { chooseChild } = props;
  // Nobody is chosen who is not among those that are shown: not by an earlier search, nor by what was kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => chooseChild(''), []);
  const find = () => {
    if (typed.trim() !== search) chooseChild('');
    setSearch(typed.trim());
  };
  const { data, failure, loading } = useData(
    FindChild,
    { search },
    { pause: search === '', former: 'dropped' },
  );
  const found = search === '' ? undefined : data;
  const people = found?.youngPeople?.nodes ?? [];
  const chosen = people.find((child) => child.id === props.youngPersonId);
  const openCases = (chosen?.cases?.nodes ?? []).filter(
    (c) => c.status !== 'CLOSED' && c.status !== 'TRANSFERRED',
  );
  const earlier = (chosen?.referrals?.nodes ?? []).filter((r) => r.id !== props.ownReferralId);
  return (
    <div className="app-find">
      <TextInput
        path="find"
        label="Find the record that this child already has"
        hint="By name, also misspelt, date of birth or reference. What you search for is recorded."
        value={typed}
        onChange={setTyped}
        width={30}
      />
      <Button look="secondary" onClick={find} busy={loading}>
        Find
      </Button>
      {failure && <NotShown message={failure.message} />}
      {found && people.length === 0 && <p className="govuk-body">No record found that you may open.</p>}
      {people.length > 0 && (
        <Radios
          path="youngPersonId"
          legend="Which record?"
          small
          value={props.youngPersonId}
          onChange={chooseChild}
          choices={[
            { value: '', label: 'None of these' },
            ...people.map((child) => ({
              value: child.id,
              label: child.displayName,
              hint: `${ofChild(child)}${child.id === props.ownChildId ? '. Made from this referral.' : ''}`,
            })),
          ]}
        />
      )}
      {props.cases && chosen && (
        <Radios
          path="caseId"
          legend="Which case?"
          hint={openCases.length === 0 ? 'No case of this child is open.' : undefined}
          small
          value={props.cases.value}
          onChange={props.cases.choose}
          choices={openCases.map((c) => ({
            value: c.id,
            label: c.reference,
            hint: `${caseStatusWords[c.status]}, opened ${day(c.openedAt)}`,
          }))}
        />
      )}
      {props.referrals && chosen && (
        <Radios
          path="duplicateOfId"
          legend="Which referral does this repeat?"
          hint={earlier.length === 0 ? 'This child has no other referral.' : undefined}
          small
          value={props.referrals.value}
          onChange={props.referrals.choose}
          choices={earlier.map((r) => ({
            value: r.id,
            label: r.reference,
            hint: `${r.status ? statusWords[r.status] : ''}, sent ${day(r.submittedAt)}`,
          }))}
        />
      )}
    </div>
  );
}
