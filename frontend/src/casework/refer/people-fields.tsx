/** People around the child, as many as there are: family and professionals. */
import { Button } from '../../components/button';
import { Checkbox, Radios } from '../../components/choices';
import { TextInput } from '../../components/text-input';
import type { ContactPermission } from '../../gql/graphql';
import { replaced, without } from '../../platform/lists';
import type { StepProps } from './danger-step';
import type { TypedContact, TypedProfessional } from './typed';

const permissions: { value: ContactPermission; label: string }[] = [
  { value: 'YES', label: 'Yes' },
  { value: 'ASK_FIRST', label: 'Ask us first' },
  { value: 'NEVER', label: 'No, never' },
];

export function ContactFields({ it, set }: StepProps) {
  const change = (index: number, part: Partial<TypedContact>) =>
    set({ contacts: replaced(it.contacts, index, part) });
  const empty: TypedContact = {
    name: '',
    relationship: '',
    phone: '',
    parental: false,
    livesWith: false,
    mayContact: 'ASK_FIRST',
  };
  return (
    <div id="f-youngPerson-contacts" tabIndex={-1}>
      {it.contacts.map((contact, index) => {
        const path = `youngPerson.contacts.${index}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: people in the order in which they were added
          <fieldset key={index} className="govuk-fieldset app-person">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              Family or carer {index + 1}
            </legend>
            <TextInput
              path={`${path}.name`}
              label="Name"
              width={20}
              value={contact.name}
              onChange={(name) => change(index, { name })}
            />
            <TextInput
              path={`${path}.relationship`}
              label="Who are they to the child?"
              hint="For example mother, uncle, foster carer"
              width={20}
              value={contact.relationship}
              onChange={(relationship) => change(index, { relationship })}
            />
            <TextInput
              path={`${path}.phone`}
              label="Phone (optional)"
              type="tel"
              width={20}
              value={contact.phone}
              onChange={(phone) => change(index, { phone })}
            />
            <Checkbox
              path={`${path}.hasParentalResponsibility`}
              label="Has parental responsibility"
              checked={contact.parental}
              onChange={(parental) => change(index, { parental })}
            />
            <Checkbox
              path={`${path}.livesWith`}
              label="Lives with the child"
              checked={contact.livesWith}
              onChange={(livesWith) => change(index, { livesWith })}
            />
            <Radios
              path={`${path}.mayContact`}
              legend="May the service contact them?"
              inline
              value={contact.mayContact}
              onChange={(mayContact) => change(index, { mayContact })}
              choices={permissions}
            />
            <Button look="secondary" onClick={() => set({ contacts: without(it.contacts, index) })}>
              Remove {contact.name || 'this person'}
            </Button>
          </fieldset>
        );
      })}
      <Button look="secondary" onClick={() => set({ contacts: [...it.contacts, empty] })}>
        Add {it.contacts.length > 0 ? 'another' : 'a'} parent, carer or relative
      </Button>
    </div>
  );
}

export function ProfessionalFields({ it, set }: StepProps) {
  const change = (index: number, part: Partial<TypedProfessional>) =>
    set({ professionals: replaced(it.professionals, index, part) });
  return (
    <div id="f-professionals" tabIndex={-1}>
      {it.professionals.map((professional, index) => {
        const path = `professionals.${index}`;
        const field = (key: keyof TypedProfessional, label: string) => (
          <TextInput
            path={`${path}.${key}`}
            label={label}
            width={20}
            value={professional[key]}
            onChange={(value) => change(index, { [key]: value })}
          />
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: people in the order in which they were added
          <fieldset key={index} className="govuk-fieldset app-person">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              Professional {index + 1}
            </legend>
            {field('name', 'Name')}
            {field('role', 'Role')}
            {field('organisation', 'Organisation (optional)')}
            {field('phone', 'Phone (optional)')}
            <Button look="secondary" onClick={() => set({ professionals: without(it.professionals, index) })}>
              Remove {professional.name || 'this professional'}
            </Button>
          </fieldset>
        );
      })}
      <Button
        look="secondary"
        onClick={() =>
          set({ professionals: [...it.professionals, { name: '', role: '', organisation: '', phone: '' }] })
        }
      >
        Add {it.professionals.length > 0 ? 'another' : 'a'} professional
      </Button>
    </div>
  );
}
