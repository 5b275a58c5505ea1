/** A referral whole, for the service that decides it. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Done } from '../../components/messages';
import { Page } from '../../components/page';
import { SummaryList } from '../../components/summary-list';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { TriageReferralFragment } from '../../gql/graphql';
import { AlertList } from '../../people/alerts';
import { ContactList } from '../../people/contacts';
import { day, moment } from '../../platform/dates';
import { ConcernList } from '../concerns/concern-list';
import { LiveBar } from '../live-bar';
import { MessageList } from '../message-list';
import { ReferralContent } from '../referral-content';
import { OverdueTag, StatusTag, UrgencyTag } from '../tags';
import { outcomeWords, reasonWords } from '../words';
import { History } from './history';
import { TakeButton } from './take-button';
import { type TriageAct, TriageActSheet } from './triage-acts';

const TriageReferral = graphql(`
  fragment TriageReferral on Referral {
    id reference version status urgency overdue submittedAt triageDueAt answerDueOn acknowledgedAt awaitingCountersign
    child { id displayName }
    youngPerson { id reference displayName ...Alerts ...Contacts }
    services { id name }
    owner { id name }
    case { id reference status }
    decision {
      outcome reason rationale feedback decidedAt redirectedTo redirectConfirmedAt
      decidedBy { id name }
      countersignedBy { id name }
    }
    safeguardingConcerns { id ...Concern }
    history { from to at reason by { id name } }
    viewerCanTriage viewerCanCountersign
    ...TakeButton
    ...TriageActs
    ...ReferralMessages
    ...ReferralContent
  }
`);

function Acts({ it, go }: { it: TriageReferralFragment; go: (act: TriageAct) => void }) {
  const waits = it.status === 'SUBMITTED' || it.status === 'INFO_REQUESTED';
  const redirected = it.status === 'REDIRECTED' && !it.decision?.redirectConfirmedAt;
  const redirect = redirected && !it.awaitingCountersign;
  const main = it.viewerCanTriage && waits && !it.awaitingCountersign;
  return (
    <div className="govuk-button-group app-no-print">
      {it.viewerCanCountersign && <Button onClick={() => go('countersign')}>Countersign</Button>}
      {main && <Button onClick={() => go('decide')}>Decide</Button>}
      {redirect && <Button onClick={() => go('confirm')}>Confirm the redirect</Button>}
      {main && (
        <Button look="secondary" onClick={() => go('pass')}>
          Pass on
        </Button>
      )}
      <Button look="secondary" onClick={() => go('message')}>
        Message those who referred
      </Button>
      <Button look="secondary" onClick={() => go('concern')}>
        Raise a safeguarding concern
      </Button>
    </div>
  );
}

function DecisionMade({ it }: { it: TriageReferralFragment }) {
  const { decision } = it;
  if (!decision) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Decision</h2>
      <SummaryList
        rows={[
          { key: 'Outcome', value: decision.outcome ? outcomeWords[decision.outcome] : null },
          { key: 'Reason', value: decision.reason ? reasonWords[decision.reason] : null },
          { key: 'Words for those who referred', value: decision.feedback },
          { key: 'Why', value: decision.rationale ?? null },
          {
            key: 'Decided',
            value: `${moment(decision.decidedAt)}${decision.decidedBy ? ` by ${decision.decidedBy.name}` : ''}`,
          },
          { key: 'Redirected to', value: decision.redirectedTo ?? null },
          {
            key: 'Redirect',
            value: decision.redirectedTo
              ? decision.redirectConfirmedAt
                ? `Accepted there on ${moment(decision.redirectConfirmedAt)}`
                : 'Not yet accepted there'
              : null,
          },
          {
            key: 'Countersign',
            value: it.awaitingCountersign
              ? 'Waits for the manager'
              : (decision.countersignedBy?.name ?? null),
          },
        ]}
      />
    </>
  );
}

interface Props {
  referral: FragmentType<typeof TriageReferral>;
  reload: () => void;
}

export function TriageReferralView({ referral, reload }: Props) {
  const it = unmask(TriageReferral, referral);
  const navigate = useNavigate();
  const { act } = useSearch({ strict: false }) as { act?: TriageAct };
  const [told, setTold] = useState<string>();
  const go = (next?: TriageAct) => {
    if (next) setTold(undefined);
    void navigate({
      to: '/referrals/$reference',
      params: { reference: it.reference },
      search: next ? { act: next } : {},
      replace: true,
    });
  };
  const stale = () => {
    setTold('This referral has changed meanwhile. The page is up to date.');
    reload();
  };
  return (
    <Page
      title={`Referral ${it.reference}`}
      heading={it.child.displayName}
      caption={`Referral ${it.reference}`}
      back={
        <Link to="/" className="govuk-back-link app-no-print">
          Back
        </Link>
      }
      actions={<TakeButton referral={it} stale={stale} big />}
    >
      <LiveBar reload={reload} nouns={['referral']} only={it.id} />
      {told && <Done>{told}</Done>}
      <p className="app-stage">
        {it.status && <StatusTag status={it.status} />} <UrgencyTag urgency={it.urgency} />{' '}
        {it.overdue && <OverdueTag />}
      </p>
      {it.youngPerson && <AlertList youngPerson={it.youngPerson} />}
      {act ? (
        <TriageActSheet
          referral={it}
          act={act}
          close={() => go()}
          done={(words) => {
            setTold(words);
            go();
            reload();
          }}
        />
      ) : (
        <Acts it={it} go={go} />
      )}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <ConcernList concerns={it.safeguardingConcerns ?? []} mayResolve />
          <DecisionMade it={it} />
          <ReferralContent referral={it} />
          <h2 className="govuk-heading-m">Messages with those who referred</h2>
          <MessageList referral={it} />
        </div>
        <div className="govuk-grid-column-one-third">
          <h2 className="govuk-heading-s">Now</h2>
          <SummaryList
            plain
            rows={[
              { key: 'Who has it', value: it.owner?.name ?? 'Nobody' },
              { key: 'Decide by', value: it.status === 'SUBMITTED' ? moment(it.triageDueAt) : null },
              {
                key: 'Answer by',
                value: it.status === 'INFO_REQUESTED' && it.answerDueOn ? day(it.answerDueOn) : null,
              },
              { key: 'Sent', value: moment(it.submittedAt) },
              { key: 'First read', value: it.acknowledgedAt ? moment(it.acknowledgedAt) : 'Not yet' },
              { key: 'With', value: it.services.map((service) => service.name).join(', ') },
              {
                key: 'Case',
                value: it.case ? (
                  <Link
                    className="govuk-link"
                    to="/cases/$reference"
                    params={{ reference: it.case.reference }}
                  >
                    {it.case.reference}
                  </Link>
                ) : null,
              },
              {
                key: 'Record',
                value: it.youngPerson ? (
                  <Link className="govuk-link" to="/children/$id" params={{ id: it.youngPerson.id }}>
                    {it.youngPerson.reference}
                  </Link>
                ) : null,
              },
            ]}
          />
          {it.youngPerson && (
            <>
              <h2 className="govuk-heading-s">People around the child</h2>
              <ContactList youngPerson={it.youngPerson} />
            </>
          )}
          {it.history && (
            <>
              <h2 className="govuk-heading-s">History</h2>
              <History entries={it.history} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
