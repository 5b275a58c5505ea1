/** GOV.UK tag: few fixed colours, the words carry the meaning. Red is for rare alerts. */
import type { ReactNode } from 'react';

export type TagColour = 'grey' | 'blue' | 'green' | 'yellow' | 'red';

export function Tag({ colour, children }: { colour: TagColour; children: ReactNode }) {
  return <strong className={`govuk-tag app-tag govuk-tag--${colour}`}>{children}</strong>;
}
