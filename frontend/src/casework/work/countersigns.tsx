/** Decisions that wait for a manager's countersign. */
import { Link } from '@tanstack/react-router';
import { Second, Table } from '../../components/table';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { CountersignRowFragment } from '../../gql/graphql';
import { moment } from '../../platform/dates';
import { outcomeWords, reasonWords } from '../words';

const CountersignRow = graphql(`
  fragment CountersignRow on Referral {
    id reference viewerCanCountersign
    child { id displayName }
    sourceOrganisation { id name }
    decision { outcome reason decidedAt decidedBy { id name } }
  }
`);

const columns = [
  {
    head: 'Child',
    heads: true,
    cell: (row: CountersignRowFragment) => (
      <>
        <Link
          className="govuk-link"
          to="/referrals/$reference"
          params={{ reference: row.reference }}
          search={row.viewerCanCountersign ? { act: 'countersign' } : {}}
        >
          {row.child.displayName}
        </Link>
        <Second>{row.reference}</Second>
      </>
    ),
  },
  {
    head: 'Decision',
    cell: (row: CountersignRowFragment) => (
      <>
        {row.decision?.outcome && outcomeWords[row.decision.outcome]}
        {row.decision?.reason && <Second>{reasonWords[row.decision.reason]}</Second>}
      </>
    ),
  },
  {
    head: 'By',
    cell: (row: CountersignRowFragment) => (
      <>
        {row.decision?.decidedBy?.name}
        {row.decision && <Second>{moment(row.decision.decidedAt)}</Second>}
      </>
    ),
  },
  { head: 'From', cell: (row: CountersignRowFragment) => row.sourceOrganisation.name },
];

export function Countersigns({
  referrals,
  total,
}: {
  referrals: ReadonlyArray<FragmentType<typeof CountersignRow>>;
  total: number | null | undefined;
}) {
  const rows = referrals.map((referral) => unmask(CountersignRow, referral));
  if (rows.length === 0) return <p className="govuk-body">No decision waits for you.</p>;
  return (
    <Table
      caption={`${total ?? rows.length} ${total === 1 ? 'decision' : 'decisions'}`}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
    />
  );
}
