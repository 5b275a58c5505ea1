/** What could take a child like this, now. The age and the area are choices; no name is asked for. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { riskGroups } from '../casework/factors';
import { Button } from '../components/button';
import { Checkboxes } from '../components/choices';
import { Form } from '../components/form';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Pager, pageOf } from '../components/pager';
import { Select } from '../components/select';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import type { AvailabilityOrder, FactorCode, Strand } from '../gql/graphql';
import { findOrders, findStrands } from '../platform/choices';
import { useData } from '../platform/data';
import { useLivePlaces } from '../platform/live-places';
import type { Problem } from '../platform/problems';
import { useViewer } from '../platform/viewer';
import { OfferingCard } from './offering-card';
import { strandWords } from './words';

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
  year?: string;
  area?: string;
  worry?: string;
  strand?: Strand;
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

/** A number that no child can be of is a problem at its field, before anything is asked. */
function outOf(path: string, what: string, text: string, [from, to]: [number, number]): Problem[] {
  const typed = text.trim();
  if (typed === '' || (/^\d{1,2}$/.test(typed) && +typed >= from && +typed <= to)) return [];
  return [{ path, code: 'OUT_OF_RANGE', message: `Enter ${what} from ${from} to ${to}` }];
}

function Filters({
  search,
  postcode: asked,
  areas,
  go,
}: {
  search: Search;
  postcode: string;
  areas: ReadonlyArray<{ value: string; label: string }>;
  go: (search: Search, postcode: string) => void;
}) {
  const [age, setAge] = useState(search.age ?? '');
  const [year, setYear] = useState(search.year ?? '');
  const [postcode, setPostcode] = useState(asked);
  const [worry, setWorry] = useState(search.worry ?? '');
  const [strand, setStrand] = useState<string>(search.strand ?? '');
  const [area, setArea] = useState(search.area ?? '');
  const [free, setFree] = useState(search.free === 'yes');
  const [order, setOrder] = useState<string>(search.order ?? 'soonest');
  const [problems, setProblems] = useState<Problem[]>([]);
  const submit = () => {
    const wrong = [...outOf('age', 'an age', age, [8, 25]), ...outOf('year', 'a school year', year, [3, 13])];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const next: Search = {
      ...(age.trim() && { age: age.trim() }),
      ...(year.trim() && { year: year.trim() }),
      ...(area && { area }),
      ...(worry && { worry }),
      ...(strand && { strand: strand as Strand }),
      ...(free && { free: 'yes' as const }),
      ...(order !== 'soonest' && { order: order as Order }),
    };
    go(next, postcode.trim());
  };
  return (
    <Form problems={problems} onSubmit={submit}>
      <TextInput path="age" label="Age of the child" numeric width={2} value={age} onChange={setAge} />
      <TextInput path="year" label="Or the school year" numeric width={2} value={year} onChange={setYear} />
      <Select
        path="area"
        label="Where the child lives"
        empty="Anywhere"
        value={area}
        onChange={setArea}
        options={areas}
      />
      <TextInput
        path="postcode"
        label="Or the child's postcode"
        hint="Only to find the area; it is kept nowhere"
        width={10}
        value={postcode}
        onChange={setPostcode}
      />
      <Select
        path="worry"
        label="What worries you most?"
        empty="Anything"
        value={worry}
        onChange={setWorry}
        groups={riskGroups}
      />
      <Select
        path="strand"
        label="Kind of programme"
        empty="Any"
        value={strand}
        onChange={setStrand}
        options={findStrands.map((value) => ({ value, label: strandWords[value] }))}
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
  // Never in the address: it would be in histories and logs.
  const [postcode, setPostcode] = useState('');
  const filter = {
    ...(search.age && { age: Number(search.age) }),
    ...(search.year && { yearGroup: Number(search.year) }),
    ...(search.area && { areaId: search.area }),
    ...(postcode && { postcode }),
    ...(search.worry && { factors: [search.worry as FactorCode] }),
    ...(search.strand && { strands: [search.strand] }),
    ...(search.free && { withPlacesOnly: true }),
  };
  const { data, failure, loading, reload } = useData(Find, {
    filter,
    orderBy: orders[search.order ?? 'soonest'].by,
    ...pageOf(search),
  });
  useLivePlaces(failure ? undefined : filter, reload);
  const found = data?.programmeAvailability;
  const areas = (data?.areas ?? [])
    .filter((area) => area.kind !== 'FORCE')
    .map((area) => ({ value: area.id, label: area.name }));
  const go = (next: Search, at = postcode) => {
    setPostcode(at);
    void navigate({ to: '/programmes', search: next });
  };
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
          <Filters key={JSON.stringify(asked)} search={asked} postcode={postcode} areas={areas} go={go} />
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
