/** When the people of a group are to be confirmed: the lead's reminder, and what an administrator sees when it is late. */
import { Link } from '@tanstack/react-router';
import { Button } from '../components/button';
import { Second, Table } from '../components/table';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { ConfirmationRowFragment } from '../gql/graphql';
import { useData } from '../platform/data';
import { day } from '../platform/dates';
import { useViewer } from '../platform/viewer';
import type { GroupName } from './confirm-form';

const ConfirmationRow = graphql(`
  fragment ConfirmationRow on GroupConfirmation {
    organisation { id name } group members led confirmedOn dueOn dueSoon overdue
  }
`);
const Confirmations = graphql(`
  query Confirmations { confirmations { ...ConfirmationRow } }
`);

type Rows = ReadonlyArray<FragmentType<typeof ConfirmationRow>>;

const nameOf = (row: ConfirmationRowFragment): GroupName => ({
  organisationId: row.organisation.id,
  organisation: row.organisation.name,
  group: row.group ?? '',
});

export function ConfirmationList({
  confirmations,
  confirm,
}: {
  confirmations: Rows;
  confirm: (group: GroupName) => void;
}) {
  const viewer = useViewer();
  const rows = confirmations.map((row) => unmask(ConfirmationRow, row));
  if (rows.length === 0) return null;
  const only = rows.length === 1 && rows[0]?.organisation.id === viewer.organisation.id ? rows[0] : undefined;
  if (only) {
    return (
      <>
        <p className="govuk-body">
          {only.confirmedOn && `You confirmed your people on ${day(only.confirmedOn)}. `}
          <strong>
            Confirm them by {day(only.dueOn)}
            {only.overdue && ': that day is past'}.
          </strong>
        </p>
        <Button look={only.dueSoon ? 'primary' : 'secondary'} onClick={() => confirm(nameOf(only))}>
          Confirm your people
        </Button>
      </>
    );
  }
  return (
    <Table
      caption="Groups whose people are not confirmed"
      columns={[
        {
          head: 'Group',
          heads: true,
          cell: (row: ConfirmationRowFragment) => (
            <>
              {row.organisation.name}
              {row.group && <Second>{row.group}</Second>}
            </>
          ),
        },
        { head: 'People', cell: (row) => row.members },
        { head: 'To be confirmed by', cell: (row) => day(row.dueOn) },
        { head: 'Who leads it', cell: (row) => (row.led ? 'Somebody: ring them' : 'Nobody') },
        {
          head: 'What to do',
          cell: (row) => (
            <Button
              look="link"
              hiddenText={`the people of ${[row.organisation.name, row.group].filter(Boolean).join(', ')}`}
              onClick={() => confirm(nameOf(row))}
            >
              Confirm
            </Button>
          ),
        },
      ]}
      rows={rows}
      keyOf={(row) => `${row.organisation.id} ${row.group ?? ''}`}
      marked={(row) => row.overdue}
    />
  );
}

/** On the start page of whoever has something to confirm or to see to. */
export function ConfirmNotice() {
  const viewer = useViewer();
  const { data } = useData(Confirmations, {}, { pause: !viewer.canKeepPeople });
  const due = (data?.confirmations ?? [])
    .map((row) => unmask(ConfirmationRow, row))
    .filter((row) => row.dueSoon);
  const first = due[0];
  if (!first) return null;
  const own = due.length === 1 && first.organisation.id === viewer.organisation.id;
  return (
    <section className="govuk-width-container app-notice" aria-label="To confirm">
      <p className="govuk-body govuk-!-margin-bottom-0">
        <Link className="govuk-link" to="/people">
          {own
            ? `Confirm your people by ${day(first.dueOn)}`
            : `${due.length} ${due.length === 1 ? 'group has' : 'groups have'} people who are not confirmed`}
        </Link>
        {own && first.overdue && ' That day is past.'}
      </p>
    </section>
  );
}
