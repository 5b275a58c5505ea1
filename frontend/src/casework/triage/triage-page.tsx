/** The queue of a service: what waits, who has it, when it is due. */

import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { Pager, pageOf } from '../../components/pager';
import { SubNavigation, SubNavigationItem } from '../../components/sub-navigation';
import { Second, Table } from '../../components/table';
import { unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { QueueRowFragment, ReferralFilter, ReferralOrder, Urgency } from '../../gql/graphql';
import { queueOrders, queueUrgencies, queueViews } from '../../platform/choices';
import { now } from '../../platform/clock';
import { useData } from '../../platform/data';
import { ageOn, dueWords, isoDay, moment, time } from '../../platform/dates';
import { useViewer } from '../../platform/viewer';
import { factorWords } from '../factors';
import { LiveBar } from '../live-bar';
import { OverdueTag, StatusTag, UrgencyTag } from '../tags';
import { urgencyWords } from '../words';
import { dueOf } from './due';
import { TakeButton } from './take-button';

const QueueRow = graphql(`
  fragment QueueRow on Referral {
    id reference status urgency overdue submittedAt triageDueAt answerDueOn mainFactor awaitingCountersign
    child { id displayName dateOfBirth }
    owner { id name }
    sourceOrganisation { id name }
    services { id name }
    ...TakeButton
  }
`);

const Queue = graphql(`
  query Queue($filter: ReferralFilter, $orderBy: ReferralOrder, $first: Int, $after: String, $last: Int, $before: String) {
    referrals(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      nodes { id ...QueueRow }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
    unowned: referrals(filter: { unowned: true, statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }
    mine: referrals(filter: { mine: true, statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }
    overdue: referrals(filter: { overdue: true }, first: 1) { totalCount }
    waiting: referrals(filter: { statuses: [SUBMITTED, INFO_REQUESTED] }, first: 1) { totalCount }
  }
`);

type View = (typeof queueViews)[number];
type Order = (typeof queueOrders)[number];
interface Search {
  view?: View;
  urgency?: Urgency;
  order?: Order;
  after?: string;
  before?: string;
}

const filters: Record<View, ReferralFilter> = {
  waiting: { statuses: ['SUBMITTED', 'INFO_REQUESTED'] },
  unowned: { statuses: ['SUBMITTED', 'INFO_REQUESTED'], unowned: true },
  mine: { statuses: ['SUBMITTED', 'INFO_REQUESTED'], mine: true },
  overdue: { overdue: true },
  decided: { statuses: ['ACCEPTED', 'ADDED_TO_CASE', 'REDIRECTED', 'DECLINED', 'DUPLICATE', 'WITHDRAWN'] },
};
const names: Record<View, string> = {
  waiting: 'Waiting',
  unowned: 'Nobody has it',
  mine: 'I have it',
  overdue: 'Overdue',
  decided: 'Decided',
};
const orders: Record<Order, ReferralOrder> = { due: 'TRIAGE_DUE', oldest: 'OLDEST', newest: 'NEWEST' };
const orderNames: Record<Order, string> = {
  due: 'Due first',
  oldest: 'Oldest first',
  newest: 'Newest first',
};

function Due({ row }: { row: QueueRowFragment }) {
  if (row.status !== 'SUBMITTED' && row.status !== 'INFO_REQUESTED') return null;
  const today = isoDay(now());
  const { on, why } = dueOf(row, today);
  return (
    <>
      {dueWords(on, today)}
      {on === today && !why && ` by ${time(row.triageDueAt)}`}
      {why && <Second>{why}</Second>}
      {row.overdue && (
        <Second>
          <OverdueTag />
        </Second>
      )}
    </>
  );
}

const columns = (reload: () => void) => [
  {
    head: 'Child',
    heads: true,
    cell: (row: QueueRowFragment) => (
      <>
        <Link className="govuk-link" to="/referrals/$reference" params={{ reference: row.reference }}>
          {row.child.displayName}
        </Link>
        <Second>
          {ageOn(row.child.dateOfBirth, isoDay(now()))}, {row.reference}
        </Second>
      </>
    ),
  },
  {
    head: 'Urgency',
    cell: (row: QueueRowFragment) => <UrgencyTag urgency={row.urgency} />,
  },
  { head: 'Due', cell: (row: QueueRowFragment) => <Due row={row} /> },
  {
    head: 'From',
    cell: (row: QueueRowFragment) => (
      <>
        {row.sourceOrganisation.name}
        <Second>{moment(row.submittedAt)}</Second>
      </>
    ),
  },
  {
    head: 'Worry',
    cell: (row: QueueRowFragment) => (
      <>
        {factorWords(row.mainFactor)}
        {row.services.length > 1 && <Second>Sent to both services</Second>}
      </>
    ),
  },
  {
    head: 'Who has it',
    cell: (row: QueueRowFragment) => (
      <>
        {row.status === 'SUBMITTED' || row.status === 'INFO_REQUESTED' ? (
          <TakeButton referral={row} stale={reload} />
        ) : (
          row.status && <StatusTag status={row.status} />
        )}
        {row.awaitingCountersign && <Second>Waits for the manager's countersign</Second>}
      </>
    ),
  },
];

function Choices({ search, order }: { search: Search; order: Order }) {
  const navigate = useNavigate();
  const choose = (next: Partial<Search>) =>
    void navigate({ to: '.', search: { ...search, after: undefined, before: undefined, ...next } });
  return (
    <div className="app-filters app-no-print">
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="urgency">
          Urgency
        </label>
        <select
          className="govuk-select"
          id="urgency"
          value={search.urgency ?? ''}
          onChange={(event) => choose({ urgency: (event.target.value || undefined) as Urgency | undefined })}
        >
          <option value="">Any</option>
          {queueUrgencies.map((urgency) => (
            <option key={urgency} value={urgency}>
              {urgencyWords[urgency]}
            </option>
          ))}
        </select>
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="order">
          Order
        </label>
        <select
          className="govuk-select"
          id="order"
          value={order}
          onChange={(event) => choose({ order: event.target.value as Order })}
        >
          {queueOrders.map((order) => (
            <option key={order} value={order}>
              {orderNames[order]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

export function TriagePage() {
  const search = useSearch({ strict: false }) as Search;
  const viewer = useViewer();
  const navigate = useNavigate();
  const list = useRef<HTMLTableElement>(null);
  const [told, setTold] = useState('');
  const view = search.view ?? 'waiting';
  const order = search.order ?? (view === 'decided' ? 'newest' : 'due');
  const { data, failure, loading, reload } = useData(Queue, {
    filter: { ...filters[view], ...(search.urgency && { urgencies: [search.urgency] }) },
    orderBy: orders[order],
    ...pageOf(search),
  });
  const rows = (data?.referrals?.nodes ?? []).map((row) => unmask(QueueRow, row));
  const total = data?.referrals?.totalCount ?? 0;
  const counts: Partial<Record<View, number>> = {
    waiting: data?.waiting?.totalCount,
    unowned: data?.unowned?.totalCount,
    mine: data?.mine?.totalCount,
    overdue: data?.overdue?.totalCount,
  };
  const stale = () => {
    setTold('Somebody else was quicker. The list is up to date.');
    reload();
  };
  return (
    <Page title="Triage" caption={viewer.organisation.name}>
      <LiveBar reload={reload} nouns={['referral']} list={list} firstPage={!search.after && !search.before} />
      <div role="status" className="govuk-body">
        {told}
      </div>
      <SubNavigation label="Which referrals">
        {queueViews.map((name) => (
          <SubNavigationItem key={name}>
            <Link
              className="moj-sub-navigation__link"
              to="."
              search={{ ...search, view: name, after: undefined, before: undefined }}
              aria-current={view === name ? 'page' : undefined}
            >
              {names[name]}
              {counts[name] !== undefined && ` (${counts[name]})`}
            </Link>
          </SubNavigationItem>
        ))}
      </SubNavigation>
      <Choices search={search} order={order} />
      {loading && <Loading what="the queue" />}
      {failure && <NotShown message={failure.message} retry={reload} />}
      {data?.referrals && rows.length === 0 && <p className="govuk-body">Nothing waits here.</p>}
      {rows.length > 0 && (
        <Table
          ref={list}
          caption={`${total} ${total === 1 ? 'referral' : 'referrals'}`}
          columns={columns(stale)}
          rows={rows}
          keyOf={(row) => row.id}
          marked={(row) => row.overdue || row.urgency === 'IMMEDIATE'}
        />
      )}
      {data?.referrals && (
        <Pager
          info={data.referrals.pageInfo}
          go={(place) =>
            void navigate({ to: '.', search: { ...search, after: undefined, before: undefined, ...place } })
          }
        />
      )}
    </Page>
  );
}
