/** Which lines of the audit: what is chosen goes into the URL, where only references, ids, choices and days fit. */
import { useState } from 'react';
import { Button } from '../../components/button';
import { DateInput, isBlank, partsOf } from '../../components/date-input';
import { Form } from '../../components/form';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';
import { isoFrom } from '../../platform/dates';
import type { Problem } from '../../platform/problems';
import { useViewer } from '../../platform/viewer';
import { type Kind, kindsFor, kindWords } from './audit-words';
import { PersonField } from './person-field';
import { referenceOf } from './reference';

export interface Choice {
  reference?: string;
  what?: Kind;
  person?: string;
  from?: string;
  to?: string;
}

const invalid = (path: string, message: string): Problem => ({ path, code: 'INVALID', message });

export function AuditFilterForm({ choice, show }: { choice: Choice; show: (choice: Choice) => void }) {
  const viewer = useViewer();
  const [reference, setReference] = useState(choice.reference ?? '');
  const [what, setWhat] = useState<string>(choice.what ?? '');
  const [person, setPerson] = useState(choice.person ?? '');
  const [from, setFrom] = useState(partsOf(choice.from));
  const [to, setTo] = useState(partsOf(choice.to));
  const [problems, setProblems] = useState<Problem[]>([]);
  const submit = () => {
    const typed = reference.trim() === '' ? undefined : referenceOf(reference);
    const days = [from, to].map((parts) => (isBlank(parts) ? undefined : isoFrom(parts)));
    const found = [
      typed === null && invalid('reference', 'A reference is Y-, C- or R- and seven letters and numbers.'),
      days[0] === null && invalid('from', 'The first day has to be a real date, such as 27 3 2026.'),
      days[1] === null && invalid('to', 'The last day has to be a real date, such as 27 3 2026.'),
      days[0] &&
        days[1] &&
        days[0] > days[1] &&
        invalid('to', 'The last day has to be on or after the first.'),
    ].filter((problem) => typeof problem === 'object' && problem !== null);
    setProblems(found);
    if (found.length > 0) return;
    show({
      ...(typed && { reference: typed }),
      ...(what && { what: what as Kind }),
      ...(person && { person }),
      ...(days[0] && { from: days[0] }),
      ...(days[1] && { to: days[1] }),
    });
  };
  return (
    <Form problems={problems} onSubmit={submit}>
      {viewer.role !== 'ADMINISTRATOR' && (
        <TextInput
          path="reference"
          label="Reference"
          hint="Of a child (Y-), a case (C-) or a referral (R-)"
          width={10}
          value={reference}
          onChange={setReference}
        />
      )}
      <Select
        path="what"
        label="What was done"
        empty="Anything"
        value={what}
        onChange={setWhat}
        options={kindsFor(viewer.role).map((kind) => ({ value: kind, label: kindWords[kind] }))}
      />
      <PersonField path="person" label="Who" value={person} onChange={setPerson} />
      <DateInput path="from" legend="From this day (optional)" value={from} onChange={setFrom} />
      <DateInput path="to" legend="To this day (optional)" value={to} onChange={setTo} />
      <Button submit>Show</Button>
    </Form>
  );
}
