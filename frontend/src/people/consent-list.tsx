/** What a child and their family have agreed to, and taking it back. */

import { useState } from 'react';
import { TextForm } from '../casework/text-form';
import { Button } from '../components/button';
import { Tag } from '../components/tag';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { ConsentItemFragment } from '../gql/graphql';
import { now } from '../platform/clock';
import { useChange } from '../platform/data';
import { day, isoDay } from '../platform/dates';
import { consentStatusWords, consentWords } from './consent-words';

const ConsentItem = graphql(`
  fragment ConsentItem on Consent {
    id version kind status givenBy reason scope decidedOn withdrawnOn expiresOn gillickReasons
    organisation { id name }
  }
`);
const WithdrawConsent = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) { consent { id ...ConsentItem } problems { field code message } }
  }
`);

interface Props {
  consents: ReadonlyArray<FragmentType<typeof ConsentItem>>;
  mayChange: boolean;
  done: (words: string) => void;
}

function OneConsent({
  it,
  mayChange,
  done,
}: {
  it: ConsentItemFragment;
  mayChange: boolean;
  done: Props['done'];
}) {
  const [taking, setTaking] = useState(false);
  const withdraw = useChange(WithdrawConsent);
  const given = it.status === 'GIVEN';
  const facts = [
    it.givenBy && `By ${it.givenBy}`,
    it.decidedOn && `on ${day(it.decidedOn)}`,
    it.organisation && `with ${it.organisation.name}`,
    it.scope.length > 0 && `for ${it.scope.join(', ')}`,
    it.expiresOn && `until ${day(it.expiresOn)}`,
    it.withdrawnOn && `withdrawn ${day(it.withdrawnOn)}`,
  ];
  return (
    <li className="app-consent">
      <Tag colour={given ? 'green' : 'grey'}>{consentStatusWords[it.status]}</Tag> {consentWords[it.kind]}
      <span className="app-second">{facts.filter(Boolean).join(', ')}</span>
      {it.reason && <span className="app-second">Reason: {it.reason}</span>}
      {it.gillickReasons && <span className="app-second">Why the child can decide: {it.gillickReasons}</span>}
      {given && mayChange && !taking && (
        <Button look="link" hiddenText={consentWords[it.kind]} onClick={() => setTaking(true)}>
          Withdraw
        </Button>
      )}
      {taking && (
        <TextForm
          name={`withdraw ${it.id}`}
          path="reason"
          label="Why is it withdrawn?"
          empty="Say why it is withdrawn, in their words"
          button="Withdraw the consent"
          warning
          busy={withdraw.busy}
          run={(reason) => withdraw.run({ consentId: it.id, version: it.version, on: isoDay(now()), reason })}
          done={() => {
            setTaking(false);
            done('The consent was withdrawn.');
          }}
          cancel={() => setTaking(false)}
        />
      )}
    </li>
  );
}

export function ConsentList({ consents, mayChange, done }: Props) {
  if (consents.length === 0) return <p className="govuk-body">Nobody has been asked yet.</p>;
  return (
    <ul className="govuk-list govuk-list--spaced">
      {consents.map((consent) => {
        const it = unmask(ConsentItem, consent);
        return <OneConsent key={it.id} it={it} mayChange={mayChange} done={done} />;
      })}
    </ul>
  );
}
