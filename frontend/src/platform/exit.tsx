/**
 * "Exit this page": a button, and Shift three times. Leaves at once to a neutral site, in place of this page in the
 * history, ends the sign-in, and shows nothing should somebody go back.
 */
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { forgetDeviceKey } from './device-key';
import { forgetMembership } from './membership';
import { keepSealed, session } from './session';

const elsewhere = 'https://www.bbc.co.uk/weather';
const mark = 'left';

function blank(): void {
  document.documentElement.classList.add('app-left');
  document.title = ' ';
}

export function leave(): void {
  blank();
  forgetMembership();
  forgetDeviceKey();
  // Kept on the device until the tab closes: it tells a step back from a new visit.
  sessionStorage.setItem(mark, '1');
  if (session.get().state === 'signedIn') {
    fetch('/sign-out', { method: 'POST', keepalive: true, headers: keepSealed() }).catch(() => undefined);
  }
  location.replace(elsewhere);
}

function steppedBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'back_forward';
}

/**
 * Run before anything is shown: "yes" where somebody went back to a page that was left. The end of the sign-in wipes
 * the mark from the device; then the entry in the history tells that it was seen signed in, and the server that nobody
 * is signed in any more: "perhaps", until the server has answered.
 */
export function wasLeft(): 'yes' | 'perhaps' | 'no' {
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && document.documentElement.classList.contains('app-left'))
      location.replace(elsewhere);
  });
  if (!steppedBack()) {
    sessionStorage.removeItem(mark);
    return 'no';
  }
  const seenSignedIn = (history.state as { seenSignedIn?: boolean } | null)?.seenSignedIn;
  const marked = sessionStorage.getItem(mark) !== null;
  if (!marked && !seenSignedIn) return 'no';
  blank();
  if (!marked) return 'perhaps';
  location.replace(elsewhere);
  return 'yes';
}

/** The server says that somebody is signed in: it was only a step back. */
export function showAgain(): void {
  document.documentElement.classList.remove('app-left');
}

/** Notes in the entry of the history that somebody was signed in when it was shown. */
function useSeenSignedIn(): void {
  const href = useRouterState({ select: (state) => state.location.href });
  useEffect(() => {
    if (session.get().state !== 'signedIn' || !location.href.endsWith(href)) return;
    History.prototype.replaceState.call(history, { ...history.state, seenSignedIn: true }, '');
  }, [href]);
}

/** Shift three times within five seconds; any other key starts over. */
function useShiftThrice(): number {
  const [presses, setPresses] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    let count = 0;
    const reset = () => {
      count = 0;
      setPresses(0);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' || event.repeat) {
        if (event.key !== 'Shift' && count > 0) reset();
        return;
      }
      count += 1;
      setPresses(count);
      clearTimeout(timer.current);
      timer.current = setTimeout(reset, 5000);
      if (count >= 3) leave();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return presses;
}

export function ExitThisPage({ withEscape }: { withEscape: boolean }) {
  const presses = useShiftThrice();
  useSeenSignedIn();
  useEffect(() => {
    if (!withEscape) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [withEscape]);
  const told = presses === 1 ? 'Shift, press 2 more times to exit.' : 'Shift, press 1 more time to exit.';
  return (
    <div className="govuk-exit-this-page app-exit">
      <button
        type="button"
        className="govuk-button govuk-button--warning govuk-exit-this-page__button"
        onClick={leave}
      >
        <span className="govuk-visually-hidden">Emergency</span> Exit this page
      </button>
      <div className="govuk-visually-hidden" role="status">
        {presses > 0 && presses < 3 && told}
      </div>
    </div>
  );
}
