/** A lead says who still belongs to the group. Nobody is ticked beforehand, and who is not to stay is asked about again. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Checkboxes } from '../components/choices';
import { Form } from '../components/form';
import { Loading, NotShown, Warning } from '../components/messages';
import { graphql } from '../gql/gql';
import { useChange, useData } from '../platform/data';
import type { Failure } from '../platform/failure';
import type { Problem } from '../platform/problems';
import { useViewer } from '../platform/viewer';
import { roleWords } from '../platform/words';

const Group = graphql(`
  query GroupToConfirm($filter: MembershipFilter) {
    memberships(filter: $filter, first: 100) {
      totalCount
      nodes { id role lead user { id name } }
    }
  }
`);
const Confirm = graphql(`
  mutation ConfirmMembers($input: ConfirmMembersInput!) {
    confirmMembers(input: $input) { confirmedOn problems { field code message } }
  }
`);

export interface GroupName {
  organisationId: string;
  organisation: string;
  group: string;
}

interface Props {
  group: GroupName;
  done: (words: string) => void;
  cancel: () => void;
}

export function ConfirmForm({ group, done, cancel }: Props) {
  const viewer = useViewer();
  const filter = { organisationId: group.organisationId, group: group.group };
  const { data, failure: notLoaded, reload } = useData(Group, { filter });
  const [staying, setStaying] = useState<string[]>([]);
  const [asked, setAsked] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const confirm = useChange(Confirm);
  if (notLoaded) return <NotShown message={notLoaded.message} retry={reload} />;
  const members = data?.memberships?.nodes;
  if (!members) return <Loading what="the group" />;
  if ((data?.memberships?.totalCount ?? 0) > members.length) {
    return <NotShown message="This group is too large for this page. Ask an administrator to confirm it." />;
  }
  const own = members.filter((one) => one.user.id === viewer.user.id);
  const others = members.filter((one) => one.user.id !== viewer.user.id);
  const ending = others.filter((one) => !staying.includes(one.id));
  const submit = async () => {
    setProblems([]);
    setFailure(undefined);
    if (ending.length > 0 && !asked) {
      setAsked(true);
      return;
    }
    const answer = await confirm.run({
      organisationId: group.organisationId,
      group: group.group,
      staying: [...own.map((one) => one.id), ...staying],
      ending: ending.map((one) => one.id),
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.problems.length > 0) {
      setAsked(false);
      reload();
    } else if (!answer.failure) {
      done(
        ending.length > 0
          ? 'The people are confirmed. The others have lost their access.'
          : 'The people are confirmed.',
      );
    }
  };
  const names = ending.map((one) => one.user.name).join(', ');
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <h2 className="govuk-heading-m">
        Who still belongs to {[group.organisation, group.group].filter(Boolean).join(', ')}?
      </h2>
      <Checkboxes
        path="staying"
        legend="Tick everyone who stays"
        hint="Somebody who changed their job, is away for long or has left should not keep their access. You stay yourself."
        values={staying}
        onChange={(values) => {
          setStaying(values);
          setAsked(false);
        }}
        choices={others.map((one) => ({
          value: one.id,
          label: `${one.user.name}, ${roleWords[one.role]}${one.lead ? ', leads the group' : ''}`,
        }))}
      />
      {asked && (
        <Warning>
          {names} {ending.length === 1 ? 'loses' : 'lose'} their access at once. Is that right?
        </Warning>
      )}
      <ButtonGroup>
        <Button submit busy={confirm.busy} look={asked ? 'warning' : 'primary'}>
          {asked
            ? `Confirm, and end ${ending.length === 1 ? 'one person’s' : `${ending.length} people’s`} access`
            : 'Confirm'}
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
