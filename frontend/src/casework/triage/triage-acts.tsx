/** What triage and managers do with a referral, one form at a time. */
import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Radios } from '../../components/choices';
import { Form } from '../../components/form';
import { Loading } from '../../components/messages';
import { Select } from '../../components/select';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-area';
import { TextInput } from '../../components/text-input';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { TriageActsFragment } from '../../gql/graphql';
import type { triageActs } from '../../platform/choices';
import { useChange, useData } from '../../platform/data';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import { type Problem, required } from '../../platform/problems';
import { TextForm } from '../text-form';
import { outcomeWords, reasonWords } from '../words';
import { DecisionForm } from './decision-form';

/** Loaded when it is first needed. */
const RaiseConcernForm = lazyRouteComponent(
  () => import('../concerns/raise-concern-form'),
  'RaiseConcernForm',
);

const TriageActs = graphql(`
  fragment TriageActs on Referral {
    id version
    services { id name }
    decision { outcome reason rationale feedback decidedBy { id name } }
    ...DecisionForm
  }
`);

const Services = graphql(`
  query Services { organisations(filter: { kinds: [YOUTH_JUSTICE_SERVICE] }, first: 20) { nodes { id name } } }
`);
const Pass = graphql(`
  mutation PassReferral($input: PassReferralInput!) {
    passReferral(input: $input) { referral { id version } problems { field code message } }
  }
`);
const Message = graphql(`
  mutation MessageReferrer($input: ReferralTextInput!) {
    messageReferrer(input: $input) { referral { id version ...ReferralMessages } problems { field code message } }
  }
`);
const Countersign = graphql(`
  mutation CountersignDecision($input: CountersignInput!) {
    countersignDecision(input: $input) { referral { id version ...TriageReferral } problems { field code message } }
  }
`);
const ConfirmRedirect = graphql(`
  mutation ConfirmRedirect($input: ConfirmRedirectInput!) {
    confirmRedirect(input: $input) { referral { id version ...TriageReferral } problems { field code message } }
  }
`);

export type TriageAct = (typeof triageActs)[number];

const titles: Record<TriageAct, string> = {
  decide: 'Decide',
  pass: 'Pass on to another service',
  message: 'Message those who referred',
  concern: 'Raise a safeguarding concern',
  countersign: 'Countersign the decision',
  confirm: 'Confirm the redirect',
};

interface ActProps {
  it: TriageActsFragment;
  done: (words: string) => void;
  cancel: () => void;
}

/** The state that small forms share: what was typed, what is wrong with it. */
function useAct<T>(name: string, initial: T) {
  const [typed, setTyped] = useKept<T>(name, initial);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const set = (change: Partial<T>) => setTyped((before) => ({ ...before, ...change }));
  return { typed, set, reset: () => setTyped(initial), problems, setProblems, failure, setFailure };
}

function PassForm({ it, done, cancel }: ActProps) {
  const { data } = useData(Services, {});
  const pass = useChange(Pass);
  const act = useAct(`pass ${it.id}`, { toServiceId: '', reason: '' });
  const services = (data?.organisations?.nodes ?? []).filter(
    (s) => !it.services.some((own) => own.id === s.id),
  );
  const submit = async () => {
    const found = [
      ...(act.typed.toServiceId ? [] : [required('toServiceId', 'Choose the service')]),
      ...(act.typed.reason.trim() ? [] : [required('reason', 'Say why')]),
    ];
    act.setProblems(found);
    if (found.length > 0) return;
    const answer = await pass.run({ referralId: it.id, version: it.version, ...act.typed });
    act.setProblems(answer.problems);
    act.setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      act.reset();
      done('The referral was passed on. It keeps its reference and its clock.');
    }
  };
  return (
    <Form problems={act.problems} failure={act.failure} onSubmit={() => void submit()}>
      <Select
        path="toServiceId"
        label="To which service?"
        empty="Choose a service"
        value={act.typed.toServiceId}
        onChange={(toServiceId) => act.set({ toServiceId })}
        options={services.map((s) => ({ value: s.id, label: s.name }))}
      />
      <TextArea
        path="reason"
        label="Why?"
        hint="The other service reads this."
        rows={3}
        value={act.typed.reason}
        onChange={(reason) => act.set({ reason })}
      />
      <ButtonGroup>
        <Button submit busy={pass.busy}>
          Pass on
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function CountersignForm({ it, done, cancel }: ActProps) {
  const countersign = useChange(Countersign);
  const act = useAct<{ agree?: 'yes' | 'no'; comment: string }>(`countersign ${it.id}`, { comment: '' });
  const { decision } = it;
  const submit = async () => {
    const found = [
      ...(act.typed.agree ? [] : [required('agree', 'Say whether you agree')]),
      ...(act.typed.comment.trim() ? [] : [required('comment', 'Enter a comment')]),
    ];
    act.setProblems(found);
    if (found.length > 0) return;
    const agree = act.typed.agree === 'yes';
    const answer = await countersign.run({
      referralId: it.id,
      version: it.version,
      agree,
      comment: act.typed.comment.trim(),
    });
    act.setProblems(answer.problems);
    act.setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      act.reset();
      done(agree ? 'The decision stands.' : 'The referral is back in triage.');
    }
  };
  return (
    <Form problems={act.problems} failure={act.failure} onSubmit={() => void submit()}>
      {decision && (
        <p className="govuk-body">
          {decision.decidedBy?.name} decided:{' '}
          {decision.outcome && outcomeWords[decision.outcome].toLowerCase()}
          {decision.reason && ` (${reasonWords[decision.reason].toLowerCase()})`}. {decision.rationale}
        </p>
      )}
      <Radios
        path="agree"
        legend="Do you agree?"
        inline
        value={act.typed.agree}
        onChange={(agree) => act.set({ agree })}
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No, back to triage' },
        ]}
      />
      <TextArea
        path="comment"
        label="Comment"
        rows={3}
        value={act.typed.comment}
        onChange={(comment) => act.set({ comment })}
      />
      <ButtonGroup>
        <Button submit busy={countersign.busy}>
          Countersign
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function ConfirmForm({ it, done, cancel }: ActProps) {
  const confirm = useChange(ConfirmRedirect);
  const act = useAct(`confirm ${it.id}`, { acceptedBy: '', reference: '' });
  const submit = async () => {
    const found = act.typed.acceptedBy.trim() ? [] : [required('acceptedBy', 'Enter who accepted it')];
    act.setProblems(found);
    if (found.length > 0) return;
    const answer = await confirm.run({
      referralId: it.id,
      version: it.version,
      acceptedBy: act.typed.acceptedBy.trim(),
      reference: act.typed.reference.trim() || undefined,
    });
    act.setProblems(answer.problems);
    act.setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      act.reset();
      done('The redirect is finished.');
    }
  };
  return (
    <Form problems={act.problems} failure={act.failure} onSubmit={() => void submit()}>
      <TextInput
        path="acceptedBy"
        label="Who accepted it there?"
        hint="Name and service, or that those who referred were told in words to go there"
        value={act.typed.acceptedBy}
        onChange={(acceptedBy) => act.set({ acceptedBy })}
      />
      <TextInput
        path="reference"
        label="Their reference (optional)"
        width={10}
        value={act.typed.reference}
        onChange={(reference) => act.set({ reference })}
      />
      <ButtonGroup>
        <Button submit busy={confirm.busy}>
          Confirm the redirect
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}

interface Props {
  referral: FragmentType<typeof TriageActs>;
  act: TriageAct;
  done: (words: string) => void;
  close: () => void;
}

export function TriageActSheet({ referral, act, done, close }: Props) {
  const it = unmask(TriageActs, referral);
  const message = useChange(Message);
  const props = { it, done, cancel: close };
  return (
    <Sheet title={titles[act]} key={act}>
      {act === 'decide' && <DecisionForm referral={it} done={done} cancel={close} />}
      {act === 'pass' && <PassForm {...props} />}
      {act === 'countersign' && <CountersignForm {...props} />}
      {act === 'confirm' && <ConfirmForm {...props} />}
      {act === 'concern' && (
        <Suspense fallback={<Loading what="the form" />}>
          <RaiseConcernForm about={{ referralId: it.id }} done={done} cancel={close} />
        </Suspense>
      )}
      {act === 'message' && (
        <TextForm
          name={`message ${it.id}`}
          label="Your message"
          hint="An update, in words for those who referred. They read exactly this."
          empty="Write your message"
          button="Send"
          busy={message.busy}
          run={(text) => message.run({ referralId: it.id, text })}
          done={() => done('Your message was sent.')}
          cancel={close}
        />
      )}
    </Sheet>
  );
}
