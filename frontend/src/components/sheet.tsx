/** The place of one act on a page: its form, opened by a button above and named by a heading that takes the focus. */
import { type ReactNode, useEffect, useRef } from 'react';

export function Sheet({ title, children }: { title: string; children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <section className="app-sheet app-no-print" aria-label={title}>
      <h2 className="govuk-heading-m app-heading" ref={ref} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
