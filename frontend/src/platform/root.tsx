/** Decides what a visitor sees: the sign-in, the choice of a role, or the page that they asked for. */
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { Provider } from 'urql';
import { ChooseMembershipPage } from '../people/choose-membership-page';
import { SignInPage } from '../people/sign-in-page';
import { makeClient } from './client';
import { ExitThisPage } from './exit';
import { Layout } from './layout';
import { membership } from './membership';
import { session } from './session';
import { SessionWarning, useSessionPoll } from './session-guard';
import { useStore } from './store';
import { useMaybeViewer, ViewerProvider } from './viewer';

/** What of a register is on this device: looked at once somebody is signed in, whoever it is. */
const DeviceGuard = lazy(() =>
  import('../delivery/register/device-guard').then((m) => ({ default: m.DeviceGuard })),
);
const AwayPage = lazy(() => import('../delivery/register/away-page').then((m) => ({ default: m.AwayPage })));

const publicForms = ['/link', '/cannot-sign-in'];
/** For people who are no part of the partnership: nothing on it is marked as official. */
const forEverybody = '/find';
const publicPages = ['/cookies', '/accessibility', '/privacy', forEverybody, ...publicForms];

/** A page that a child, a parent or a referrer may open shows the way out. */
function Framed({ open, form, children }: { open: boolean; form: boolean; children: ReactNode }) {
  const viewer = useMaybeViewer();
  const refers = viewer?.role === 'REFERRER';
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Layout
      marked={path !== forEverybody}
      exit={(open || refers) && <ExitThisPage withEscape={!viewer && !form} />}
    >
      {viewer && <SessionWarning />}
      {children}
    </Layout>
  );
}

function SignedIn({ open }: { open: boolean }) {
  return (
    <ViewerProvider
      choose={(memberships) => (
        <Framed open={open} form>
          <ChooseMembershipPage memberships={memberships} />
        </Framed>
      )}
    >
      <Framed open={open} form={false}>
        <Suspense fallback={null}>
          <DeviceGuard />
        </Suspense>
        <Outlet />
      </Framed>
    </ViewerProvider>
  );
}

export function Root() {
  useSessionPoll();
  const now = useStore(session);
  const as = useStore(membership);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const open = publicPages.includes(path);
  const who = now.state === 'signedIn' ? `${now.person} ${now.since}` : now.state;
  const key = `${who} ${now.state === 'signedIn' ? (as ?? '') : ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new client for each sign-in and membership
  const client = useMemo(makeClient, [key]);
  if (now.state === 'checking') return null;
  if (now.state === 'signedIn') {
    return (
      <Provider value={client} key={key}>
        <SignedIn open={open} />
      </Provider>
    );
  }
  if (now.state === 'away' && !open) {
    return (
      <Provider value={client} key={key}>
        <Framed open={false} form={false}>
          <Suspense fallback={null}>
            <AwayPage />
          </Suspense>
        </Framed>
      </Provider>
    );
  }
  return (
    <Framed open form={!open || publicForms.includes(path)}>
      {open ? <Outlet /> : <SignInPage expired={now.state === 'expired'} />}
    </Framed>
  );
}
