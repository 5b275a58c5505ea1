/** A manager's start page: cases without a worker, decisions to countersign, the team's cases. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { Pager, pageOf } from '../../components/pager';
import { SubNavigation, SubNavigationItem } from '../../components/sub-navigation';
import { unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { CaseFilter } from '../../gql/graphql';
import { teamViews } from '../../platform/choices';
import { useData } from '../../platform/data';
import { useViewer } from '../../platform/viewer';
import { LiveBar } from '../live-bar';
import { CaseRow, CaseTable } from './case-table';
import { Countersigns } from './countersigns';
import { openStatuses } from './work-page';

const Team = graphql(`
  query Team(
    $decisions: Boolean!, $filter: CaseFilter, $first: Int, $after: String, $last: Int, $before: String
  ) {
    cases(filter: $filter, orderBy: NEXT_DUE, first: $first, after: $after, last: $last, before: $before)
      @skip(if: $decisions) {
      totalCount
      nodes { id ...CaseRow }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
    decisions: referrals(
      filter: { awaitingCountersign: true }, orderBy: OLDEST
      first: $first, after: $after, last: $last, before: $before
    ) @include(if: $decisions) {
      nodes { id ...CountersignRow }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
    waiting: referrals(filter: { awaitingCountersign: true }, first: 1) { totalCount }
    unallocated: cases(filter: { unallocated: true }, first: 1) { totalCount }
    unseen: cases(filter: { notSeenForDays: 28 }, first: 1) { totalCount }
    tasks(filter: { mine: true, done: false }, first: 1) { totalCount }
  }
`);
const TeamWorkers = graphql(`
  query TeamWorkers($organisationId: ID!) {
    users(filter: { organisationId: $organisationId, roles: [CASEWORKER] }, first: 100) { nodes { id name } }
  }
`);

type View = (typeof teamViews)[number];
const names: Record<View, string> = {
  unallocated: 'Not allocated',
  all: 'All open cases',
  unseen: 'Not seen for 28 days',
  countersign: 'To countersign',
};

interface Search {
  view?: View;
  /** An opaque id, as the API gives it. */
  worker?: string;
  after?: string;
  before?: string;
}

function filterOf(view: View, worker: string | undefined): CaseFilter {
  if (view === 'unallocated') return { unallocated: true };
  if (view === 'unseen') return { notSeenForDays: 28, statuses: openStatuses, caseworkerId: worker };
  return { statuses: openStatuses, caseworkerId: worker };
}

export function TeamPage() {
  const viewer = useViewer();
  const navigate = useNavigate();
  const list = useRef<HTMLTableElement>(null);
  const search = useSearch({ strict: false }) as Search;
  const view = search.view ?? 'unallocated';
  const { data, failure, loading, reload } = useData(Team, {
    decisions: view === 'countersign',
    filter: filterOf(view, search.worker),
    ...pageOf(search),
  });
  const { data: team } = useData(TeamWorkers, { organisationId: viewer.organisation.id });
  const rows = (data?.cases?.nodes ?? []).map((row) => unmask(CaseRow, row));
  const waiting = data?.waiting?.totalCount;
  const pages = (data?.decisions ?? data?.cases)?.pageInfo;
  const total = data?.cases?.totalCount ?? 0;
  const tasks = data?.tasks?.totalCount ?? 0;
  const counts: Partial<Record<View, number>> = {
    unallocated: data?.unallocated?.totalCount,
    unseen: data?.unseen?.totalCount,
    countersign: waiting,
  };
  return (
    <Page title="Team" caption={viewer.organisation.name}>
      <LiveBar
        reload={reload}
        nouns={['case', 'referral']}
        list={list}
        firstPage={!search.after && !search.before}
      />
      {tasks > 0 && (
        <p className="govuk-body">
          <Link className="govuk-link" to="/tasks" search={{ view: 'mine' }}>
            {tasks} {tasks === 1 ? 'task' : 'tasks'} for you
          </Link>
        </p>
      )}
      <SubNavigation label="Which part of the team's work">
        {teamViews.map((name) => (
          <SubNavigationItem key={name}>
            <Link
              className="moj-sub-navigation__link"
              to="/"
              search={{ view: name }}
              aria-current={view === name ? 'page' : undefined}
            >
              {names[name]}
              {counts[name] !== undefined && ` (${counts[name]})`}
            </Link>
          </SubNavigationItem>
        ))}
      </SubNavigation>
      {(view === 'all' || view === 'unseen') && (
        <div className="app-filters app-no-print">
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor="worker">
              Caseworker
            </label>
            <select
              className="govuk-select"
              id="worker"
              value={search.worker ?? ''}
              onChange={(event) =>
                void navigate({ to: '/', search: { view, worker: event.target.value || undefined } })
              }
            >
              <option value="">Everyone</option>
              {(team?.users?.nodes ?? []).map((user) => (
                <option key={user.id} value={user.id}>
                  {user.name}
                </option>
              ))}
            </select>
          </div>
        </div>
      )}
      {loading && <Loading what="the team's work" />}
      {failure && <NotShown message={failure.message} retry={reload} />}
      {data?.decisions && <Countersigns referrals={data.decisions.nodes} total={waiting} />}
      {data?.cases && rows.length === 0 && <p className="govuk-body">No cases here.</p>}
      {rows.length > 0 && (
        <CaseTable ref={list} rows={rows} withWorker caption={`${total} ${total === 1 ? 'case' : 'cases'}`} />
      )}
      {pages && (
        <Pager
          info={pages}
          go={(place) => void navigate({ to: '/', search: { view, worker: search.worker, ...place } })}
        />
      )}
    </Page>
  );
}
