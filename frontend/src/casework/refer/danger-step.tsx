/** Danger first: before anything is typed. */
import { Radios } from '../../components/choices';
import { Inset, Warning } from '../../components/messages';
import { CallFields, callNow } from '../concerns/call-fields';
import { FrontDoors } from '../front-doors';
import type { Typed } from './typed';

export interface StepProps {
  it: Typed;
  set: (change: Partial<Typed>) => void;
}

export function DangerStep({ it, set }: StepProps) {
  return (
    <>
      <Radios
        path="immediateDanger"
        legend="Is the child, or anyone else, in immediate danger?"
        legendSize="m"
        value={it.danger}
        onChange={(danger) => set({ danger })}
        choices={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
        ]}
      />
      {it.danger === 'yes' && (
        <>
          <Warning>Call 999 now. Then tell the front door of the child's council.</Warning>
          <FrontDoors />
          <Radios
            path="called"
            legend="Have you called?"
            value={it.called}
            onChange={(called) =>
              set({ called, ...(called === 'yes' && !it.call.time && { call: callNow() }) })
            }
            choices={[
              { value: 'yes', label: 'I have called' },
              { value: 'notYet', label: 'Not yet' },
            ]}
          />
          {it.called === 'yes' && (
            <CallFields path="emergencyCall" call={it.call} set={(call) => set({ call })} />
          )}
          {it.called === 'notYet' && (
            <Inset>
              Please call first. What you type is kept as a draft, and the team manager is told in 5 minutes
              that a referral about danger is waiting for a call.
            </Inset>
          )}
        </>
      )}
    </>
  );
}
