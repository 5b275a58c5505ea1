/** GOV.UK text input. */
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { ErrorMessage, FormGroup, Hint } from './field-parts';
import { describedBy, useFieldProblem } from './problems-context';

interface Props {
  path: string;
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  type?: 'text' | 'email' | 'password' | 'tel';
  numeric?: boolean;
  autoComplete?: HTMLInputAutoCompleteAttribute;
}

export function TextInput({ path, label, value, onChange, hint, width, type = 'text', ...rest }: Props) {
  const { id, error, errorId } = useFieldProblem(path);
  const sized = width ? ` govuk-input--width-${width}` : '';
  return (
    <FormGroup error={error}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      <input
        className={`govuk-input${sized}${error ? ' govuk-input--error' : ''}`}
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputMode={rest.numeric ? 'numeric' : undefined}
        autoComplete={rest.autoComplete ?? 'off'}
        spellCheck={false}
        aria-describedby={describedBy(hint && `${id}-hint`, errorId)}
        aria-invalid={error ? true : undefined}
      />
    </FormGroup>
  );
}
