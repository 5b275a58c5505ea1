/** What anyone must know before they meet a child or their family. */
import { Alert } from '../components/messages';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { AlertKind } from '../gql/graphql';
import { day } from '../platform/dates';

export const Alerts = graphql(`
  fragment Alerts on YoungPerson { restricted alerts { id kind text from reviewOn } }
`);

export const kindWords: Record<AlertKind, string> = {
  WEAPON: 'Weapon',
  VIOLENCE_TO_STAFF: 'Violence to staff',
  TWO_PERSON_VISIT: 'Visit in pairs',
  DO_NOT_VISIT_HOME: 'Do not visit at home',
  DOG: 'Dog',
  EXPLOITATION: 'Exploitation',
  SELF_HARM: 'Self-harm',
  NO_CONTACT_PAIR: 'No contact with another child',
  RIVAL_GROUP: 'Rival group',
  COURT_ORDER: 'Court order',
  MEDICAL_EMERGENCY: 'Medical emergency',
  ALLERGY: 'Allergy',
  HATE_CRIME_TARGET: 'Target of hate crime',
};

export function AlertList({ youngPerson }: { youngPerson: FragmentType<typeof Alerts> }) {
  const { alerts, restricted } = unmask(Alerts, youngPerson);
  if ((alerts ?? []).length === 0 && !restricted) return null;
  return (
    <Alert label="Alerts">
      {restricted && (
        <p className="govuk-body govuk-!-margin-bottom-1">This record is restricted to named people.</p>
      )}
      {(alerts ?? []).map((alert) => (
        <p key={alert.id} className="govuk-body govuk-!-margin-bottom-1">
          <strong>{kindWords[alert.kind]}:</strong> {alert.text}
          {alert.reviewOn && <span className="app-second">Review on {day(alert.reviewOn)}</span>}
        </p>
      ))}
    </Alert>
  );
}
