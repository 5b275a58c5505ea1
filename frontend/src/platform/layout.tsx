/** What is around every page: skip link, header, navigation, who you are, footer, and the mark on a print. */

import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { now } from './clock';
import { moment } from './dates';
import { demo } from './demo';
import { connection } from './live';
import { membership } from './membership';
import { Navigation } from './navigation';
import { onDevice } from './on-device';
import { passwordOnly, signOut } from './session';
import { useStore } from './store';
import { useMaybeViewer } from './viewer';
import { roleWords } from './words';

function PrintMark() {
  const [at, setAt] = useState(() => now());
  useEffect(() => {
    const onPrint = () => setAt(now());
    window.addEventListener('beforeprint', onPrint);
    return () => window.removeEventListener('beforeprint', onPrint);
  }, []);
  return (
    <p className="govuk-width-container app-print-mark">
      OFFICIAL-SENSITIVE. Printed {moment(at.toISOString())}. Destroy after use.
    </p>
  );
}

/** What was marked without a network goes with a sign-out: only who knows that signs out all the same. */
function SignOutQuestion({ waiting, out, stay }: { waiting: number; out: () => void; stay: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className="govuk-width-container app-sign-out" role="alert" ref={ref} tabIndex={-1}>
      <p className="govuk-body govuk-!-margin-bottom-2">
        <strong>
          {waiting === 1 ? '1 entry of a register is' : `${waiting} entries of registers are`} not sent yet.
        </strong>{' '}
        If you sign out now, {waiting === 1 ? 'it is' : 'they are'} lost.
      </p>
      <div className="govuk-button-group">
        <button type="button" className="govuk-button" onClick={stay}>
          Stay signed in
        </button>
        <button type="button" className="govuk-button govuk-button--warning" onClick={out}>
          Sign out and throw {waiting === 1 ? 'it' : 'them'} away
        </button>
      </div>
    </div>
  );
}

function WhoIam() {
  const viewer = useMaybeViewer();
  const navigate = useNavigate();
  const waiting = useStore(onDevice).own;
  const [leaving, setLeaving] = useState(false);
  const [asked, setAsked] = useState(false);
  if (!viewer) return null;
  const out = () => {
    setLeaving(true);
    void signOut().then(() => navigate({ to: '/', replace: true }));
  };
  return (
    <div className="app-who">
      {asked && waiting > 0 && <SignOutQuestion waiting={waiting} out={out} stay={() => setAsked(false)} />}
      <div className="govuk-width-container app-who__inner">
        <p className="app-who__text">
          <strong>{viewer.user.name}</strong>
          <span className="app-who__role">
            {roleWords[viewer.role]}, {viewer.organisation.name}
          </span>
        </p>
        <p className="app-who__actions">
          {viewer.memberships.length > 1 && (
            <button
              type="button"
              className="app-link-button govuk-link"
              onClick={() => membership.set(undefined)}
            >
              Change role
            </button>
          )}
          <button
            type="button"
            className="app-link-button govuk-link"
            aria-disabled={leaving || undefined}
            onClick={() => (waiting > 0 ? setAsked(true) : out())}
          >
            Sign out
          </button>
        </p>
      </div>
    </div>
  );
}

/** Says so when the page no longer hears of changes. */
function Connection() {
  const state = useStore(connection);
  const viewer = useMaybeViewer();
  const lost = state === 'lost' && viewer !== undefined;
  return (
    <div role="status">
      {lost && (
        <div className="app-connection">
          <div className="govuk-width-container">
            <strong>Connection lost.</strong> What you see may be out of date. Ridgeway is trying to connect
            again.
          </div>
        </div>
      )}
    </div>
  );
}

function DemoBanner() {
  const isDemo = useStore(demo)?.demo;
  if (!isDemo) return null;
  return (
    <div className="govuk-phase-banner govuk-width-container app-demo">
      <p className="govuk-phase-banner__content">
        <strong className="govuk-tag govuk-phase-banner__content__tag">Demonstration</strong>
        <span className="govuk-phase-banner__text">Every child and member of staff here is invented.</span>
      </p>
    </div>
  );
}

/** Where a password alone opens real records, everyone is told. */
function PasswordOnlyBanner() {
  if (!useStore(passwordOnly)) return null;
  return (
    <div className="govuk-phase-banner govuk-width-container app-demo">
      <p className="govuk-phase-banner__content">
        <strong className="govuk-tag govuk-tag--red govuk-phase-banner__content__tag">Password only</strong>
        <span className="govuk-phase-banner__text">
          Second factors are switched off here: a password alone opens these records.
        </span>
      </p>
    </div>
  );
}

interface LayoutProps {
  exit: ReactNode;
  /** Whether the page and its print say that what stands there is official. */
  marked: boolean;
  children: ReactNode;
}

export function Layout({ exit, marked, children }: LayoutProps) {
  return (
    <>
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      <header className="app-header">
        <div className="govuk-generic-header">
          <div className="govuk-generic-header__container govuk-width-container">
            <div className="govuk-generic-header__logo">
              <Link to="/" className="govuk-generic-header__homepage-link">
                Ridgeway
              </Link>
            </div>
          </div>
        </div>
        <Navigation />
        <WhoIam />
        <DemoBanner />
        <PasswordOnlyBanner />
      </header>
      {marked && <PrintMark />}
      <Connection />
      {exit && <div className="govuk-width-container app-exit-row">{exit}</div>}
      {children}
      <footer className="govuk-footer app-footer">
        <div className="govuk-width-container">
          {marked && <p className="app-footer__mark">OFFICIAL-SENSITIVE</p>}
          <h2 className="govuk-visually-hidden">Support links</h2>
          <ul className="govuk-footer__inline-list">
            <li className="govuk-footer__inline-list-item">
              <Link className="govuk-footer__link" to="/accessibility">
                Accessibility
              </Link>
            </li>
            <li className="govuk-footer__inline-list-item">
              <Link className="govuk-footer__link" to="/cookies">
                Cookies
              </Link>
            </li>
            <li className="govuk-footer__inline-list-item">
              <Link className="govuk-footer__link" to="/privacy">
                Privacy
              </Link>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}
