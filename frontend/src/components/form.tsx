/** A form: its problems above and at their fields, one attempt at a time. */
import { type ReactNode, useState } from 'react';
import type { Failure } from '../platform/failure';
import type { Problem } from '../platform/problems';
import { ErrorSummary } from './error-summary';
import { Problems } from './problems-context';

interface Props {
  problems: readonly Problem[];
  failure?: Failure | undefined;
  onSubmit: () => void;
  children: ReactNode;
  goTo?: (problem: Problem) => boolean;
}

export function Form({ problems, failure, onSubmit, children, goTo }: Props) {
  const [attempt, setAttempt] = useState(0);
  return (
    <Problems value={problems}>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          setAttempt(attempt + 1);
          onSubmit();
        }}
      >
        <ErrorSummary problems={problems} failure={failure} attempt={attempt} goTo={goTo} />
        {children}
      </form>
    </Problems>
  );
}
