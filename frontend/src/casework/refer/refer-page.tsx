/** Referring a child: one short journey, kept as a draft on the server until it is sent. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Form } from '../../components/form';
import { Inset, Warning } from '../../components/messages';
import { Page } from '../../components/page';
import { graphql } from '../../gql/gql';
import { useChange } from '../../platform/data';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import { type Problem, problemsByStep } from '../../platform/problems';
import { useViewer } from '../../platform/viewer';
import { CallFields, callNow } from '../concerns/call-fields';
import { FrontDoors } from '../front-doors';
import { CheckStep } from './check-step';
import { ChildStep } from './child-step';
import { DangerStep } from './danger-step';
import { DraftList } from './draft-list';
import { useDiscardDraft, useReferralDraft } from './drafts';
import { FamilyStep } from './family-step';
import { atItsFactor, inputOf } from './input';
import { MoreStep } from './more-step';
import { RequestedProgramme } from './requested-programme';
import { backOf, fieldsOf, nextOf, problemsOf, type Step } from './steps';
import { blank, type Typed } from './typed';
import { WhatStep } from './what-step';

const SubmitReferral = graphql(`
  mutation SubmitReferral($input: SubmitReferralInput!) {
    submitReferral(input: $input) { referral { id reference } problems { field code message } }
  }
`);

const titles: Record<Step, string> = {
  danger: 'Refer a child',
  child: 'Who is the child?',
  what: 'What happened?',
  family: 'Does the family know?',
  check: 'Check your answers',
  more: 'Add what you have',
};
const numbered: readonly Step[] = ['danger', 'child', 'what', 'family', 'check'];

/** IMMEDIATE outside service hours: nobody reads it until the next service day, so somebody has to ring. */
function CallFirst({ it, set }: { it: Typed; set: (change: Partial<Typed>) => void }) {
  return (
    <section aria-label="Ring first">
      <Warning>Nobody reads this until the service opens again. Ring first, then send it.</Warning>
      <FrontDoors />
      <CallFields
        path="emergencyCall"
        call={it.call.time ? it.call : callNow()}
        set={(call) => set({ call, called: 'yes' })}
      />
    </section>
  );
}

export function ReferPage() {
  const { organisation } = useViewer();
  const search = useSearch({ strict: false }) as { step?: Step; programme?: string };
  const navigate = useNavigate();
  const asked = search.programme ?? '';
  const [it, setIt] = useKept<Typed>('refer', { ...blank(organisation), programmeId: asked });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const [callFirst, setCallFirst] = useState(false);
  const [sending, setSending] = useState(false);
  const submit = useChange(SubmitReferral);
  const discard = useDiscardDraft();
  const draft = useReferralDraft(it, (draftId) => setIt((before) => ({ ...before, draftId })));
  const set = (change: Partial<Typed>) => setIt((before) => ({ ...before, ...change }));
  // A page that was loaded anew has lost what was typed here; the draft is offered at the first step.
  const step = it.danger ? (search.step ?? 'danger') : 'danger';
  const go = (next: Step, replace = false) =>
    void navigate({ to: '/referrals/new', search: next === 'danger' ? {} : { step: next }, replace });

  // Who comes from a programme asks for it, also where a form was begun before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each programme that somebody comes from
  useEffect(() => {
    if (asked) set({ programmeId: asked });
  }, [asked]);

  useEffect(() => {
    if (step === 'check' && !it.checked) set({ checked: true });
  });

  const shown = problemsByStep<Step>(problems, fieldsOf, 'check');
  const here = step === 'check' ? problems : (shown.get(step) ?? []);
  const goTo = (problem: Problem): boolean => {
    const [home] = problemsByStep<Step>([problem], fieldsOf, 'check').keys();
    if (!home || home === step || step !== 'check') return false;
    go(home);
    return true;
  };

  const takeAway = () => {
    set({ programmeId: '' });
    setProblems(problems.filter((problem) => problem.path !== 'requestedProgrammeId'));
    // The address names it no more either.
    go(step, true);
  };

  const send = async () => {
    const draftId = await draft.save();
    const input = inputOf(it);
    const answer = await submit.run(input);
    setProblems(answer.problems.map((problem) => atItsFactor(problem, input)));
    setFailure(answer.failure);
    setCallFirst(callFirst || answer.problems.some((p) => p.code === 'CALL_FIRST'));
    const sent = answer.payload?.referral;
    if (!sent || answer.problems.length > 0) return;
    if (draftId) await discard(draftId);
    setIt(blank(organisation));
    void navigate({ to: '/referrals/$reference/sent', params: { reference: sent.reference }, replace: true });
  };

  const forward = () => {
    if (sending) return;
    const found = problemsOf(step, it);
    setFailure(undefined);
    setProblems(found);
    if (found.length > 0) return;
    if (step === 'check') {
      setSending(true);
      void send().finally(() => setSending(false));
      return;
    }
    void draft.save();
    if (step === 'danger' && it.danger === 'yes' && it.called === 'notYet') return;
    go(nextOf(step, it.checked));
  };

  const back = backOf(step, it.checked);
  const place = numbered.indexOf(step);
  const waitsForCall = step === 'danger' && it.danger === 'yes' && it.called === 'notYet';
  return (
    <Page
      key={step}
      title={titles[step]}
      caption={place >= 0 ? `Refer a child: step ${place + 1} of ${numbered.length}` : 'Refer a child'}
      narrow
      back={
        back && (
          <button type="button" className="app-back-button govuk-back-link" onClick={() => go(back)}>
            Back
          </button>
        )
      }
    >
      {step === 'danger' && (
        <DraftList current={it.draftId} open={(held) => setIt(held)} discard={(id) => void discard(id)} />
      )}
      <RequestedProgramme id={it.programmeId} takeAway={() => takeAway()} />
      <Form problems={here} failure={failure} onSubmit={forward} goTo={goTo}>
        {step === 'danger' && <DangerStep it={it} set={set} />}
        {step === 'child' && <ChildStep it={it} set={set} />}
        {step === 'what' && <WhatStep it={it} set={set} />}
        {step === 'family' && <FamilyStep it={it} set={set} />}
        {step === 'more' && <MoreStep it={it} set={set} />}
        {step === 'check' && <CheckStep it={it} go={go} />}
        {step === 'check' && callFirst && <CallFirst it={it} set={set} />}
        <ButtonGroup>
          <Button submit busy={sending}>
            {step === 'check' ? 'Send the referral' : waitsForCall ? 'Save the draft' : 'Continue'}
          </Button>
          {step === 'check' && (
            <Button look="secondary" onClick={() => go('more')}>
              Add what you have
            </Button>
          )}
        </ButtonGroup>
      </Form>
      {step === 'check' && (
        <Inset>
          By sending this you say that it is true as far as you know. The service that receives it, and nobody
          else, reads all of it.
        </Inset>
      )}
      <p className="govuk-hint" role="status">
        {draft.state}
      </p>
    </Page>
  );
}
