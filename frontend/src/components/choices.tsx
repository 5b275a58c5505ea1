/** GOV.UK radios and checkboxes: one fieldset, a question as its legend. */
import type { ReactNode } from 'react';
import { ErrorMessage, FormGroup, Hint } from './field-parts';
import { describedBy, useFieldProblem } from './problems-context';

interface Choice<T extends string> {
  value: T;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown under the choice while it is chosen. */
  reveals?: ReactNode;
}

interface Common<T extends string> {
  path: string;
  legend: ReactNode;
  legendSize?: 's' | 'm' | 'l';
  hint?: ReactNode;
  choices: ReadonlyArray<Choice<T>>;
  small?: boolean;
}

function Group<T extends string>(props: Common<T> & { children: ReactNode }) {
  const { id, error, errorId } = useFieldProblem(props.path);
  return (
    <FormGroup error={error}>
      <fieldset
        className="govuk-fieldset"
        aria-describedby={describedBy(props.hint && `${id}-hint`, errorId)}
      >
        <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${props.legendSize ?? 's'}`}>
          {props.legend}
        </legend>
        {props.hint && <Hint id={`${id}-hint`}>{props.hint}</Hint>}
        <ErrorMessage id={errorId}>{error}</ErrorMessage>
        {props.children}
      </fieldset>
    </FormGroup>
  );
}

function optionId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}

export function Radios<T extends string>(
  props: Common<T> & { value: T | undefined; onChange: (value: T) => void; inline?: boolean },
) {
  const { id } = useFieldProblem(props.path);
  const look = `${props.small ? ' govuk-radios--small' : ''}${props.inline ? ' govuk-radios--inline' : ''}`;
  return (
    <Group {...props}>
      <div className={`govuk-radios${look}`}>
        {props.choices.map((choice, index) => (
          <div key={choice.value} className="app-choice">
            <div className="govuk-radios__item">
              <input
                className="govuk-radios__input"
                id={optionId(id, index)}
                name={id}
                type="radio"
                checked={props.value === choice.value}
                onChange={() => props.onChange(choice.value)}
                aria-describedby={choice.hint ? `${optionId(id, index)}-hint` : undefined}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={optionId(id, index)}>
                {choice.label}
              </label>
              {choice.hint && (
                <div id={`${optionId(id, index)}-hint`} className="govuk-hint govuk-radios__hint">
                  {choice.hint}
                </div>
              )}
            </div>
            {choice.reveals && props.value === choice.value && (
              <div className="govuk-radios__conditional">{choice.reveals}</div>
            )}
          </div>
        ))}
      </div>
    </Group>
  );
}

export function Checkboxes<T extends string>(
  props: Common<T> & { values: readonly T[]; onChange: (values: T[]) => void },
) {
  const { id } = useFieldProblem(props.path);
  const toggle = (value: T, on: boolean) =>
    props.onChange(on ? [...props.values, value] : props.values.filter((v) => v !== value));
  return (
    <Group {...props}>
      <div className={`govuk-checkboxes${props.small ? ' govuk-checkboxes--small' : ''}`}>
        {props.choices.map((choice, index) => (
          <div key={choice.value} className="app-choice">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id={optionId(id, index)}
                type="checkbox"
                checked={props.values.includes(choice.value)}
                onChange={(event) => toggle(choice.value, event.target.checked)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={optionId(id, index)}>
                {choice.label}
              </label>
            </div>
            {choice.reveals && props.values.includes(choice.value) && (
              <div className="govuk-checkboxes__conditional">{choice.reveals}</div>
            )}
          </div>
        ))}
      </div>
    </Group>
  );
}

/** One box that stands alone. */
export function Checkbox(props: {
  path: string;
  label: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  const { id, error, errorId } = useFieldProblem(props.path);
  return (
    <FormGroup error={error}>
      <ErrorMessage id={errorId}>{error}</ErrorMessage>
      <div className="govuk-checkboxes govuk-checkboxes--small">
        <div className="govuk-checkboxes__item">
          <input
            className="govuk-checkboxes__input"
            id={id}
            type="checkbox"
            checked={props.checked}
            onChange={(event) => props.onChange(event.target.checked)}
            aria-describedby={errorId}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            {props.label}
          </label>
        </div>
      </div>
    </FormGroup>
  );
}
