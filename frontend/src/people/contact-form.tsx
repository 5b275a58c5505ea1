/** Adding, changing or ending a person around a child, and saying whether they may be contacted. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Checkbox, Radios } from '../components/choices';
import { Form } from '../components/form';
import { Select } from '../components/select';
import { TextInput } from '../components/text-input';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { useChange } from '../platform/data';
import type { Failure } from '../platform/failure';
import { useKept } from '../platform/kept';
import { type Problem, required } from '../platform/problems';
import { type Contact, Contacts } from './contacts';

const Change = graphql(`
  mutation ChangeContact($input: ChangeContactInput!) {
    changeContact(input: $input) { youngPerson { id version ...Contacts } problems { field code message } }
  }
`);

function typedOf(contact: Contact | undefined) {
  return {
    contactId: contact?.id ?? '',
    name: contact?.name ?? '',
    relationship: contact?.relationship ?? '',
    phone: contact?.phone ?? '',
    parental: contact?.hasParentalResponsibility ?? false,
    livesWith: contact?.livesWith ?? false,
    mayContact: contact?.mayContact ?? ('ASK_FIRST' as const),
    mayBeTold: contact?.mayBeTold ?? true,
    orderInForce: contact?.orderInForce ?? '',
    call: contact?.safeToCall ?? false,
    text: contact?.safeToText ?? false,
    voicemail: contact?.safeToLeaveVoicemail ?? false,
    ended: false,
    reason: '',
  };
}

interface Props {
  youngPersonId: string;
  youngPerson: FragmentType<typeof Contacts>;
  done: (words: string) => void;
  cancel: () => void;
}

export function ContactForm({ youngPersonId, youngPerson, done, cancel }: Props) {
  const contacts = unmask(Contacts, youngPerson).contacts ?? [];
  const [it, setIt] = useKept(`contact ${youngPersonId}`, typedOf(undefined));
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const change = useChange(Change);
  const set = (part: Partial<typeof it>) => setIt((before) => ({ ...before, ...part }));
  const submit = async () => {
    const found = [
      ...(it.name.trim() ? [] : [required('contact.name', 'Enter the name')]),
      ...(it.relationship.trim()
        ? []
        : [required('contact.relationship', 'Enter who they are to the child')]),
      ...(it.reason.trim() ? [] : [required('reason', 'Say how you know')]),
    ];
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0) return;
    const answer = await change.run({
      youngPersonId,
      contactId: it.contactId || undefined,
      version: contacts.find((contact) => contact.id === it.contactId)?.version,
      ended: it.ended,
      reason: it.reason.trim(),
      contact: {
        name: it.name.trim(),
        relationship: it.relationship.trim(),
        phone: it.phone.trim() || undefined,
        hasParentalResponsibility: it.parental,
        livesWith: it.livesWith,
        mayContact: it.mayContact,
        mayBeTold: it.mayBeTold,
        orderInForce: it.orderInForce.trim() || undefined,
        safeToCall: it.call,
        safeToText: it.text,
        safeToLeaveVoicemail: it.voicemail,
      },
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      setIt(typedOf(undefined));
      done('The contact was saved.');
    }
  };
  const box = (
    path: string,
    label: string,
    key: 'parental' | 'livesWith' | 'mayBeTold' | 'call' | 'text' | 'voicemail' | 'ended',
  ) => <Checkbox path={path} label={label} checked={it[key]} onChange={(on) => set({ [key]: on })} />;
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Select
        path="contactId"
        label="Who?"
        empty="Somebody new"
        value={it.contactId}
        onChange={(id) => setIt(typedOf(contacts.find((contact) => contact.id === id)))}
        options={contacts.map((contact) => ({
          value: contact.id,
          label: `${contact.name}, ${contact.relationship}`,
        }))}
      />
      <TextInput
        path="contact.name"
        label="Name"
        width={20}
        value={it.name}
        onChange={(name) => set({ name })}
      />
      <TextInput
        path="contact.relationship"
        label="Who are they to the child?"
        width={20}
        value={it.relationship}
        onChange={(relationship) => set({ relationship })}
      />
      <TextInput
        path="contact.phone"
        label="Phone (optional)"
        type="tel"
        width={20}
        value={it.phone}
        onChange={(phone) => set({ phone })}
      />
      {box('contact.hasParentalResponsibility', 'Has parental responsibility', 'parental')}
      {box('contact.livesWith', 'Lives with the child', 'livesWith')}
      <Radios
        path="contact.mayContact"
        legend="May they be contacted?"
        value={it.mayContact}
        onChange={(mayContact) => set({ mayContact })}
        choices={[
          { value: 'YES', label: 'Yes' },
          { value: 'ASK_FIRST', label: 'Ask the child first' },
          { value: 'NEVER', label: 'Do not contact' },
        ]}
      />
      {box('contact.mayBeTold', 'May be told about the work', 'mayBeTold')}
      {box('contact.safeToCall', 'Safe to call', 'call')}
      {box('contact.safeToText', 'Safe to text', 'text')}
      {box('contact.safeToLeaveVoicemail', 'Safe to leave a message', 'voicemail')}
      <TextInput
        path="contact.orderInForce"
        label="Court order in force (optional)"
        value={it.orderInForce}
        onChange={(orderInForce) => set({ orderInForce })}
      />
      {it.contactId && box('ended', 'Is no longer around the child', 'ended')}
      <TextInput
        path="reason"
        label="How do you know?"
        value={it.reason}
        onChange={(reason) => set({ reason })}
      />
      <ButtonGroup>
        <Button submit busy={change.busy}>
          Save
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
