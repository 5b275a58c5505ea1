/** The people around a child. "Do not contact" shows wherever a number is. */
import { Tag } from '../components/tag';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { ContactsFragment } from '../gql/graphql';

export const Contacts = graphql(`
  fragment Contacts on YoungPerson {
    contacts {
      id version name relationship hasParentalResponsibility livesWith phone mayContact mayBeTold orderInForce
      safeToCall safeToText safeToLeaveVoicemail
    }
  }
`);

export type Contact = NonNullable<ContactsFragment['contacts']>[number];

function Phone({ contact }: { contact: Contact }) {
  if (contact.mayContact === 'NEVER') {
    return (
      <>
        <Tag colour="red">Do not contact</Tag>
        {contact.phone && <span className="app-struck"> {contact.phone}</span>}
      </>
    );
  }
  if (!contact.phone) return <>No number</>;
  const safe = [
    contact.safeToCall && 'call',
    contact.safeToText && 'text',
    contact.safeToLeaveVoicemail && 'leave a message',
  ].filter(Boolean);
  return (
    <>
      <a className="govuk-link" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
        {contact.phone}
      </a>
      {contact.mayContact === 'ASK_FIRST' && (
        <>
          {' '}
          <Tag colour="yellow">Ask first</Tag>
        </>
      )}
      <span className="app-second">
        {safe.length > 0 ? `Safe to ${safe.join(', ')}` : 'Not known what is safe'}
      </span>
    </>
  );
}

export function ContactList({ youngPerson }: { youngPerson: FragmentType<typeof Contacts> }) {
  const { contacts } = unmask(Contacts, youngPerson);
  if (contacts == null) return null;
  if (contacts.length === 0) return <p className="govuk-body">Nobody is recorded.</p>;
  return (
    <ul className="govuk-list">
      {contacts.map((contact) => (
        <li key={contact.id} className="app-contact">
          <strong>{contact.name}</strong>, {contact.relationship}
          <span className="app-second">
            {[
              contact.hasParentalResponsibility && 'Has parental responsibility',
              contact.livesWith && 'Lives with the child',
              !contact.mayBeTold && 'Must not be told',
              contact.orderInForce && `Order in force: ${contact.orderInForce}`,
            ]
              .filter(Boolean)
              .join('. ')}
          </span>
          <Phone contact={contact} />
        </li>
      ))}
    </ul>
  );
}
