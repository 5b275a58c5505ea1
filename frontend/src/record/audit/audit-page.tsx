/** The audit: who looked at or changed what, when and why, for those who answer for it. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Details } from '../../components/details';
import { Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { Pager, type Place, pageOf } from '../../components/pager';
import { Second, Table } from '../../components/table';
import { graphql } from '../../gql/gql';
import type { AuditFilter, AuditLinesQuery, Role } from '../../gql/graphql';
import { useData } from '../../platform/data';
import { day, instantAt, moment, nextDay } from '../../platform/dates';
import { NotFoundPage } from '../../platform/not-found-page';
import { useViewer } from '../../platform/viewer';
import { roleWords } from '../../platform/words';
import { AuditFilterForm, type Choice } from './audit-filter';
import { kindActions, kindWords, whatWords, whyWords } from './audit-words';

const AuditLines = graphql(`
  query AuditLines($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id at action subjectKind subjectReference purpose
        actor { id name }
        membership { id role organisation { id name } }
        subject { __typename id ... on User { name } ... on Organisation { name } }
        subjectPerson { id name }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

type Line = NonNullable<AuditLinesQuery['auditEntries']>['nodes'][number];

const columns = [
  { head: 'When', cell: (line: Line) => moment(line.at) },
  {
    head: 'Who',
    heads: true,
    cell: (line: Line) => (
      <>
        {line.actor?.name ?? (line.action === 'SIGN_IN_FAILED' ? 'Somebody' : 'Ridgeway itself')}
        {line.membership && (
          <Second>
            {roleWords[line.membership.role]}, {line.membership.organisation.name}
          </Second>
        )}
      </>
    ),
  },
  {
    head: 'What',
    cell: (line: Line) => (
      <>
        {whatWords(line.action, line.subjectKind)}
        {line.subjectPerson && <Second>{line.subjectPerson.name}</Second>}
        {!line.subjectPerson && line.subject && 'name' in line.subject && (
          <Second>{line.subject.name}</Second>
        )}
        {line.subjectReference && (
          <Second>
            <Link className="govuk-link" to="/audit" search={{ reference: line.subjectReference }}>
              {line.subjectReference}
            </Link>
          </Second>
        )}
      </>
    ),
  },
  { head: 'Why', cell: (line: Line) => whyWords(line.purpose) },
];

const about: Partial<Record<Role, string>> = {
  TEAM_MANAGER:
    'Who opened or changed cases and children of your service. That you look here is recorded too.',
  DATA_PROTECTION_OFFICER: 'Who saw or did what. That you look here is recorded too.',
  ADMINISTRATOR: 'Sign-ins, and rights that were given or ended. That you look here is recorded too.',
};

function filterOf(choice: Choice): AuditFilter {
  return {
    subjectReference: choice.reference,
    actorId: choice.person,
    actions: choice.what && kindActions[choice.what],
    from: choice.from && instantAt(choice.from, '0:00'),
    to: choice.to && instantAt(nextDay(choice.to), '0:00'),
  };
}

/** What the list is narrowed to, in a line. */
function Narrowed({ choice }: { choice: Choice }) {
  const parts = [
    choice.reference,
    choice.what && kindWords[choice.what].toLowerCase(),
    choice.person && 'one person',
    choice.from && `from ${day(choice.from)}`,
    choice.to && `to ${day(choice.to)}`,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="govuk-body">
      Only: <strong>{parts.join(', ')}</strong>.{' '}
      <Link className="govuk-link app-no-print" to="/audit">
        Show everything
      </Link>
    </p>
  );
}

export function AuditPage() {
  const viewer = useViewer();
  const { after, before, ...choice } = useSearch({ strict: false }) as Choice & Place;
  const navigate = useNavigate();
  const { data, failure, loading, reload } = useData(
    AuditLines,
    { filter: filterOf(choice), ...pageOf({ after, before }) },
    { pause: !viewer.canSeeAudit },
  );
  if (!viewer.canSeeAudit) return <NotFoundPage />;
  const lines = data?.auditEntries?.nodes ?? [];
  return (
    <Page title="Audit">
      <p className="govuk-body">{about[viewer.role]}</p>
      <Details summary="Choose what to see">
        <AuditFilterForm
          key={JSON.stringify(choice)}
          choice={choice}
          show={(next) => void navigate({ to: '/audit', search: next })}
        />
      </Details>
      <Narrowed choice={choice} />
      {loading && <Loading what="the audit" />}
      {failure && <NotShown message={failure.message} retry={reload} />}
      {data?.auditEntries && lines.length === 0 && (
        <p className="govuk-body">Nothing is recorded here that you may see.</p>
      )}
      {lines.length > 0 && (
        <Table caption="Newest first" columns={columns} rows={lines} keyOf={(line) => line.id} />
      )}
      {data?.auditEntries && (
        <Pager
          info={data.auditEntries.pageInfo}
          go={(place) => void navigate({ to: '/audit', search: { ...choice, ...place } })}
        />
      )}
    </Page>
  );
}
