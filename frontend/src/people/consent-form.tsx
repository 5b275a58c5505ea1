/** Recording what a child or a parent has decided. A referrer's "the parent agrees" is never consent. */

import { useState } from 'react';
import { optionsOf } from '../casework/words';
import { Button, ButtonGroup } from '../components/button';
import { Radios } from '../components/choices';
import { DateInput, isBlank, noDate, partsOf } from '../components/date-input';
import { Form } from '../components/form';
import { Select } from '../components/select';
import { TextArea } from '../components/text-area';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import type { ConsentKind, ConsentStatus } from '../gql/graphql';
import { now } from '../platform/clock';
import { useChange } from '../platform/data';
import { isoDay, isoFrom } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { useKept } from '../platform/kept';
import { type Problem, required } from '../platform/problems';
import { consentStatusWords, consentWords } from './consent-words';
import { OrganisationField } from './organisation-field';

const RecordConsent = graphql(`
  mutation RecordConsent($input: RecordConsentInput!) {
    recordConsent(input: $input) { consent { id ...ConsentItem } problems { field code message } }
  }
`);

const statuses = ['GIVEN', 'REFUSED', 'NOT_REQUIRED'] as const;

interface Typed {
  kind: ConsentKind | '';
  status?: ConsentStatus;
  givenBy: string;
  on: typeof noDate;
  until: typeof noDate;
  reason: string;
  gillickReasons: string;
  organisationId: string;
}

interface Props {
  youngPersonId: string;
  done: (words: string) => void;
  cancel: () => void;
}

function problemsOf(it: Typed): Problem[] {
  const problems: Problem[] = [];
  if (!it.kind) problems.push(required('kind', 'Choose what was decided on'));
  if (!it.status) problems.push(required('status', 'Choose what was decided'));
  if (it.status !== 'NOT_REQUIRED' && !it.givenBy.trim())
    problems.push(required('givenBy', 'Enter who decided'));
  if (it.status === 'NOT_REQUIRED' && !it.reason.trim() && !it.gillickReasons.trim()) {
    problems.push(required('reason', 'Say why it is not required'));
  }
  if (it.kind === 'SHARE_WITH_ORGANISATION' && !it.organisationId) {
    problems.push(required('organisationId', 'Choose the organisation'));
  }
  if (!isoFrom(it.on)) problems.push(required('decidedOn', 'Enter the day of the decision'));
  if (!isBlank(it.until) && !isoFrom(it.until)) {
    problems.push({ path: 'expiresOn', code: 'INVALID', message: 'The last day must be a real date' });
  }
  return problems;
}

export function ConsentForm({ youngPersonId, done, cancel }: Props) {
  const empty: Typed = {
    kind: '',
    givenBy: '',
    on: partsOf(isoDay(now())),
    until: noDate,
    reason: '',
    gillickReasons: '',
    organisationId: '',
  };
  const [it, setIt] = useKept<Typed>(`consent ${youngPersonId}`, empty);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const record = useChange(RecordConsent);
  const set = (change: Partial<Typed>) => setIt((before) => ({ ...before, ...change }));
  const parents = it.kind === 'PARTICIPATE_PARENT';
  const notRequired = it.status === 'NOT_REQUIRED';
  const submit = async () => {
    const found = problemsOf(it);
    setProblems(found);
    setFailure(undefined);
    const decidedOn = isoFrom(it.on);
    if (found.length > 0 || !it.kind || !it.status || !decidedOn) return;
    const answer = await record.run({
      youngPersonId,
      kind: it.kind,
      status: it.status,
      givenBy: it.givenBy.trim() || 'Nobody: not required',
      decidedOn,
      expiresOn: isoFrom(it.until) ?? undefined,
      reason: it.reason.trim() || undefined,
      gillickReasons: (notRequired && parents && it.gillickReasons.trim()) || undefined,
      organisationId: it.kind === 'SHARE_WITH_ORGANISATION' ? it.organisationId : undefined,
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      setIt(empty);
      done('The decision was recorded.');
    }
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Select
        path="kind"
        label="What was decided on?"
        empty="Choose"
        value={it.kind}
        onChange={(kind) => set({ kind: kind as ConsentKind | '' })}
        options={optionsOf(consentWords)}
      />
      {it.kind === 'SHARE_WITH_ORGANISATION' && (
        <OrganisationField
          path="organisationId"
          label="With which organisation?"
          value={it.organisationId}
          onChange={(organisationId) => set({ organisationId })}
        />
      )}
      <Radios
        path="status"
        legend="What was decided?"
        value={it.status}
        onChange={(status) => set({ status })}
        choices={statuses.map((value) => ({ value, label: consentStatusWords[value] }))}
      />
      {!notRequired && (
        <TextInput
          path="givenBy"
          label="Who decided?"
          hint="The name of the child or of the parent, and how they said it"
          value={it.givenBy}
          onChange={(givenBy) => set({ givenBy })}
        />
      )}
      {(notRequired || it.status === 'REFUSED') && (
        <TextInput
          path="reason"
          label={notRequired ? 'Why is it not required?' : 'Why? (optional)'}
          value={it.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
      {notRequired && parents && (
        <TextArea
          path="gillickReasons"
          label="Where the child decides alone: why can they? (optional)"
          hint="Who judged it, on what day, and what the child understood"
          rows={3}
          value={it.gillickReasons}
          onChange={(gillickReasons) => set({ gillickReasons })}
        />
      )}
      <DateInput path="decidedOn" legend="When?" value={it.on} onChange={(on) => set({ on })} />
      <DateInput
        path="expiresOn"
        legend="Until when? (optional)"
        value={it.until}
        onChange={(until) => set({ until })}
      />
      <ButtonGroup>
        <Button submit busy={record.busy}>
          Record it
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
