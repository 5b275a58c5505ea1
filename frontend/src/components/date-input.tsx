/** GOV.UK date input: day, month and year as three boxes, for dates that people know. */
import type { ReactNode } from 'react';
import { ErrorMessage, FormGroup, Hint } from './field-parts';
import { describedBy, useFieldProblem } from './problems-context';

export interface DateParts {
  day: string;
  month: string;
  year: string;
}

export const noDate: DateParts = { day: '', month: '', year: '' };

export function isBlank(parts: DateParts): boolean {
  return `${parts.day}${parts.month}${parts.year}`.trim() === '';
}

export function partsOf(isoDate: string | null | undefined): DateParts {
  if (!isoDate) return noDate;
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

interface Props {
  path: string;
  legend: ReactNode;
  value: DateParts;
  onChange: (value: DateParts) => void;
  hint?: ReactNode;
  birthday?: boolean;
}

export function DateInput({ path, legend, value, onChange, hint, birthday }: Props) {
  const { id, error, errorId } = useFieldProblem(path);
  const box = (part: keyof DateParts, label: string, width: 2 | 4) => (
    <div className="govuk-date-input__item">
      <div className="govuk-form-group">
        <label
          className="govuk-label govuk-date-input__label"
          htmlFor={part === 'day' ? id : `${id}-${part}`}
        >
          {label}
        </label>
        <input
          className={`govuk-input govuk-date-input__input govuk-input--width-${width}${error ? ' govuk-input--error' : ''}`}
          id={part === 'day' ? id : `${id}-${part}`}
          type="text"
          inputMode="numeric"
          autoComplete={birthday ? undefined : 'off'}
          value={value[part]}
          onChange={(event) => onChange({ ...value, [part]: event.target.value })}
        />
      </div>
    </div>
  );
  return (
    <FormGroup error={error}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(hint && `${id}-hint`, errorId)}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        <ErrorMessage id={errorId}>{error}</ErrorMessage>
        <div className="govuk-date-input">
          {box('day', 'Day', 2)}
          {box('month', 'Month', 2)}
          {box('year', 'Year', 4)}
        </div>
      </fieldset>
    </FormGroup>
  );
}
