/** MoJ sub-navigation over links that the caller makes. On a phone it shows where one is; the rest opens below. */
import { type ReactNode, useId, useState } from 'react';

export function SubNavigation({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <nav
      className={`moj-sub-navigation app-sections${open ? '' : ' app-sections--closed'}`}
      aria-label={label}
    >
      <ul className="moj-sub-navigation__list" id={id}>
        {children}
      </ul>
      <button
        type="button"
        className="app-link-button govuk-link app-sections__toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Only this section' : 'All sections'}
      </button>
    </nav>
  );
}

export function SubNavigationItem({ children }: { children: ReactNode }) {
  return <li className="moj-sub-navigation__item">{children}</li>;
}
