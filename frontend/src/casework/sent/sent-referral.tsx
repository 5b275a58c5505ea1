/** A referral for those who sent it: where it stands, the words meant for them, what they can do. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Done, Inset } from '../../components/messages';
import { Page } from '../../components/page';
import { SummaryList } from '../../components/summary-list';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { SentReferralFragment } from '../../gql/graphql';
import type { sentActs } from '../../platform/choices';
import { useChange } from '../../platform/data';
import { day, moment } from '../../platform/dates';
import { LiveBar } from '../live-bar';
import { MessageList } from '../message-list';
import { ReferralContent } from '../referral-content';
import { StageTag, UrgencyTag } from '../tags';
import { TextForm } from '../text-form';
import { useSentPath } from './path';

const SentReferral = graphql(`
  fragment SentReferral on Referral {
    id reference version stage urgency submittedAt triageDueAt answerDueOn acknowledgedAt
    child { id displayName }
    services { id name }
    contactPoint { name phone hours openNow }
    decision { decidedAt redirectedTo }
    viewerCanWithdraw viewerCanAddInformation viewerCanChallenge
    ...ReferralMessages
    ...ReferralContent
  }
`);

const AddInformation = graphql(`
  mutation AddReferralInformation($input: ReferralTextInput!) {
    addReferralInformation(input: $input) { referral { id version ...SentReferral } problems { field code message } }
  }
`);
const Withdraw = graphql(`
  mutation WithdrawReferral($input: WithdrawReferralInput!) {
    withdrawReferral(input: $input) { referral { id version ...SentReferral } problems { field code message } }
  }
`);
const Challenge = graphql(`
  mutation ChallengeDecision($input: ReferralTextInput!) {
    challengeDecision(input: $input) { referral { id version ...SentReferral } problems { field code message } }
  }
`);

type Act = (typeof sentActs)[number];

function whatNow(it: SentReferralFragment): string {
  switch (it.stage) {
    case 'RECEIVED':
      return `It will be read and decided by ${moment(it.triageDueAt)}.`;
    case 'QUESTION_FOR_YOU':
      return `Anyone of your group can answer${it.answerDueOn ? `, by ${day(it.answerDueOn)}` : ''}.`;
    case 'BEING_LOOKED_AT':
      return `Somebody has taken it. A decision is due by ${moment(it.triageDueAt)}.`;
    case 'SOMEONE_IS_WORKING_ON_IT':
      return 'Tell the child that somebody will be in touch. If something new happens, add it here or ring.';
    case 'NOT_TAKEN_ON':
      return 'The reason is below. If you are still worried, say so.';
    case 'ENDED':
      return 'The work has ended. If something new happens, refer again.';
    default:
      return 'You withdrew this referral.';
  }
}

function Acts({
  it,
  act,
  close,
  done,
}: {
  it: SentReferralFragment;
  act: Act;
  close: () => void;
  done: (words: string) => void;
}) {
  const add = useChange(AddInformation);
  const withdraw = useChange(Withdraw);
  const challenge = useChange(Challenge);
  const asked = it.stage === 'QUESTION_FOR_YOU';
  if (act === 'add') {
    return (
      <TextForm
        name={`add ${it.id}`}
        label={asked ? 'Your answer' : 'What do you want to add?'}
        hint="The service reads this. If a child is in danger now, call 999 first."
        empty={asked ? 'Enter your answer' : 'Enter what you want to add'}
        button={asked ? 'Send the answer' : 'Add to the referral'}
        busy={add.busy}
        run={(text) => add.run({ referralId: it.id, text })}
        done={() => done(asked ? 'Your answer was sent.' : 'It was added to the referral.')}
        cancel={close}
      />
    );
  }
  if (act === 'worried') {
    return (
      <TextForm
        name={`worried ${it.id}`}
        label="What are you still worried about?"
        hint="The team manager reads this and answers within 2 working days. You can do this once."
        empty="Say what you are still worried about"
        button="Tell the manager"
        busy={challenge.busy}
        run={(text) => challenge.run({ referralId: it.id, text })}
        done={() => done('The team manager has been told.')}
        cancel={close}
      />
    );
  }
  return (
    <TextForm
      name={`withdraw ${it.id}`}
      path="reason"
      label="Why do you withdraw it?"
      hint="The service sees the reason. What you sent stays readable for you."
      empty="Say why you withdraw it"
      button="Withdraw the referral"
      warning
      busy={withdraw.busy}
      run={(reason) => withdraw.run({ referralId: it.id, version: it.version, reason })}
      done={() => done('The referral was withdrawn.')}
      cancel={close}
    />
  );
}

export function SentReferralView(props: { referral: FragmentType<typeof SentReferral>; reload: () => void }) {
  const it = unmask(SentReferral, props.referral);
  const navigate = useNavigate();
  const list = useSentPath();
  const { act } = useSearch({ strict: false }) as { act?: Act };
  const [told, setTold] = useState<string>();
  const go = (next?: Act) => {
    if (next) setTold(undefined);
    void navigate({
      to: '/referrals/$reference',
      params: { reference: it.reference },
      search: next ? { act: next } : {},
      replace: true,
    });
  };
  const asked = it.stage === 'QUESTION_FOR_YOU';
  const may = {
    add: it.viewerCanAddInformation,
    withdraw: it.viewerCanWithdraw,
    worried: it.viewerCanChallenge,
  };
  return (
    <Page
      title={`Referral ${it.reference}`}
      heading={it.child.displayName}
      caption={`Referral ${it.reference}`}
      back={
        <Link to={list} className="govuk-back-link app-no-print">
          Back to referrals
        </Link>
      }
      actions={
        <Button look="secondary" onClick={() => window.print()}>
          Print what was sent
        </Button>
      }
    >
      <LiveBar reload={props.reload} nouns={['referral']} only={it.id} />
      {told && <Done>{told}</Done>}
      <p className="app-stage">
        <StageTag stage={it.stage} /> <UrgencyTag urgency={it.urgency} />
      </p>
      <Inset>{whatNow(it)}</Inset>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {act && may[act] ? (
            <Acts
              it={it}
              act={act}
              close={() => go()}
              done={(words) => {
                setTold(words);
                go();
              }}
            />
          ) : (
            <div className="govuk-button-group app-no-print">
              {may.add && (
                <Button onClick={() => go('add')}>{asked ? 'Answer the question' : 'Add information'}</Button>
              )}
              {may.worried && (
                <Button look="secondary" onClick={() => go('worried')}>
                  I am still worried
                </Button>
              )}
              {may.withdraw && (
                <Button look="secondary" onClick={() => go('withdraw')}>
                  Withdraw
                </Button>
              )}
            </div>
          )}
          <h2 className="govuk-heading-m">Messages</h2>
          <MessageList referral={it} />
        </div>
        <div className="govuk-grid-column-one-third">
          <h2 className="govuk-heading-s">Whom to ring</h2>
          {it.contactPoint ? (
            <p className="govuk-body">
              {it.contactPoint.name}
              <br />
              <a className="govuk-link" href={`tel:${it.contactPoint.phone.replaceAll(' ', '')}`}>
                {it.contactPoint.phone}
              </a>
              <span className="app-second">{it.contactPoint.hours}</span>
              <span className="app-second">{it.contactPoint.openNow ? 'Open now' : 'Closed now'}</span>
            </p>
          ) : (
            <p className="govuk-body">{it.services.map((service) => service.name).join(', ')}</p>
          )}
          <h2 className="govuk-heading-s">Dates</h2>
          <SummaryList
            plain
            rows={[
              { key: 'Sent', value: moment(it.submittedAt) },
              { key: 'First read', value: it.acknowledgedAt ? moment(it.acknowledgedAt) : null },
              { key: 'Decided', value: it.decision ? moment(it.decision.decidedAt) : null },
              { key: 'Redirected to', value: it.decision?.redirectedTo ?? null },
            ]}
          />
        </div>
      </div>
      <ReferralContent referral={it} />
    </Page>
  );
}
