/** The triage decision: what is decided, why, and the words for those who referred. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Radios } from '../../components/choices';
import { DateInput } from '../../components/date-input';
import { Form } from '../../components/form';
import { Select } from '../../components/select';
import { TextArea } from '../../components/text-area';
import { TextInput } from '../../components/text-input';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { DecisionReason, Pathway, TriageOutcome } from '../../gql/graphql';
import { useChange } from '../../platform/data';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import type { Problem } from '../../platform/problems';
import { optionsOf, outcomeWords, pathwayWords, reasonWords } from '../words';
import { asks, asksAlternative, type Decision, inputOf, noDecision, problemsOf } from './decision-fields';
import { FindChildFields } from './find-child';

const DecisionFormFragment = graphql(`
  fragment DecisionForm on Referral {
    id version trigger status
    child { id displayName }
    youngPerson { id displayName }
    safeguardingConcerns { id open }
  }
`);

const Triage = graphql(`
  mutation TriageReferral($input: TriageReferralInput!) {
    triageReferral(input: $input) {
      referral { id version ...TriageReferral }
      problems { field code message }
    }
  }
`);

const declineReasons: DecisionReason[] = [
  'AGE_OUT_OF_RANGE',
  'OUT_OF_AREA',
  'NEED_NOT_FOR_THIS_SERVICE',
  'OPEN_TO_STATUTORY_SERVICE',
  'CONSENT_REFUSED',
  'INSUFFICIENT_INFORMATION',
  'BETTER_MET_ELSEWHERE',
  'NO_CAPACITY',
];

interface Props {
  referral: FragmentType<typeof DecisionFormFragment>;
  done: (words: string) => void;
  cancel: () => void;
}

export function DecisionForm({ referral, done, cancel }: Props) {
  const it = unmask(DecisionFormFragment, referral);
  const [decision, setDecision] = useKept<Decision>(`decision ${it.id}`, noDecision);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const triage = useChange(Triage);
  const set = (change: Partial<Decision>) => setDecision((before) => ({ ...before, ...change }));
  const { outcome } = decision;
  const declinable =
    it.trigger !== 'KNIFE_POSSESSION' && !(it.safeguardingConcerns ?? []).some((concern) => concern.open);
  const outcomes = (Object.keys(outcomeWords) as TriageOutcome[]).filter(
    (o) => o !== 'DECLINE' || declinable,
  );

  const submit = async () => {
    const found = problemsOf(decision);
    setFailure(undefined);
    setProblems(found);
    if (found.length > 0) return;
    const answer = await triage.run(inputOf(decision, it.id, it.version));
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      setDecision(noDecision);
      done(outcome === 'REQUEST_INFO' ? 'Your question was sent.' : 'The decision is recorded.');
    }
  };

  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Radios
        path="outcome"
        legend="What do you decide?"
        legendSize="m"
        hint={
          declinable
            ? undefined
            : 'This cannot be declined: a knife was found, or a safeguarding concern is open.'
        }
        value={outcome || undefined}
        onChange={(value) => set({ outcome: value, youngPersonId: '', caseId: '', duplicateOfId: '' })}
        choices={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
      />
      {asks(outcome, 'pathway') && (
        <Select
          path="pathway"
          label="Pathway"
          empty="Choose a pathway"
          value={decision.pathway}
          onChange={(value) => set({ pathway: value as Pathway | '' })}
          options={optionsOf(pathwayWords)}
        />
      )}
      {asks(outcome, 'youngPersonId') && (
        <FindChildFields
          key={outcome}
          start={it.child.displayName}
          ownReferralId={it.id}
          ownChildId={it.youngPerson?.id}
          youngPersonId={decision.youngPersonId}
          chooseChild={(youngPersonId) => set({ youngPersonId, caseId: '', duplicateOfId: '' })}
          cases={
            asks(outcome, 'caseId')
              ? { value: decision.caseId, choose: (caseId) => set({ caseId }) }
              : undefined
          }
          referrals={
            asks(outcome, 'duplicateOfId')
              ? { value: decision.duplicateOfId, choose: (duplicateOfId) => set({ duplicateOfId }) }
              : undefined
          }
        />
      )}
      {asks(outcome, 'redirectTo') && (
        <TextInput
          path="redirectTo"
          label="Which service?"
          hint="The redirect is finished once that service has accepted it."
          value={decision.redirectTo}
          onChange={(redirectTo) => set({ redirectTo })}
        />
      )}
      {asks(outcome, 'reason') && (
        <Select
          path="reason"
          label="Reason"
          empty="Choose a reason"
          value={decision.reason}
          onChange={(value) => set({ reason: value as DecisionReason | '' })}
          options={optionsOf(reasonWords, declineReasons)}
        />
      )}
      {asksAlternative(decision) && (
        <TextInput
          path="redirectTo"
          label="What do you offer instead?"
          value={decision.redirectTo}
          onChange={(redirectTo) => set({ redirectTo })}
        />
      )}
      {asks(outcome, 'answerDueOn') && (
        <DateInput
          path="answerDueOn"
          legend="By when do you need the answer?"
          hint="Left empty: in 5 working days. The clock waits until then."
          value={decision.answerDueOn}
          onChange={(answerDueOn) => set({ answerDueOn })}
        />
      )}
      {outcome !== '' && (
        <>
          <TextArea
            path="feedback"
            label={outcome === 'REQUEST_INFO' ? 'Your question' : 'Words for those who referred'}
            hint="They read exactly this. Say what happens next; nothing about the family, the police or other services."
            value={decision.feedback}
            onChange={(feedback) => set({ feedback })}
            limit={4000}
          />
          <TextArea
            path="rationale"
            label="Why, for the record"
            hint="Read inside the service only. Those who referred never see it."
            rows={3}
            value={decision.rationale}
            onChange={(rationale) => set({ rationale })}
            limit={4000}
          />
        </>
      )}
      <ButtonGroup>
        <Button submit busy={triage.busy}>
          {outcome === 'REQUEST_INFO' ? 'Send the question' : 'Record the decision'}
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
