/** The start page: for each role what it comes here for. */
import { lazy, Suspense } from 'react';
import { Page } from '../components/page';
import type { Role } from '../gql/graphql';
import { useViewer } from './viewer';
import { roleWords } from './words';

const ConfirmNotice = lazy(() =>
  import('../people/confirmations').then((m) => ({ default: m.ConfirmNotice })),
);
const WorkPage = lazy(() => import('../casework/work/work-page').then((m) => ({ default: m.WorkPage })));
const TeamPage = lazy(() => import('../casework/work/team-page').then((m) => ({ default: m.TeamPage })));
const TriagePage = lazy(() =>
  import('../casework/triage/triage-page').then((m) => ({ default: m.TriagePage })),
);
const SentReferralsPage = lazy(() =>
  import('../casework/sent/sent-referrals-page').then((m) => ({ default: m.SentReferralsPage })),
);
const TodayPage = lazy(() => import('../delivery/today-page').then((m) => ({ default: m.TodayPage })));

/** What the roles that open no child's record may do here now; the rest comes with their parts of Ridgeway. */
const others: Partial<Record<Role, { can: string; later: string }>> = {
  PARTNERSHIP_MANAGER: {
    can: 'You do not open any child’s record, and nothing here shows one to you.',
    later: 'Protected figures about outcomes, need and money will be here. They are not built yet.',
  },
  ANALYST: {
    can: 'You do not open any child’s record, and nothing here shows one to you.',
    later: 'Protected figures and the needs assessment will be here. They are not built yet.',
  },
  FINANCE_OFFICER: {
    can: 'You do not open any child’s record, and nothing here shows one to you.',
    later: 'Grants, awards, spending and claims will be here. They are not built yet.',
  },
  ADMINISTRATOR: {
    can: 'You see people, memberships, sign-ins and rights, and no child’s record.',
    later: 'Invite people, hand over links and end access under People.',
  },
  DATA_PROTECTION_OFFICER: {
    can: 'You see safeguarding concerns about adults who work with children, and who looked at or changed what.',
    later: 'Subject access and retention will be here. They are not built yet.',
  },
};

function OtherHome() {
  const viewer = useViewer();
  const words = others[viewer.role];
  return (
    <Page title="Home" heading={roleWords[viewer.role]} caption={viewer.organisation.name} narrow>
      <p className="govuk-body-l">{words?.can}</p>
      <p className="govuk-body">{words?.later}</p>
    </Page>
  );
}

function forRole(role: Role) {
  switch (role) {
    case 'CASEWORKER':
      return <WorkPage />;
    case 'TRIAGE_OFFICER':
      return <TriagePage />;
    case 'TEAM_MANAGER':
      return <TeamPage />;
    case 'REFERRER':
      return <SentReferralsPage />;
    case 'PROVIDER_WORKER':
    case 'PROVIDER_MANAGER':
      return <TodayPage />;
    default:
      return <OtherHome />;
  }
}

export function HomePage() {
  const { role } = useViewer();
  return (
    <Suspense fallback={null}>
      <ConfirmNotice />
      {forRole(role)}
    </Suspense>
  );
}
