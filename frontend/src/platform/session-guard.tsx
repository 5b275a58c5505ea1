/**
 * What the end of a sign-in does to a page: asks the server every half minute, warns before the end, and blanks the
 * page at it. What was typed waits in memory for the same person.
 */
import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../gql/gql';
import { now } from './clock';
import { textOf } from './data';
import { time } from './dates';
import { keepTyped } from './kept';
import { closeSocket } from './live';
import { membership } from './membership';
import { checkSession, type Session, session } from './session';
import { useStore } from './store';

const pollEvery = 30_000;
const warnBefore = 5 * 60_000;

const StillHere = graphql(`
  query StillHere { viewer { user { id } } }
`);

membership.subscribe(closeSocket);
session.subscribe(() => {
  const { state } = session.get();
  keepTyped(state === 'expired');
  if (state !== 'signedIn') closeSocket();
});

/** Polls while somebody is signed in, and looks again when the page comes back into view. */
export function useSessionPoll(): void {
  useEffect(() => {
    const look = () => {
      if (['signedIn', 'away'].includes(session.get().state)) void checkSession();
    };
    const timer = setInterval(look, pollEvery);
    const onVisible = () => document.visibilityState === 'visible' && look();
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('pageshow', onVisible);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('pageshow', onVisible);
      window.removeEventListener('online', look);
    };
  }, []);
}

function endOf(current: Session & { state: 'signedIn' }): number {
  return Math.min(Date.parse(current.idleEndsAt), Date.parse(current.absoluteEndsAt));
}

/** Somebody who types is there: their sign-in is prolonged before it could end under their hands. */
function useActivity(): { current: number } {
  const last = useRef(0);
  useEffect(() => {
    const onInput = () => {
      last.current = Date.now();
    };
    document.addEventListener('input', onInput);
    return () => document.removeEventListener('input', onInput);
  }, []);
  return last;
}

export function SessionWarning() {
  const current = useStore(session);
  const client = useClient();
  const typed = useActivity();
  const [near, setNear] = useState(false);
  const stay = async () => {
    await client.query(textOf(StillHere), {}, { requestPolicy: 'network-only' }).toPromise();
    await checkSession();
  };
  const stayLatest = useRef(stay);
  stayLatest.current = stay;
  useEffect(() => {
    if (current.state !== 'signedIn') return undefined;
    const look = () => {
      const left = endOf(current) - now().getTime();
      setNear(left > 0 && left < warnBefore);
      if (left < 0) void checkSession();
      else if (left < 3 * warnBefore && Date.now() - typed.current < 60_000) void stayLatest.current();
    };
    look();
    const timer = setInterval(look, 10_000);
    return () => clearInterval(timer);
  }, [current, typed]);
  if (!near || current.state !== 'signedIn') return null;
  const byIdle = Date.parse(current.idleEndsAt) < Date.parse(current.absoluteEndsAt);
  return (
    <div className="app-session-warning" role="alert">
      <div className="govuk-width-container app-session-warning__inner">
        <p className="govuk-body govuk-!-margin-bottom-0">
          You will be signed out at {time(new Date(endOf(current)))}. What you typed stays on this page for
          you.
        </p>
        {byIdle && (
          <button type="button" className="govuk-button govuk-!-margin-bottom-0" onClick={() => void stay()}>
            Stay signed in
          </button>
        )}
      </div>
    </div>
  );
}
