/** Without a network: the registers that this device has, and nothing else of Ridgeway. */
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { Inset } from '../../components/messages';
import { Page } from '../../components/page';
import { time } from '../../platform/dates';
import { checkSession } from '../../platform/session';
import { useStore } from '../../platform/store';
import { keeper, openDevice } from './device';
import { UnsentList } from './unsent-list';

function Home() {
  const { entries, registers, others } = useStore(keeper.kept);
  const here = [...registers.values()].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return (
    <Page title="No connection" narrow>
      <Inset>
        Ridgeway cannot be reached. You can go on with a register that was open on this device. What you mark
        is kept here, sealed, and sent when there is a connection.
      </Inset>
      {here.length === 0 ? (
        <p className="govuk-body">No register of the last 12 hours is on this device.</p>
      ) : (
        <ul className="govuk-list">
          {here.map((it) => (
            <li key={it.sessionId} className="app-session">
              <Link className="govuk-link" to="/registers/$id" params={{ id: it.sessionId }}>
                {it.title}
              </Link>
              <span className="app-second">
                {time(it.startsAt)} to {time(it.endsAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {entries.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Not sent yet</h2>
          <UnsentList entries={entries} />
        </>
      )}
      {others > 0 && (
        <p className="govuk-body">
          {others === 1 ? '1 entry' : `${others} entries`} on this device cannot be opened now:{' '}
          {others === 1 ? 'it waits' : 'they wait'} for whoever made {others === 1 ? 'it' : 'them'} to sign
          in.
        </p>
      )}
      <Button look="secondary" onClick={() => void checkSession()}>
        Try to connect
      </Button>
    </Page>
  );
}

export function AwayPage() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    void openDevice(true).finally(() => setOpened(true));
    const timer = setInterval(() => void keeper.forgetOld(), 15_000);
    return () => clearInterval(timer);
  }, []);
  if (!opened) return null;
  return path.startsWith('/registers') ? <Outlet /> : <Home />;
}
