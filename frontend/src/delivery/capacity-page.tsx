/** For managers: how many places there are by programme, who has them, and how many wait, as a chart and as a table. */
import { lazy, Suspense } from 'react';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Second, Table } from '../components/table';
import { graphql } from '../gql/gql';
import { now } from '../platform/clock';
import { useData } from '../platform/data';
import { moment } from '../platform/dates';
import { useLivePlaces } from '../platform/live-places';
import { useViewer } from '../platform/viewer';
import { type Capacity, capacities, finding, waitShort } from './capacity';

const PassedOverSection = lazy(() =>
  import('./passed-over-section').then((m) => ({ default: m.PassedOverSection })),
);

const CapacityOverview = graphql(`
  query CapacityOverview($filter: ProgrammeFilter) {
    programmes(filter: $filter, first: 100) {
      nodes {
        id title
        provider { id name }
        offerings(first: 50) {
          nodes { id status places { capacity taken held left waiting expectedWaitWorkingDays } }
        }
      }
      pageInfo { hasNextPage }
    }
  }
`);

const parts = [
  { of: 'taken', words: 'taken' },
  { of: 'held', words: 'offered' },
  { of: 'left', words: 'free' },
  { of: 'waiting', words: 'waiting' },
] as const;

/** One bar from zero; its numbers are in words beside it, so that nobody has to tell colours apart. */
function Bar({ it, most }: { it: Capacity; most: number }) {
  let from = 0;
  return (
    <li className="app-bar">
      <span className="app-bar__label">
        <strong>{it.title}</strong>{' '}
        {parts
          .filter(({ of }) => it[of] > 0)
          .map(({ of, words }) => `${it[of]} ${words}`)
          .join(', ')}
      </span>
      <svg className="app-bar__picture" width="100%" height="22" aria-hidden="true">
        {parts.map(({ of }) => {
          const [x, width] = [(from / most) * 100, (it[of] / most) * 100];
          from += it[of];
          return (
            it[of] > 0 && (
              <rect
                key={of}
                className={`app-bar__part app-bar__part--${of}`}
                x={`${x}%`}
                width={`${width}%`}
                y="1"
                height="20"
              />
            )
          );
        })}
      </svg>
    </li>
  );
}

function Chart({ all }: { all: readonly Capacity[] }) {
  const most = Math.max(1, ...all.map((it) => it.capacity + it.waiting));
  return (
    <section aria-labelledby="chart">
      <h2 className="govuk-heading-m" id="chart">
        {finding(all)}
      </h2>
      <p className="govuk-body app-key-line" aria-hidden="true">
        {parts.map(({ of, words }) => (
          <span key={of} className="app-key-line__item">
            <svg width="16" height="16" aria-hidden="true">
              <rect className={`app-bar__part app-bar__part--${of}`} x="1" y="1" width="14" height="14" />
            </svg>{' '}
            {words}
          </span>
        ))}
      </p>
      <ul className="govuk-list">
        {all.map((it) => (
          <Bar key={it.id} it={it} most={most} />
        ))}
      </ul>
    </section>
  );
}

const columns = [
  {
    head: 'Programme',
    heads: true,
    cell: (it: Capacity) => (
      <>
        {it.title}
        <Second>{it.provider}</Second>
      </>
    ),
  },
  { head: 'Places', cell: (it: Capacity) => it.capacity },
  { head: 'Taken', cell: (it: Capacity) => it.taken },
  { head: 'Offered', cell: (it: Capacity) => it.held },
  { head: 'Free', cell: (it: Capacity) => it.left },
  { head: 'Waiting', cell: (it: Capacity) => it.waiting },
  {
    head: 'Usual wait',
    cell: (it: Capacity) => (it.waiting === 0 ? 'Nobody waits' : waitShort(it.wait)),
  },
];

export function CapacityPage() {
  const { role, organisation } = useViewer();
  const own = role === 'PROVIDER_MANAGER' || role === 'PROVIDER_WORKER';
  const filter = { active: true, ...(own && { providerIds: [organisation.id] }) };
  const { data, failure, loading, reload } = useData(CapacityOverview, { filter });
  useLivePlaces(undefined, reload);
  const found = data?.programmes;
  const all = capacities(found?.nodes ?? []);
  return (
    <Page title="Places and waiting" caption={own ? organisation.name : undefined}>
      {loading && <Loading what="places" />}
      {failure && !found && <NotShown message={failure.message} retry={reload} />}
      {found && all.length === 0 && (
        <p className="govuk-body">No programme whose places you may know takes children now.</p>
      )}
      {all.length > 0 && (
        <>
          <p className="govuk-body">
            As at {moment(now().toISOString())}. Programmes with the most children waiting come first.
          </p>
          <Chart all={all} />
          <Table caption="The same in numbers" columns={columns} rows={all} keyOf={(it) => it.id} />
          {found?.pageInfo.hasNextPage && (
            <p className="govuk-body">There are more than 100 programmes; the first are shown.</p>
          )}
        </>
      )}
      {role === 'TEAM_MANAGER' && found && (
        <Suspense fallback={<Loading what="who was passed over" />}>
          <PassedOverSection />
        </Suspense>
      )}
    </Page>
  );
}
