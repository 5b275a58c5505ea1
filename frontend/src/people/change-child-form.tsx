/** A correction (it was never so) or a change (from a day on). The old value, who and why are kept. */

import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Checkbox, Radios } from '../components/choices';
import { DateInput, noDate, partsOf } from '../components/date-input';
import { Form } from '../components/form';
import { TextArea } from '../components/text-area';
import { TextInput } from '../components/text-input';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { ChangeYoungPersonInput, RecordChangeKind } from '../gql/graphql';
import { now } from '../platform/clock';
import { useChange } from '../platform/data';
import { isoDay, isoFrom } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { useKept } from '../platform/kept';
import { type Problem, required } from '../platform/problems';
import { OrganisationField } from './organisation-field';

const ChangeChild = graphql(`
  fragment ChangeChild on YoungPerson {
    id version givenName familyName knownAs dateOfBirth
    school { id name }
    address { lines postcode }
  }
`);
const Change = graphql(`
  mutation ChangeYoungPerson($input: ChangeYoungPersonInput!) {
    changeYoungPerson(input: $input) { youngPerson { id version ...ChangeChild } problems { field code message } }
  }
`);

type What = 'names' | 'birth' | 'school' | 'address';
const whats: { value: What; label: string }[] = [
  { value: 'names', label: 'Names' },
  { value: 'birth', label: 'Date of birth' },
  { value: 'school', label: 'School' },
  { value: 'address', label: 'Address' },
];

interface Props {
  youngPerson: FragmentType<typeof ChangeChild>;
  done: (words: string) => void;
  cancel: () => void;
}

export function ChangeChildForm({ youngPerson, done, cancel }: Props) {
  const held = unmask(ChangeChild, youngPerson);
  const [it, setIt] = useKept(`change ${held.id}`, {
    what: undefined as What | undefined,
    kind: undefined as RecordChangeKind | undefined,
    from: partsOf(isoDay(now())),
    reason: '',
    givenName: held.givenName ?? '',
    familyName: held.familyName ?? '',
    knownAs: held.knownAs ?? '',
    dateOfBirth: held.dateOfBirth ? partsOf(held.dateOfBirth) : noDate,
    schoolId: held.school?.id ?? '',
    schoolName: held.school?.name ?? '',
    lines: (held.address?.lines ?? []).join('\n'),
    postcode: held.address?.postcode ?? '',
    secret: false,
  });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const change = useChange(Change);
  const set = (part: Partial<typeof it>) => setIt((before) => ({ ...before, ...part }));
  // A date of birth is never a change from a day on: it was wrong.
  const kind = it.what === 'birth' ? 'CORRECTION' : it.kind;

  const changed = (): Partial<ChangeYoungPersonInput> => {
    if (it.what === 'names') {
      return {
        givenName: it.givenName.trim(),
        familyName: it.familyName.trim() || null,
        knownAs: it.knownAs.trim() || null,
      };
    }
    if (it.what === 'birth') return { dateOfBirth: isoFrom(it.dateOfBirth) };
    if (it.what === 'school') return { schoolId: it.schoolId || null };
    if (!it.postcode.trim() && !it.lines.trim()) return { address: null };
    const lines = it.lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return { address: { lines, postcode: it.postcode.trim(), mayDisclose: !it.secret } };
  };
  const check = (): Problem[] => {
    if (!it.what) return [required('what', 'Choose what you put right')];
    const found: Problem[] = [];
    if (!kind) found.push(required('kind', 'Choose whether it was wrong or has changed'));
    if (kind === 'CHANGE' && !isoFrom(it.from)) found.push(required('from', 'Enter the day of the change'));
    if (it.what === 'names' && !it.givenName.trim())
      found.push(required('givenName', 'Enter the first name'));
    if (it.what === 'birth' && !isoFrom(it.dateOfBirth)) {
      found.push({ path: 'dateOfBirth', code: 'INVALID', message: 'Date of birth must be a real date' });
    }
    if (!it.reason.trim()) found.push(required('reason', 'Say how you know'));
    return found;
  };
  const submit = async () => {
    const found = check();
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0 || !kind) return;
    const answer = await change.run({
      youngPersonId: held.id,
      version: held.version,
      kind,
      from: kind === 'CHANGE' ? isoFrom(it.from) : undefined,
      reason: it.reason.trim(),
      ...changed(),
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0)
      done('The record was put right. What it said before is kept.');
  };

  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Radios
        path="what"
        legend="What?"
        inline
        value={it.what}
        onChange={(what) => set({ what })}
        choices={whats}
      />
      {it.what && it.what !== 'birth' && (
        <Radios
          path="kind"
          legend="Was it wrong, or has it changed?"
          value={it.kind}
          onChange={(chosen) => set({ kind: chosen })}
          choices={[
            { value: 'CORRECTION', label: 'It was never so' },
            {
              value: 'CHANGE',
              label: 'It has changed',
              reveals: (
                <DateInput
                  path="from"
                  legend="From which day?"
                  value={it.from}
                  onChange={(from) => set({ from })}
                />
              ),
            },
          ]}
        />
      )}
      {it.what === 'names' && (
        <>
          <TextInput
            path="givenName"
            label="First name"
            width={20}
            value={it.givenName}
            onChange={(givenName) => set({ givenName })}
          />
          <TextInput
            path="familyName"
            label="Last name (optional)"
            width={20}
            value={it.familyName}
            onChange={(familyName) => set({ familyName })}
          />
          <TextInput
            path="knownAs"
            label="Known as (optional)"
            width={20}
            value={it.knownAs}
            onChange={(knownAs) => set({ knownAs })}
          />
        </>
      )}
      {it.what === 'birth' && (
        <DateInput
          path="dateOfBirth"
          legend="Date of birth"
          value={it.dateOfBirth}
          onChange={(dateOfBirth) => set({ dateOfBirth })}
        />
      )}
      {it.what === 'school' && (
        <OrganisationField
          path="schoolId"
          label="School or college"
          kinds={['SCHOOL', 'COLLEGE']}
          empty="None"
          value={it.schoolId}
          name={it.schoolName}
          onChange={(schoolId, schoolName) => set({ schoolId, schoolName })}
        />
      )}
      {it.what === 'address' && (
        <>
          <TextArea
            path="address.lines"
            label="Address"
            hint="One line each. “No fixed address” is an answer."
            rows={3}
            value={it.lines}
            onChange={(lines) => set({ lines })}
          />
          <TextInput
            path="address.postcode"
            label="Postcode"
            width={10}
            value={it.postcode}
            onChange={(postcode) => set({ postcode })}
          />
          <Checkbox
            path="address.mayDisclose"
            label="The address must be kept secret"
            checked={it.secret}
            onChange={(secret) => set({ secret })}
          />
        </>
      )}
      <TextInput
        path="reason"
        label="How do you know?"
        hint="Who told you, or which paper you saw"
        value={it.reason}
        onChange={(reason) => set({ reason })}
      />
      <ButtonGroup>
        <Button submit busy={change.busy}>
          Save
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
