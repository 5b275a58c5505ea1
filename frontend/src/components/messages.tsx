/** Short words to the person: inset, warning, notice, alert. */
import { type ReactNode, useEffect, useRef } from 'react';

export function Inset({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}

export function Warning({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span> {children}
      </strong>
    </div>
  );
}

/** Something was done; takes the focus so that it is heard once. */
export function Done({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div
      className="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby="done-title"
      tabIndex={-1}
      ref={ref}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="done-title">
          Done
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{children}</p>
      </div>
    </div>
  );
}

/** MoJ alert, of the kind that warns. */
export function Alert({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="moj-alert moj-alert--warning" aria-label={label}>
      <div>
        <svg className="moj-alert__icon" aria-hidden="true" viewBox="0 0 30 30" height="30" width="30">
          <path
            fillRule="evenodd"
            fill="currentColor"
            d="M15 2.45 28.75 26.2H1.25L15 2.45ZM13.51 9.5h2.96l-.23 8.27h-2.49l-.24-8.27Zm1.5 10.46a1.87 1.87 0 1 1 0 3.74 1.87 1.87 0 0 1 0-3.74Z"
          />
        </svg>
      </div>
      <div className="moj-alert__content">{children}</div>
    </section>
  );
}

/** A failure to load, in place of what could not be shown. */
export function NotShown({ message, retry }: { message: string; retry?: () => void }) {
  return (
    <div className="govuk-inset-text" role="alert">
      <p className="govuk-body">{message}</p>
      {retry && (
        <button type="button" className="govuk-button govuk-button--secondary" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <p className="govuk-body app-loading" role="status">
      Loading {what}…
    </p>
  );
}
