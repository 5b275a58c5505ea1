/** A call that was made about danger: to whom, when, who answered. */
import { DateInput, type DateParts, noDate, partsOf } from '../../components/date-input';
import { TextInput } from '../../components/text-input';
import { now } from '../../platform/clock';
import { clockOf, instantAt, isoDay, isoFrom } from '../../platform/dates';
import { type Problem, required } from '../../platform/problems';

export interface Call {
  agency: string;
  day: DateParts;
  time: string;
  spokeTo: string;
  reference: string;
}

export function newCall(): Call {
  return { agency: '', day: noDate, time: '', spokeTo: '', reference: '' };
}

export function callNow(): Call {
  const at = now();
  return { ...newCall(), day: partsOf(isoDay(at)), time: clockOf(at) };
}

export function callProblems(call: Call, path: string): Problem[] {
  const problems: Problem[] = [];
  if (!call.agency.trim()) problems.push(required(`${path}.agency`, 'Enter whom you called'));
  const on = isoFrom(call.day);
  if (!on) problems.push(required(`${path}.calledAt`, 'Enter the day of the call'));
  else if (!instantAt(on, call.time)) {
    problems.push(required(`${path}.time`, 'Enter the time of the call, like 2:35pm or 14:35'));
  }
  return problems;
}

export function callInput(call: Call) {
  const on = isoFrom(call.day);
  return {
    agency: call.agency.trim(),
    calledAt: (on && instantAt(on, call.time)) || now().toISOString(),
    spokeTo: call.spokeTo.trim() || undefined,
    reference: call.reference.trim() || undefined,
  };
}

export function CallFields({ path, call, set }: { path: string; call: Call; set: (call: Call) => void }) {
  const change = (part: Partial<Call>) => set({ ...call, ...part });
  return (
    <>
      <TextInput
        path={`${path}.agency`}
        label="Whom did you call?"
        hint="For example police on 999, or the council's front door"
        value={call.agency}
        onChange={(agency) => change({ agency })}
        width={20}
      />
      <DateInput
        path={`${path}.calledAt`}
        legend="Which day?"
        value={call.day}
        onChange={(day) => change({ day })}
      />
      <TextInput
        path={`${path}.time`}
        label="What time?"
        hint="For example 2:35pm or 14:35"
        value={call.time}
        onChange={(time) => change({ time })}
        width={5}
      />
      <TextInput
        path={`${path}.spokeTo`}
        label="Who answered? (optional)"
        value={call.spokeTo}
        onChange={(spokeTo) => change({ spokeTo })}
        width={20}
      />
      <TextInput
        path={`${path}.reference`}
        label="Their reference (optional)"
        value={call.reference}
        onChange={(reference) => change({ reference })}
        width={10}
      />
    </>
  );
}
