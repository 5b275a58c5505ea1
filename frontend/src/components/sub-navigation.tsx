/** MoJ sub-navigation over links that the caller makes. */
import type { ReactNode } from 'react';

export function SubNavigation({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="moj-sub-navigation" aria-label={label}>
      <ul className="moj-sub-navigation__list">{children}</ul>
    </nav>
  );
}

export function SubNavigationItem({ children }: { children: ReactNode }) {
  return <li className="moj-sub-navigation__item">{children}</li>;
}
