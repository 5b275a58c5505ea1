/** Who belongs to the group, for those who lead it, manage its service or keep all accounts. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../components/button';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Pager, type Place, pageOf } from '../components/pager';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { useViewer } from '../platform/viewer';
import { ConfirmForm, type GroupName } from './confirm-form';
import { ConfirmationList } from './confirmations';
import { type Handed, HandedLink } from './handed-link';
import { InvitationList, LinkRequestList } from './invitation-list';
import { InviteForm } from './invite-form';
import { MemberList } from './member-list';
import { OrganisationField } from './organisation-field';

const People = graphql(`
  query PeopleOfGroup($filter: MembershipFilter, $first: Int, $after: String, $last: Int, $before: String) {
    memberships(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      nodes { id ...MemberRow }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
    invitations(first: 50) { totalCount nodes { id ...InvitationRow } }
    linkRequests(first: 50) { totalCount nodes { id ...LinkRequestRow } }
    confirmations { ...ConfirmationRow }
  }
`);

interface Search extends Place {
  act?: 'invite';
  /** An opaque id, as the API gives it. */
  organisation?: string;
}

export function PeoplePage() {
  const viewer = useViewer();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search;
  const everywhere = ['ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'].includes(viewer.role);
  const filter = { organisationId: everywhere ? search.organisation : undefined };
  const { data, failure, loading, reload } = useData(People, { filter, ...pageOf(search) });
  const [handed, setHanded] = useState<Handed>();
  const [failed, setFailed] = useState<string>();
  const [confirming, setConfirming] = useState<GroupName>();
  const invites = viewer.role === 'ADMINISTRATOR' || viewer.membership.lead;
  const go = (next: Search) => navigate({ to: '/people', search: next });
  const done = (what: Handed) => {
    setFailed(undefined);
    setHanded(what);
    setConfirming(undefined);
    reload();
  };
  const told = {
    done,
    failed: (words: string) => {
      setHanded(undefined);
      setFailed(words);
      reload();
    },
  };
  const said = { ...told, done: (words: string) => done({ words, name: '' }) };
  const total = data?.memberships?.totalCount ?? 0;
  const invitations = data?.invitations?.nodes ?? [];
  const requests = data?.linkRequests?.nodes ?? [];
  return (
    <Page
      title="People"
      caption={
        everywhere
          ? undefined
          : [viewer.organisation.name, viewer.membership.group].filter(Boolean).join(', ')
      }
      actions={
        invites &&
        search.act !== 'invite' &&
        !confirming && <Button onClick={() => void go({ ...search, act: 'invite' })}>Invite somebody</Button>
      }
    >
      {handed && <HandedLink key={`${handed.words} ${handed.link ?? ''}`} handed={handed} />}
      {failed && <NotShown message={failed} />}
      {invites && search.act === 'invite' && (
        <div className="app-narrow">
          <h2 className="govuk-heading-m">Invite somebody</h2>
          <InviteForm
            done={(what) => {
              done(what);
              void go({});
            }}
            cancel={() => void go({})}
          />
        </div>
      )}
      {confirming && (
        <div className="app-narrow">
          <ConfirmForm group={confirming} done={said.done} cancel={() => setConfirming(undefined)} />
        </div>
      )}
      {loading && <Loading what="people" />}
      {failure && <NotShown message={failure.message} retry={reload} />}
      {requests.length > 0 && <LinkRequestList requests={requests} {...told} />}
      {invitations.length > 0 && <InvitationList invitations={invitations} {...told} />}
      {data?.confirmations && !confirming && (
        <ConfirmationList confirmations={data.confirmations} confirm={setConfirming} />
      )}
      {everywhere && (
        <div className="app-narrow">
          <OrganisationField
            path="organisation"
            label="Organisation"
            empty="All"
            value={search.organisation ?? ''}
            onChange={(organisation) => void go({ organisation: organisation || undefined })}
          />
        </div>
      )}
      {data?.memberships && (
        <>
          <MemberList
            members={data.memberships.nodes}
            caption={`${total} ${total === 1 ? 'person' : 'people'}`}
            {...said}
          />
          <Pager
            info={data.memberships.pageInfo}
            go={(place) => void go({ organisation: search.organisation, ...place })}
          />
        </>
      )}
    </Page>
  );
}
