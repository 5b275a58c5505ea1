/**
 * A page: its main landmark, heading and document title. The title never holds a name, a postcode or typed text:
 * it says what kind of page this is and, at most, a reference.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { formerAnswers } from '../platform/former';
import { useStore } from '../platform/store';

interface Props {
  /** For the browser's tab and history. */
  title: string;
  /** The heading, where it differs: it may name the child. */
  heading?: ReactNode;
  caption?: ReactNode;
  back?: ReactNode;
  /** Beside the heading. */
  actions?: ReactNode;
  /** Text pages read better narrow. */
  narrow?: boolean;
  children: ReactNode;
}

let firstPage = true;

export function Page({ title, heading, caption, back, actions, narrow, children }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  const busy = useStore(formerAnswers) > 0;
  useEffect(() => {
    document.title = `${title} - Ridgeway`;
    if (!firstPage) {
      window.scrollTo(0, 0);
      ref.current?.focus({ preventScroll: true });
    }
    firstPage = false;
  }, [title]);
  return (
    <div className="govuk-width-container">
      {back && <nav aria-label="Back">{back}</nav>}
      <main className="govuk-main-wrapper app-main" id="main-content">
        <div className="app-page-header">
          <h1 className="govuk-heading-l app-heading" ref={ref} tabIndex={-1}>
            {caption && <span className="govuk-caption-l">{caption}</span>}
            {heading ?? title}
          </h1>
          {actions && <div className="app-page-header__actions">{actions}</div>}
        </div>
        <div className="app-busy" role="status">
          {busy && <span className="app-busy__words">Loading</span>}
        </div>
        <div className={narrow ? 'app-content app-narrow' : 'app-content'} aria-busy={busy}>
          {children}
        </div>
      </main>
    </div>
  );
}
