/** GOV.UK textarea, with a count once the limit is near. */
import type { ReactNode } from 'react';
import { ErrorMessage, FormGroup, Hint } from './field-parts';
import { describedBy, useFieldProblem } from './problems-context';

interface Props {
  path: string;
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  rows?: number;
  limit?: number;
}

export function TextArea({ path, label, value, onChange, hint, rows = 5, limit }: Props) {
  const { id, error, errorId } = useFieldProblem(path);
  const left = limit === undefined ? undefined : limit - [...value].length;
  const near = left !== undefined && limit !== undefined && left < limit / 4;
  return (
    <FormGroup error={error}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      <textarea
        className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={id}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        aria-describedby={describedBy(hint && `${id}-hint`, errorId, near && `${id}-count`)}
        aria-invalid={error ? true : undefined}
      />
      {near && (
        <div id={`${id}-count`} className="govuk-hint govuk-character-count__message" aria-live="polite">
          {left >= 0 ? `You have ${left} characters left` : `You have ${-left} characters too many`}
        </div>
      )}
    </FormGroup>
  );
}
