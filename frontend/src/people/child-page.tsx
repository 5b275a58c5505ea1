/** A child's record: details, schools, addresses, people around; putting them right or recording a change. */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { RaiseConcernForm } from '../casework/concerns/raise-concern-form';
import { caseStatusWords, sexWords, statusWords } from '../casework/words';
import { Button } from '../components/button';
import { Done, Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Sheet } from '../components/sheet';
import { SummaryList } from '../components/summary-list';
import { graphql } from '../gql/gql';
import type { OneChildQuery } from '../gql/graphql';
import type { childActs } from '../platform/choices';
import { useData } from '../platform/data';
import { day } from '../platform/dates';
import { NotFoundPage } from '../platform/not-found-page';
import { WhoLooked } from '../record/audit/who-looked';
import { AlertList } from './alerts';
import { ChangeChildForm } from './change-child-form';
import { ContactForm } from './contact-form';
import { ContactList } from './contacts';
import { RelationForm } from './relation-form';
import { type Relation, RelationList } from './relations';

const OneChild = graphql(`
  query OneChild($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on YoungPerson {
        reference version displayName givenName familyName knownAs dateOfBirth age yearGroup sex ethnicity firstLanguage
        upn nhsNumber
        school { id name }
        area { id name }
        address { lines postcode }
        schools { school { id name } from to }
        addresses { address { lines postcode } from to }
        cases(first: 20) { nodes { id reference status openedAt } }
        referrals(first: 20) { nodes { id reference status submittedAt } }
        ...Alerts
        ...Contacts
        ...Relations
        ...ChangeChild
      }
    }
  }
`);

type Child = Extract<NonNullable<OneChildQuery['node']>, { __typename: 'YoungPerson' }>;

type Act = (typeof childActs)[number];
const titles: Record<Act, string> = {
  change: 'Correct or change details',
  contact: 'Add or change a contact',
  relation: 'Add another child',
  concern: 'Raise a safeguarding concern',
};

function lines(address: { lines: string[]; postcode: string }): string {
  return [...address.lines, address.postcode].filter(Boolean).join(', ');
}

function period(from: string, to: string | null | undefined): string {
  return `from ${day(from)}${to ? ` to ${day(to)}` : ''}`;
}

function Details({ it }: { it: Child }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'First name', value: it.givenName ?? null },
          { key: 'Last name', value: it.familyName ?? null },
          { key: 'Known as', value: it.knownAs ?? null },
          {
            key: 'Date of birth',
            value: it.dateOfBirth ? `${day(it.dateOfBirth)}${it.age == null ? '' : `, age ${it.age}`}` : null,
          },
          { key: 'Sex', value: it.sex ? sexWords[it.sex] : null },
          { key: 'School year', value: it.yearGroup == null ? null : `Year ${it.yearGroup}` },
          { key: 'Ethnicity', value: it.ethnicity ?? null },
          { key: 'First language', value: it.firstLanguage ?? null },
          { key: 'UPN', value: it.upn ?? null },
          { key: 'NHS number', value: it.nhsNumber ?? null },
          { key: 'Area', value: it.area?.name ?? null },
        ]}
      />
      <h2 className="govuk-heading-m">School</h2>
      <SummaryList
        rows={[
          { key: 'Now', value: it.school?.name ?? 'None recorded' },
          ...(it.schools ?? [])
            .filter((s) => s.to)
            .map((s) => ({ key: 'Before', value: `${s.school.name}, ${period(s.from, s.to)}` })),
        ]}
      />
      {it.addresses != null && (
        <>
          <h2 className="govuk-heading-m">Address</h2>
          <SummaryList
            rows={[
              { key: 'Now', value: it.address ? lines(it.address) : 'None recorded' },
              ...it.addresses
                .filter((a) => a.to && a.address)
                .map((a) => ({
                  key: 'Before',
                  value: `${a.address ? lines(a.address) : ''}, ${period(a.from, a.to)}`,
                })),
            ]}
          />
        </>
      )}
    </>
  );
}

function Links({ it }: { it: Child }) {
  const cases = it.cases?.nodes ?? [];
  const referrals = it.referrals?.nodes ?? [];
  return (
    <>
      <h2 className="govuk-heading-s">Cases</h2>
      <ul className="govuk-list">
        {cases.map((c) => (
          <li key={c.id}>
            <Link className="govuk-link" to="/cases/$reference" params={{ reference: c.reference }}>
              {c.reference}
            </Link>
            <span className="app-second">
              {caseStatusWords[c.status]}, {day(c.openedAt)}
            </span>
          </li>
        ))}
        {cases.length === 0 && <li>None that you may see</li>}
      </ul>
      <h2 className="govuk-heading-s">Referrals</h2>
      <ul className="govuk-list">
        {referrals.map((r) => (
          <li key={r.id}>
            <Link className="govuk-link" to="/referrals/$reference" params={{ reference: r.reference }}>
              {r.reference}
            </Link>
            <span className="app-second">
              {r.status ? `${statusWords[r.status]}, ` : ''}
              {day(r.submittedAt)}
            </span>
          </li>
        ))}
        {referrals.length === 0 && <li>None that you may see</li>}
      </ul>
    </>
  );
}

function Body({ it, reload }: { it: Child; reload: () => void }) {
  const navigate = useNavigate();
  const { act } = useSearch({ strict: false }) as { act?: Act };
  const [told, setTold] = useState<string>();
  const [ends, setEnds] = useState<Relation>();
  const go = (next?: Act, relation?: Relation) => {
    if (next) setTold(undefined);
    setEnds(relation);
    void navigate({
      to: '/children/$id',
      params: { id: it.id },
      search: next ? { act: next } : {},
      replace: true,
    });
  };
  const done = (words: string) => {
    setTold(words);
    go();
    reload();
  };
  return (
    <>
      {told && <Done>{told}</Done>}
      <AlertList youngPerson={it} />
      {act ? (
        <Sheet title={act === 'relation' && ends ? 'No longer so' : titles[act]} key={act}>
          {act === 'change' && <ChangeChildForm youngPerson={it} done={done} cancel={() => go()} />}
          {act === 'contact' && (
            <ContactForm youngPersonId={it.id} youngPerson={it} done={done} cancel={() => go()} />
          )}
          {act === 'relation' && (
            <RelationForm youngPersonId={it.id} ends={ends} done={done} cancel={() => go()} />
          )}
          {act === 'concern' && (
            <RaiseConcernForm about={{ youngPersonId: it.id }} done={done} cancel={() => go()} />
          )}
        </Sheet>
      ) : (
        <div className="govuk-button-group app-no-print">
          {it.givenName != null && (
            <>
              <Button look="secondary" onClick={() => go('change')}>
                {titles.change}
              </Button>
              <Button look="secondary" onClick={() => go('contact')}>
                {titles.contact}
              </Button>
              <Button look="secondary" onClick={() => go('relation')}>
                {titles.relation}
              </Button>
            </>
          )}
          <Button look="secondary" onClick={() => go('concern')}>
            {titles.concern}
          </Button>
        </div>
      )}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Details it={it} />
        </div>
        <div className="govuk-grid-column-one-third">
          <h2 className="govuk-heading-s">People around the child</h2>
          <ContactList youngPerson={it} />
          <h2 className="govuk-heading-s">Other children</h2>
          <RelationList
            youngPerson={it}
            end={it.givenName == null ? undefined : (relation) => go('relation', relation)}
          />
          <Links it={it} />
          <WhoLooked reference={it.reference} />
        </div>
      </div>
    </>
  );
}

export function ChildPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, failure, loading, reload } = useData(OneChild, { id });
  const it = data?.node?.__typename === 'YoungPerson' ? (data.node as Child) : undefined;
  if (!it && !loading && (!failure || ['NOT_FOUND', 'BAD_USER_INPUT'].includes(failure.code)))
    return <NotFoundPage />;
  return (
    <Page
      title={it ? `Record ${it.reference}` : 'Record'}
      heading={it?.displayName}
      caption={it ? `Record ${it.reference}` : undefined}
      back={
        <Link to="/" className="govuk-back-link app-no-print">
          Back
        </Link>
      }
    >
      {loading && <Loading what="the record" />}
      {failure && !it && <NotShown message={failure.message} retry={reload} />}
      {it && <Body it={it} reload={reload} />}
    </Page>
  );
}
