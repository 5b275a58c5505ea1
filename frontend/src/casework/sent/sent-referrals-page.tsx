/** The referrals of a referrer's group: stages, what wants an answer, when. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { Pager, pageOf } from '../../components/pager';
import { SubNavigation, SubNavigationItem } from '../../components/sub-navigation';
import { Second, Table } from '../../components/table';
import { unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { ReferralFilter, SentRowFragment } from '../../gql/graphql';
import { sentViews } from '../../platform/choices';
import { useData } from '../../platform/data';
import { day } from '../../platform/dates';
import { LiveBar } from '../live-bar';
import { StageTag, UrgencyTag } from '../tags';
import { useSentPath } from './path';

const SentRow = graphql(`
  fragment SentRow on Referral {
    id reference stage urgency submittedAt answerDueOn
    child { id displayName }
    services { id name }
    contactPoint { name phone }
  }
`);

const SentReferrals = graphql(`
  query SentReferrals($filter: ReferralFilter, $first: Int, $after: String, $last: Int, $before: String) {
    referrals(filter: $filter, orderBy: NEWEST, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      nodes { id ...SentRow }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
    asked: referrals(filter: { stages: [QUESTION_FOR_YOU] }, first: 1) { totalCount }
  }
`);

type View = (typeof sentViews)[number];

const filters: Record<View, ReferralFilter> = {
  open: { stages: ['RECEIVED', 'QUESTION_FOR_YOU', 'BEING_LOOKED_AT', 'SOMEONE_IS_WORKING_ON_IT'] },
  asked: { stages: ['QUESTION_FOR_YOU'] },
  ended: { stages: ['NOT_TAKEN_ON', 'ENDED', 'WITHDRAWN'] },
  all: {},
};
const names: Record<View, string> = { open: 'Open', asked: 'Questions for you', ended: 'Ended', all: 'All' };

const columns = [
  {
    head: 'Child',
    heads: true,
    cell: (row: SentRowFragment) => (
      <>
        <Link className="govuk-link" to="/referrals/$reference" params={{ reference: row.reference }}>
          {row.child.displayName}
        </Link>
        <Second>{row.reference}</Second>
      </>
    ),
  },
  {
    head: 'Stage',
    cell: (row: SentRowFragment) => (
      <>
        <StageTag stage={row.stage} />
        {row.stage === 'QUESTION_FOR_YOU' && row.answerDueOn && (
          <Second>Answer by {day(row.answerDueOn)}</Second>
        )}
      </>
    ),
  },
  { head: 'Urgency', cell: (row: SentRowFragment) => <UrgencyTag urgency={row.urgency} /> },
  { head: 'Sent', cell: (row: SentRowFragment) => day(row.submittedAt) },
  {
    head: 'With',
    cell: (row: SentRowFragment) => (
      <>
        {row.services.map((service) => service.name).join(', ')}
        {row.contactPoint && <Second>{row.contactPoint.phone}</Second>}
      </>
    ),
  },
];

export function SentReferralsPage() {
  const search = useSearch({ strict: false }) as { view?: View; after?: string; before?: string };
  const navigate = useNavigate();
  const list = useRef<HTMLTableElement>(null);
  const here = useSentPath();
  const view = search.view ?? 'open';
  const { data, failure, loading, reload } = useData(SentReferrals, {
    filter: filters[view],
    ...pageOf(search),
  });
  const rows = (data?.referrals?.nodes ?? []).map((row) => unmask(SentRow, row));
  const total = data?.referrals?.totalCount ?? 0;
  const asked = data?.asked?.totalCount ?? 0;
  return (
    <Page
      title="Referrals you sent"
      actions={
        <Link className="govuk-button govuk-!-margin-bottom-0" to="/referrals/new">
          Refer a child
        </Link>
      }
    >
      <LiveBar reload={reload} nouns={['referral']} list={list} firstPage={!search.after && !search.before} />
      <SubNavigation label="Which referrals">
        {sentViews.map((name) => (
          <SubNavigationItem key={name}>
            <Link
              className="moj-sub-navigation__link"
              to={here}
              search={{ view: name }}
              aria-current={view === name ? 'page' : undefined}
            >
              {names[name]}
              {name === 'asked' && asked > 0 && ` (${asked})`}
            </Link>
          </SubNavigationItem>
        ))}
      </SubNavigation>
      {loading && <Loading what="referrals" />}
      {failure && <NotShown message={failure.message} retry={reload} />}
      {data?.referrals && rows.length === 0 && <p className="govuk-body">No referrals here.</p>}
      {rows.length > 0 && (
        <Table
          ref={list}
          caption={`${total} ${total === 1 ? 'referral' : 'referrals'}`}
          columns={columns}
          rows={rows}
          keyOf={(row) => row.id}
          marked={(row) => row.stage === 'QUESTION_FOR_YOU'}
        />
      )}
      {data?.referrals && (
        <Pager
          info={data.referrals.pageInfo}
          go={(place) => void navigate({ to: here, search: { view, ...place } })}
        />
      )}
    </Page>
  );
}
