/**
 * "Exit this page": a button, and Shift three times. Leaves at once to a neutral site, in place of this page in the
 * history, ends the sign-in, and shows nothing should somebody go back.
 */
import { useEffect, useRef, useState } from 'react';

const elsewhere = 'https://www.bbc.co.uk/weather';
const mark = 'left';

function blank(): void {
  document.documentElement.classList.add('app-left');
  document.title = ' ';
}

function leave(): void {
  blank();
  // The only thing kept on the device, until the tab closes: it tells a step back from a new visit.
  sessionStorage.setItem(mark, '1');
  fetch('/sign-out', { method: 'POST', keepalive: true }).catch(() => undefined);
  location.replace(elsewhere);
}

/** Run before anything is shown: true where somebody went back to a page that was left. */
export function wasLeft(): boolean {
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && sessionStorage.getItem(mark)) leave();
  });
  if (!sessionStorage.getItem(mark)) return false;
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type === 'navigate') {
    sessionStorage.removeItem(mark);
    return false;
  }
  blank();
  location.replace(elsewhere);
  return true;
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
