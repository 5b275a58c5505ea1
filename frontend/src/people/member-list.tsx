/** Who belongs to a group, and ending what somebody holds: asked twice, done at once. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Warning } from '../components/messages';
import { Second, Table } from '../components/table';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { MemberRowFragment } from '../gql/graphql';
import { useChange } from '../platform/data';
import { day, moment } from '../platform/dates';
import { useViewer } from '../platform/viewer';
import { roleWords } from '../platform/words';

const MemberRow = graphql(`
  fragment MemberRow on Membership {
    id group role lead from to lastSignedInAt mayEnd
    user { id name jobTitle }
    organisation { id name }
  }
`);
const EndMembership = graphql(`
  mutation EndMembership($input: EndMembershipInput!) {
    endMembership(input: $input) { user { id name } problems { field code message } }
  }
`);
const EndUser = graphql(`
  mutation EndUser($input: EndUserInput!) {
    endUser(input: $input) { user { id name } problems { field code message } }
  }
`);

interface Told {
  done: (words: string) => void;
  failed: (words: string) => void;
}

function AskToEnd({ row, close, done, failed }: { row: MemberRowFragment; close: () => void } & Told) {
  const viewer = useViewer();
  const role = useChange(EndMembership);
  const account = useChange(EndUser);
  const busy = role.busy || account.busy;
  const told = (wrong: string | undefined, words: string) => {
    close();
    if (wrong) failed(wrong);
    else done(words);
  };
  const endRole = async () => {
    const { failure, problems } = await role.run({ membershipId: row.id });
    told(
      failure?.message ?? problems[0]?.message,
      `${row.user.name} is no longer ${roleWords[row.role]} here.`,
    );
  };
  const endAccount = async () => {
    const { failure, problems } = await account.run({ userId: row.user.id });
    told(failure?.message ?? problems[0]?.message, `The account of ${row.user.name} has ended.`);
  };
  return (
    <section aria-label={`End the access of ${row.user.name}`}>
      <Warning>
        {row.user.name} loses the role of {roleWords[row.role]} at {row.organisation.name} at once. Give cases
        and tasks to somebody else first.
      </Warning>
      <ButtonGroup>
        <Button look="warning" busy={busy} onClick={() => void endRole()}>
          End this role
        </Button>
        {viewer.role === 'ADMINISTRATOR' && (
          <Button look="warning" busy={busy} onClick={() => void endAccount()}>
            End the account and all its roles
          </Button>
        )}
        <Button look="link" onClick={close}>
          Cancel
        </Button>
      </ButtonGroup>
    </section>
  );
}

type Rows = ReadonlyArray<FragmentType<typeof MemberRow>>;

export function MemberList({ members, caption, ...told }: { members: Rows; caption: string } & Told) {
  const viewer = useViewer();
  const [ending, setEnding] = useState<string>();
  const rows = members.map((row) => unmask(MemberRow, row));
  const chosen = rows.find((row) => row.id === ending);
  return (
    <>
      {chosen && <AskToEnd row={chosen} close={() => setEnding(undefined)} {...told} />}
      <Table
        caption={caption}
        columns={[
          {
            head: 'Name',
            heads: true,
            cell: (row: MemberRowFragment) => (
              <>
                {row.user.name}
                {row.user.jobTitle && <Second>{row.user.jobTitle}</Second>}
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
              </>
            ),
          },
          {
            head: 'From and to',
            cell: (row) => (
              <>
                {day(row.from)}
                <Second>{row.to ? `Until ${day(row.to)}` : 'No last day'}</Second>
              </>
            ),
          },
          {
            head: 'Last signed in',
            cell: (row) => (row.lastSignedInAt ? moment(row.lastSignedInAt) : 'Not yet'),
          },
          {
            head: 'What to do',
            cell: (row) =>
              row.mayEnd ? (
                <Button
                  look="link"
                  hiddenText={`the access of ${row.user.name}`}
                  onClick={() => setEnding(row.id)}
                >
                  End
                </Button>
              ) : row.user.id === viewer.user.id ? (
                'This is you'
              ) : (
                'Ask who leads the group'
              ),
          },
        ]}
        rows={rows}
        keyOf={(row) => row.id}
      />
    </>
  );
}
