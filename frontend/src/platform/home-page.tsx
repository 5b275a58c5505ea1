/** The start page: for each role what it comes here for. */
import { lazy, Suspense } from 'react';
import type { Role } from '../gql/graphql';
import { useViewer } from './viewer';

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
const OutcomesPage = lazy(() =>
  import('../insight/outcomes-page').then((m) => ({ default: m.OutcomesPage })),
);
const OtherHome = lazy(() => import('./other-home').then((m) => ({ default: m.OtherHome })));
const TodayPage = lazy(() => import('../delivery/today-page').then((m) => ({ default: m.TodayPage })));

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
    case 'PARTNERSHIP_MANAGER':
    case 'ANALYST':
      return <OutcomesPage />;
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
