/** Who is invited: to agree to, to make a link for, or to take back; and who asked for a new link. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Second, Table } from '../components/table';
import { Tag } from '../components/tag';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { InvitationRowFragment, LinkRequestRowFragment } from '../gql/graphql';
import { useChange } from '../platform/data';
import { day, moment } from '../platform/dates';
import { roleWords } from '../platform/words';
import type { Handed } from './handed-link';

const InvitationRow = graphql(`
  fragment InvitationRow on Invitation {
    id name email group role lead from to status invitedAt linkExpiresAt mayApprove maySend
    organisation { id name }
    invitedBy { id name }
    approvedBy { id name }
  }
`);
const LinkRequestRow = graphql(`
  fragment LinkRequestRow on LinkRequest { id at user { id name } }
`);
const Approve = graphql(`
  mutation ApproveInvitation($input: InvitationInput!) {
    approveInvitation(input: $input) {
      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }
    }
  }
`);
const Decline = graphql(`
  mutation DeclineInvitation($input: InvitationInput!) {
    declineInvitation(input: $input) {
      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }
    }
  }
`);
const Send = graphql(`
  mutation SendInvitation($input: InvitationInput!) {
    sendInvitation(input: $input) {
      invitation { id ...InvitationRow } link linkExpiresAt problems { field code message }
    }
  }
`);
const Give = graphql(`
  mutation GiveLink($input: GiveLinkInput!) {
    giveLink(input: $input) { user { id name } link linkExpiresAt problems { field code message } }
  }
`);

interface Told {
  done: (handed: Handed) => void;
  failed: (words: string) => void;
}

function InvitationActs({ row, done, failed }: { row: InvitationRowFragment } & Told) {
  const acts = { approve: useChange(Approve), decline: useChange(Decline), send: useChange(Send) };
  const run = async (name: keyof typeof acts, words: string) => {
    const answer = await acts[name].run({ invitationId: row.id });
    const wrong = answer.failure?.message ?? answer.problems[0]?.message;
    if (wrong) failed(wrong);
    else {
      const { link, linkExpiresAt: expiresAt } = answer.payload ?? {};
      done({ words, name: row.name, link, expiresAt });
    }
  };
  const busy = acts.approve.busy || acts.decline.busy || acts.send.busy;
  const act = (name: keyof typeof acts, says: string, words: string) => (
    <Button look="link" busy={busy} hiddenText={`: ${row.name}`} onClick={() => void run(name, words)}>
      {says}
    </Button>
  );
  return (
    <ButtonGroup>
      {row.mayApprove &&
        act('approve', 'Agree', `You agreed. ${row.invitedBy.name} can give them a link now.`)}
      {row.maySend &&
        act('send', 'Make a link', `There is a new link for ${row.name}. Older ones work no more.`)}
      {act(
        'decline',
        row.mayApprove ? 'Do not agree' : 'Take back',
        `The invitation of ${row.name} is closed. Its links work no more.`,
      )}
    </ButtonGroup>
  );
}

function Standing({ row }: { row: InvitationRowFragment }) {
  if (row.status === 'WAITING_FOR_APPROVAL') {
    return (
      <>
        <Tag colour="yellow">Somebody has to agree</Tag>
        {!row.mayApprove && <Second>A manager of this service, who did not invite them</Second>}
      </>
    );
  }
  return (
    <>
      <Tag colour="blue">Not used yet</Tag>
      {row.approvedBy && <Second>{row.approvedBy.name} agreed</Second>}
      {row.linkExpiresAt && <Second>The link works until {moment(row.linkExpiresAt)}</Second>}
    </>
  );
}

type Rows = ReadonlyArray<FragmentType<typeof InvitationRow>>;

export function InvitationList({ invitations, ...told }: { invitations: Rows } & Told) {
  const rows = invitations.map((row) => unmask(InvitationRow, row));
  return (
    <Table
      caption="Invited"
      columns={[
        {
          head: 'Name',
          heads: true,
          cell: (row: InvitationRowFragment) => (
            <>
              {row.name}
              <Second>{row.email}</Second>
            </>
          ),
        },
        {
          head: 'Role',
          cell: (row) => (
            <>
              {roleWords[row.role]}
              {row.lead && ', leads the group'}
              <Second>{[row.organisation.name, row.group].filter(Boolean).join(', ')}</Second>
              {row.to && <Second>Until {day(row.to)}</Second>}
            </>
          ),
        },
        {
          head: 'Invited by',
          cell: (row) => (
            <>
              {row.invitedBy.name}
              <Second>{moment(row.invitedAt)}</Second>
            </>
          ),
        },
        { head: 'Where it stands', cell: (row) => <Standing row={row} /> },
        { head: 'What to do', cell: (row) => <InvitationActs row={row} {...told} /> },
      ]}
      rows={rows}
      keyOf={(row) => row.id}
      marked={(row) => row.mayApprove}
    />
  );
}

function GiveButton({ row, done, failed }: { row: LinkRequestRowFragment } & Told) {
  const give = useChange(Give);
  const [sure, setSure] = useState(false);
  const name = row.user?.name ?? 'this person';
  const run = async () => {
    const answer = await give.run({ linkRequestId: row.id });
    const wrong = answer.failure?.message ?? answer.problems[0]?.message;
    if (wrong) failed(wrong);
    else {
      const { link, linkExpiresAt: expiresAt } = answer.payload ?? {};
      done({ words: `There is a link for ${name}.`, name, link, expiresAt });
    }
  };
  if (!sure) {
    return (
      <Button look="link" hiddenText={`for ${name}`} onClick={() => setSure(true)}>
        Give a link
      </Button>
    );
  }
  return (
    <>
      <p className="govuk-body">Ask {name} first, in person or by phone, whether it was them.</p>
      <Button look="secondary" busy={give.busy} onClick={() => void run()}>
        It was {name}: make the link
      </Button>
    </>
  );
}

type Requests = ReadonlyArray<FragmentType<typeof LinkRequestRow>>;

export function LinkRequestList({ requests, ...told }: { requests: Requests } & Told) {
  return (
    <Table
      caption="Cannot sign in"
      columns={[
        { head: 'Name', heads: true, cell: (row: LinkRequestRowFragment) => row.user?.name ?? '' },
        { head: 'Asked for a new link', cell: (row) => moment(row.at) },
        { head: 'What to do', cell: (row) => <GiveButton row={row} {...told} /> },
      ]}
      rows={requests.map((row) => unmask(LinkRequestRow, row))}
      keyOf={(row) => row.id}
      marked={() => true}
    />
  );
}
