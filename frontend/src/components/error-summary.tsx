/** GOV.UK error summary: takes the focus when it appears, each line leads to its field. */
import { useEffect, useRef } from 'react';
import type { Failure } from '../platform/failure';
import { idOf, type Problem } from '../platform/problems';

interface Props {
  problems: readonly Problem[];
  failure?: Failure | undefined;
  /** Counts how often the form was sent. */
  attempt: number;
  /** Takes the person to a field that another step holds; answers false where the field is on this page. */
  goTo?: (problem: Problem) => boolean;
}

function focusField(path: string): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const element = document.getElementById(idOf(parts.slice(0, length).join('.')));
    if (!element) continue;
    (element.closest('fieldset') ?? element.closest('.govuk-form-group') ?? element).scrollIntoView();
    element.focus({ preventScroll: true });
    return;
  }
}

export function ErrorSummary({ problems, failure, attempt, goTo }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const any = problems.length > 0 || failure !== undefined;
  const told = [failure?.message, ...problems.map((p) => `${p.path} ${p.message}`)].join('\n');
  // At each attempt, and when something else is wrong than before; never while somebody types.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt itself is the reason
  useEffect(() => {
    if (any) ref.current?.focus();
  }, [told, any, attempt]);
  if (!any) return null;
  return (
    <div className="govuk-error-summary" ref={ref} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          {failure && <p>{failure.message}</p>}
          {problems.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {problems.map((problem) => (
                <li key={`${problem.path} ${problem.message}`}>
                  <a
                    href={`#${idOf(problem.path)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      if (!goTo?.(problem)) focusField(problem.path);
                    }}
                  >
                    {problem.message}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
