/** Inviting somebody to a role: to the own group, or for an administrator anywhere. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Checkbox } from '../components/choices';
import { DateInput, isBlank, noDate } from '../components/date-input';
import { Form } from '../components/form';
import { Select } from '../components/select';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import type { Role } from '../gql/graphql';
import { useChange } from '../platform/data';
import { isoFrom } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { useKept } from '../platform/kept';
import { type Problem, required } from '../platform/problems';
import { useViewer } from '../platform/viewer';
import type { Handed } from './handed-link';
import { OrganisationField } from './organisation-field';
import { rolesToOffer } from './role-choices';

const Invite = graphql(`
  mutation InviteUser($input: InviteUserInput!) {
    inviteUser(input: $input) {
      invitation { id status ...InvitationRow }
      link linkExpiresAt
      problems { field code message }
    }
  }
`);

interface Typed {
  name: string;
  email: string;
  role: Role | '';
  lead: boolean;
  until: typeof noDate;
  organisationId: string;
  organisation: string;
  group: string;
}

function problemsOf(it: Typed, anywhere: boolean): Problem[] {
  const problems: Problem[] = [];
  if (!it.name.trim()) problems.push(required('name', 'Enter their name'));
  if (!it.email.trim()) problems.push(required('email', 'Enter their email address'));
  if (anywhere && !it.organisationId) problems.push(required('organisationId', 'Choose the organisation'));
  if (!it.role) problems.push(required('role', 'Choose the role'));
  if (!isBlank(it.until) && !isoFrom(it.until)) {
    problems.push({ path: 'to', code: 'INVALID', message: 'The last day must be a real date' });
  }
  return problems;
}

export function InviteForm({ done, cancel }: { done: (handed: Handed) => void; cancel: () => void }) {
  const viewer = useViewer();
  const anywhere = viewer.role === 'ADMINISTRATOR';
  const roles = rolesToOffer(viewer.role);
  const empty: Typed = {
    name: '',
    email: '',
    role: roles.length === 1 ? (roles[0]?.value ?? '') : '',
    lead: false,
    until: noDate,
    organisationId: '',
    organisation: '',
    group: '',
  };
  const [it, setIt] = useKept<Typed>('invite', empty);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const invite = useChange(Invite);
  const set = (change: Partial<Typed>) => setIt((before) => ({ ...before, ...change }));
  const submit = async () => {
    const found = problemsOf(it, anywhere);
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0 || !it.role) return;
    const answer = await invite.run({
      name: it.name.trim(),
      email: it.email.trim(),
      role: it.role,
      lead: it.lead,
      to: isoFrom(it.until) ?? undefined,
      organisationId: anywhere ? it.organisationId : undefined,
      group: anywhere ? it.group.trim() : undefined,
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (!answer.payload || answer.problems.length > 0) return;
    const { invitation, link, linkExpiresAt } = answer.payload;
    const waits = invitation?.status === 'WAITING_FOR_APPROVAL';
    const more = waits ? ' A manager of that service has to agree before there is a link.' : '';
    const words = `${it.name.trim()} is invited.${more}`;
    setIt(empty);
    done({ words, name: it.name.trim(), link, expiresAt: linkExpiresAt });
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <TextInput path="name" label="Their name" value={it.name} onChange={(name) => set({ name })} />
      <TextInput
        path="email"
        label="Their email address"
        hint="They sign in with it. Use the one that they have at work."
        type="email"
        value={it.email}
        onChange={(email) => set({ email })}
      />
      {anywhere && (
        <>
          <OrganisationField
            path="organisationId"
            label="Organisation"
            value={it.organisationId}
            name={it.organisation}
            onChange={(organisationId, organisation) => set({ organisationId, organisation })}
          />
          <TextInput
            path="group"
            label="Group (optional)"
            hint="A referrer's group, such as Safeguarding leads. Those of one group see each other's referrals."
            width={20}
            value={it.group}
            onChange={(group) => set({ group })}
          />
        </>
      )}
      <Select
        path="role"
        label="Role"
        hint="A role that opens children's records needs a second person: a manager of that service."
        empty={roles.length > 1 ? 'Choose' : undefined}
        value={it.role}
        onChange={(role) => set({ role: role as Role | '' })}
        options={roles}
      />
      <DateInput
        path="to"
        legend="Last day (optional)"
        value={it.until}
        onChange={(until) => set({ until })}
      />
      <Checkbox
        path="lead"
        label="They lead the group: they invite, confirm and end its people"
        checked={it.lead}
        onChange={(lead) => set({ lead })}
      />
      <ButtonGroup>
        <Button submit busy={invite.busy}>
          Invite
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
