/** The service navigation: what this role comes here for. */
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useMaybeViewer, type Viewer } from './viewer';

type Path =
  | '/'
  | '/referrals/new'
  | '/programmes'
  | '/tasks'
  | '/concerns'
  | '/triage'
  | '/audit'
  | '/people'
  | '/places'
  | '/outcomes'
  | '/referrals';

interface Item {
  to: Path;
  text: string;
}

function itemsFor(viewer: Viewer): Item[] {
  const refer: Item[] = viewer.canSubmitReferrals ? [{ to: '/referrals/new', text: 'Refer a child' }] : [];
  const find: Item = { to: '/programmes', text: 'Programmes' };
  const places: Item = { to: '/places', text: 'Places' };
  const concerns: Item = { to: '/concerns', text: 'Safeguarding' };
  const audit: Item[] = viewer.canSeeAudit ? [{ to: '/audit', text: 'Audit' }] : [];
  const tasks: Item = { to: '/tasks', text: 'Tasks' };
  const outcomes: Item = { to: '/outcomes', text: 'Outcomes' };
  const people: Item[] = viewer.canKeepPeople ? [{ to: '/people', text: 'People' }] : [];
  switch (viewer.role) {
    case 'CASEWORKER':
      return [{ to: '/', text: 'My work' }, tasks, concerns, find, ...refer, ...people];
    case 'TRIAGE_OFFICER':
      return [{ to: '/', text: 'Triage' }, tasks, concerns, find, ...refer, ...people];
    case 'TEAM_MANAGER':
      return [
        { to: '/', text: 'Team' },
        { to: '/triage', text: 'Triage' },
        tasks,
        concerns,
        find,
        places,
        outcomes,
        ...audit,
        ...refer,
        ...people,
      ];
    case 'REFERRER':
      return [{ to: '/', text: 'Referrals' }, find, ...refer, ...people];
    case 'PROVIDER_WORKER':
      return [
        { to: '/', text: 'Sessions' },
        { to: '/referrals', text: 'Referrals' },
        find,
        ...refer,
        ...people,
      ];
    case 'PROVIDER_MANAGER':
      return [
        { to: '/', text: 'Sessions' },
        places,
        { to: '/referrals', text: 'Referrals' },
        find,
        ...refer,
        ...people,
      ];
    case 'DATA_PROTECTION_OFFICER':
      return [{ to: '/', text: 'Home' }, concerns, ...audit, ...people];
    case 'PARTNERSHIP_MANAGER':
    case 'ANALYST':
      return [{ to: '/', text: 'Outcomes' }, find, ...people];
    case 'ADMINISTRATOR':
      return [{ to: '/', text: 'Home' }, ...audit, ...people];
    default:
      return people.length > 0 ? [{ to: '/', text: 'Home' }, ...people] : [];
  }
}

export function Navigation() {
  const viewer = useMaybeViewer();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useState(false);
  const items = viewer ? itemsFor(viewer) : [];
  if (items.length === 0) return null;
  return (
    <div className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle app-menu-toggle"
              aria-controls="navigation"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              Menu
            </button>
            <ul
              className={`govuk-service-navigation__list app-menu${open ? ' app-menu--open' : ''}`}
              id="navigation"
            >
              {items.map((item) => {
                const current = path === item.to;
                return (
                  <li
                    key={item.to}
                    className={`govuk-service-navigation__item${current ? ' govuk-service-navigation__item--active' : ''}`}
                  >
                    <Link
                      className="govuk-service-navigation__link"
                      to={item.to}
                      aria-current={current ? 'page' : undefined}
                      onClick={() => setOpen(false)}
                    >
                      {current ? (
                        <strong className="govuk-service-navigation__active-fallback">{item.text}</strong>
                      ) : (
                        item.text
                      )}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}
