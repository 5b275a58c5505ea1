/** Giving a child a place: what fits the child's age and area, with its places, then how urgent it is. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Radios } from '../components/choices';
import { Form } from '../components/form';
import { Loading, NotShown } from '../components/messages';
import { TextArea } from '../components/text-area';
import { unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { Urgency } from '../gql/graphql';
import { useChange, useData } from '../platform/data';
import { day } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { type Problem, required } from '../platform/problems';
import { OfferingCardFragment } from './offering-card';
import { answerWords, leftWords, waitWords } from './words';

const Fitting = graphql(`
  query FittingProgrammes($filter: AvailabilityFilter) {
    programmeAvailability(filter: $filter, orderBy: MOST_PLACES, first: 50) { nodes { id ...OfferingCard } }
  }
`);
const Enrol = graphql(`
  mutation Enrol($input: EnrolInput!) {
    enrol(input: $input) { enrolment { id version status position } problems { field code message } }
  }
`);

const urgencies: Array<{ value: Urgency; label: string }> = [
  { value: 'ROUTINE', label: 'Routine' },
  { value: 'PRIORITY', label: 'Priority' },
  { value: 'IMMEDIATE', label: 'Immediate' },
];

interface Props {
  caseId: string;
  age?: number | null | undefined;
  areaId?: string | undefined;
  done: (words: string) => void;
  cancel: () => void;
}

export function PlaceForm({ caseId, age, areaId, done, cancel }: Props) {
  const filter = { ...(age && age >= 8 && age <= 25 && { age }), ...(areaId && { areaId }) };
  const { data, failure, loading, reload } = useData(Fitting, { filter });
  const enrol = useChange(Enrol);
  const [offeringId, setOffering] = useState<string>();
  const [priority, setPriority] = useState<Urgency>('ROUTINE');
  const [before, setBefore] = useState('');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failed, setFailed] = useState<Failure>();
  const fitting = (data?.programmeAvailability?.nodes ?? []).map((row) => unmask(OfferingCardFragment, row));
  const refused = problems.some((problem) => problem.code === 'NOT_ELIGIBLE') || reason !== '';
  const submit = async () => {
    const found = [
      ...(offeringId ? [] : [required('offeringId', 'Choose a programme')]),
      ...(priority === 'ROUTINE' || before.trim()
        ? []
        : [required('priorityReason', 'Say why the child comes before those who wait longer')]),
    ];
    setProblems(found);
    setFailed(undefined);
    if (!offeringId || found.length > 0) return;
    const said = priority === 'ROUTINE' ? {} : { priorityReason: before.trim() };
    const input = { caseId, offeringId, priority, ...said, ...(reason.trim() && { overrideReason: reason }) };
    const answer = await enrol.run(input);
    setProblems(answer.problems);
    setFailed(answer.failure);
    const placed = answer.payload?.enrolment;
    if (!placed || answer.problems.length > 0) return;
    done(
      placed.status === 'OFFERED'
        ? 'A place is held. Ask the child and save the answer.'
        : `The child is number ${placed.position ?? ''} on the waiting list.`,
    );
  };
  if (loading) return <Loading what="programmes" />;
  if (failure) return <NotShown message={failure.message} retry={reload} />;
  return (
    <Form problems={problems} failure={failed} onSubmit={() => void submit()}>
      {fitting.length === 0 ? (
        <p className="govuk-body">Nothing fits the child’s age and area now.</p>
      ) : (
        <Radios<string>
          path="offeringId"
          legend="Programme"
          small
          value={offeringId}
          onChange={setOffering}
          choices={fitting.map((it) => ({
            value: it.id,
            label: `${it.programme.title} (${it.programme.provider.name})`,
            hint: [
              answerWords[it.places.answer],
              it.places.answer === 'YES'
                ? (it.places.left ?? leftWords[it.places.leftBand]) + (it.places.left === null ? '' : ' left')
                : waitWords(it.places.expectedWaitWorkingDays),
              it.startsOn <= it.places.asAt.slice(0, 10) ? 'has begun' : `from ${day(it.startsOn)}`,
              it.venue,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
      <Radios<Urgency>
        path="priority"
        legend="How urgent is it?"
        inline
        small
        value={priority}
        onChange={setPriority}
        choices={urgencies}
      />
      {priority !== 'ROUTINE' && (
        <TextArea
          path="priorityReason"
          label="Why does the child come before those who wait longer?"
          hint="Kept with the place on the list. The provider does not read it."
          rows={2}
          value={before}
          onChange={setBefore}
        />
      )}
      {refused && (
        <TextArea
          path="overrideReason"
          label="Why is it right all the same?"
          rows={2}
          value={reason}
          onChange={setReason}
        />
      )}
      <ButtonGroup>
        <Button submit busy={enrol.busy}>
          Place the child
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
