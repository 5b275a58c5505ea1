/** GOV.UK select. The first, empty choice stands for "not chosen". */
import type { ReactNode } from 'react';
import { ErrorMessage, FormGroup, Hint } from './field-parts';
import { describedBy, useFieldProblem } from './problems-context';

export interface Option {
  value: string;
  label: string;
}

interface Props {
  path: string;
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  empty?: string;
  options?: readonly Option[];
  groups?: ReadonlyArray<{ label: string; options: readonly Option[] }>;
}

export function Select({ path, label, value, onChange, hint, empty, options = [], groups = [] }: Props) {
  const { id, error, errorId } = useFieldProblem(path);
  const one = (option: Option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );
  return (
    <FormGroup error={error}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      <select
        className={`govuk-select app-select${error ? ' govuk-select--error' : ''}`}
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describedBy(hint && `${id}-hint`, errorId)}
        aria-invalid={error ? true : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(one)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(one)}
          </optgroup>
        ))}
      </select>
    </FormGroup>
  );
}
