/** What could take a child like this, now. The age and the area are choices; no name is asked for. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../components/button';
import { Checkboxes } from '../components/choices';
import { Form } from '../components/form';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Pager, pageOf } from '../components/pager';
import { Select } from '../components/select';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import type { AvailabilityOrder } from '../gql/graphql';
import { findOrders } from '../platform/choices';
import { useData } from '../platform/data';
import type { Problem } from '../platform/problems';
import { useViewer } from '../platform/viewer';
import { OfferingCard } from './offering-card';

const Find = graphql(`
  query FindProgramme(
    $filter: AvailabilityFilter, $orderBy: AvailabilityOrder, $first: Int, $after: String, $last: Int, $before: String
  ) {
    programmeAvailability(
      filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before
    ) {
      totalCount
      nodes { id ...OfferingCard }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
    areas { id name kind }
  }
`);

type Order = (typeof findOrders)[number];
interface Search {
  age?: string;
  area?: string;
  free?: 'yes';
  order?: Order;
  after?: string;
  before?: string;
}

const orders: Record<Order, { by: AvailabilityOrder; label: string }> = {
  soonest: { by: 'SOONEST', label: 'What begins soonest' },
  places: { by: 'MOST_PLACES', label: 'Most places' },
  evidence: { by: 'STRONGEST_EVIDENCE', label: 'Strongest evidence' },
};

function Filters({
  search,
  areas,
  go,
}: {
  search: Search;
  areas: ReadonlyArray<{ value: string; label: string }>;
  go: (search: Search) => void;
}) {
  const [age, setAge] = useState(search.age ?? '');
  const [area, setArea] = useState(search.area ?? '');
  const [free, setFree] = useState(search.free === 'yes');
  const [order, setOrder] = useState<string>(search.order ?? 'soonest');
  const [problems, setProblems] = useState<Problem[]>([]);
  const submit = () => {
    const wrong = age.trim() !== '' && !(/^\d{1,2}$/.test(age.trim()) && +age >= 8 && +age <= 25);
    setProblems(wrong ? [{ path: 'age', code: 'OUT_OF_RANGE', message: 'Enter an age from 8 to 25' }] : []);
    if (wrong) return;
    go({
      ...(age.trim() && { age: age.trim() }),
      ...(area && { area }),
      ...(free && { free: 'yes' as const }),
      ...(order !== 'soonest' && { order: order as Order }),
    });
  };
  return (
    <Form problems={problems} onSubmit={submit}>
      <TextInput path="age" label="Age of the child" numeric width={2} value={age} onChange={setAge} />
      <Select
        path="area"
        label="Where the child lives"
        empty="Anywhere"
        value={area}
        onChange={setArea}
        options={areas}
      />
      <Select
        path="order"
        label="Show first"
        value={order}
        onChange={setOrder}
        options={findOrders.map((value) => ({ value, label: orders[value].label }))}
      />
      <Checkboxes<'yes'>
        path="free"
        legend="Places"
        small
        values={free ? ['yes'] : []}
        onChange={(values) => setFree(values.length > 0)}
        choices={[{ value: 'yes', label: 'Only with a free place' }]}
      />
      <Button submit>Find</Button>
    </Form>
  );
}

export function FindPage() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const viewer = useViewer();
  const { data, failure, loading, reload } = useData(Find, {
    filter: {
      ...(search.age && { age: Number(search.age) }),
      ...(search.area && { areaId: search.area }),
      ...(search.free && { withPlacesOnly: true }),
    },
    orderBy: orders[search.order ?? 'soonest'].by,
    ...pageOf(search),
  });
  const found = data?.programmeAvailability;
  const areas = (data?.areas ?? [])
    .filter((area) => area.kind !== 'FORCE')
    .map((area) => ({ value: area.id, label: area.name }));
  const go = (next: Search) => void navigate({ to: '/programmes', search: next });
  const { after, before, ...asked } = search;
  return (
    <Page
      title="Find a programme"
      actions={
        viewer.canSubmitReferrals && (
          <Link className="govuk-button govuk-!-margin-bottom-0" to="/referrals/new">
            Refer a child
          </Link>
        )
      }
    >
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third app-no-print">
          <Filters key={JSON.stringify(asked)} search={asked} areas={areas} go={go} />
        </div>
        <div className="govuk-grid-column-two-thirds">
          {loading && <Loading what="programmes" />}
          {failure && <NotShown message={failure.message} retry={reload} />}
          {found && (
            <p className="govuk-body" role="status">
              {found.totalCount === 0
                ? 'Nothing takes a child like this now. Ask for another age or area, or refer the child: the service looks for what fits.'
                : `${found.totalCount} found that take children like this.`}
            </p>
          )}
          {found?.nodes.map((offering) => (
            <OfferingCard key={offering.id} offering={offering} />
          ))}
          {found && <Pager info={found.pageInfo} go={(place) => go({ ...asked, ...place })} />}
        </div>
      </div>
    </Page>
  );
}
