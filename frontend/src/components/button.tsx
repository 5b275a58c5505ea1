/** GOV.UK button. */
import type { ReactNode } from 'react';

interface Props {
  children: ReactNode;
  onClick?: () => void;
  look?: 'primary' | 'secondary' | 'warning' | 'link';
  busy?: boolean;
  submit?: boolean;
  expanded?: boolean;
  controls?: string;
  hiddenText?: string;
}

const looks = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  link: 'app-link-button govuk-link',
};

export function Button(props: Props) {
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      className={looks[props.look ?? 'primary']}
      onClick={props.onClick}
      aria-disabled={props.busy || undefined}
      onClickCapture={(event) => {
        if (props.busy) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
    >
      {props.children}
      {props.hiddenText && <span className="govuk-visually-hidden"> {props.hiddenText}</span>}
    </button>
  );
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
