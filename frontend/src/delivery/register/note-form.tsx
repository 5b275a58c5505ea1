/** What is written beside a mark: a note on a child, the reason of an absence, and how many people were counted. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Form } from '../../components/form';
import { TextArea } from '../../components/text-area';
import { TextInput } from '../../components/text-input';
import { useKept } from '../../platform/kept';
import { type Problem, required } from '../../platform/problems';
import { countPeople, noteOn } from './act';
import { type NoteParts, noteOf } from './note';
import type { Child, Register } from './register';

export function NoteForm({
  register,
  child,
  close,
}: {
  register: Register;
  child: Child;
  close: () => void;
}) {
  const path = `note-${child.enrolmentId}`;
  const empty: NoteParts = { did: '', were: '', next: '' };
  const [it, setIt] = useKept<NoteParts>(`${path} ${register.sessionId}`, empty);
  const [problems, setProblems] = useState<Problem[]>([]);
  const set = (part: Partial<NoteParts>) => setIt((before) => ({ ...before, ...part }));
  const save = async () => {
    const body = noteOf(it);
    const long = [...body].length > 4000;
    setProblems([
      ...(body ? [] : [required(`${path}.did`, 'Write what you did, how they were or what is next')]),
      ...(long ? [{ path: `${path}.did`, code: 'TOO_LONG', message: 'Use 4,000 characters at most' }] : []),
    ]);
    if (!body || long) return;
    await noteOn(register, child, body);
    setIt(empty);
    close();
  };
  return (
    <Form problems={problems} onSubmit={() => void save()}>
      <TextArea
        path={`${path}.did`}
        label={`What did you do with ${child.name}?`}
        rows={2}
        value={it.did}
        onChange={(did) => set({ did })}
      />
      <TextArea
        path={`${path}.were`}
        label="How were they?"
        rows={2}
        value={it.were}
        onChange={(were) => set({ were })}
      />
      <TextArea
        path={`${path}.next`}
        label="What is next?"
        rows={2}
        value={it.next}
        onChange={(next) => set({ next })}
      />
      <ButtonGroup>
        <Button submit>Save the note</Button>
        <Button look="link" onClick={close}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}

export function ReasonForm({
  name,
  path,
  done,
}: {
  name: string;
  path: string;
  done: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const save = () => {
    const said = reason.trim();
    setProblems(said ? [] : [required(path, 'Say what the reason is')]);
    if (said) done(said);
  };
  return (
    <Form problems={problems} onSubmit={save}>
      <TextInput path={path} label={`Why is ${name} absent?`} value={reason} onChange={setReason} />
      <Button submit>Save</Button>
    </Form>
  );
}

const groups = [
  ['children', 'Children, under 18'],
  ['youngAdults', 'Young adults, 18 to 25'],
  ['adults', 'Adults'],
] as const;

/** Who comes in without a place is counted, not named. */
export function CountForm({ register, close }: { register: Register; close: () => void }) {
  const before = register.counted;
  const [it, setIt] = useState<Record<(typeof groups)[number][0], string>>({
    children: String(before?.children ?? ''),
    youngAdults: String(before?.youngAdults ?? ''),
    adults: String(before?.adults ?? ''),
  });
  const [problems, setProblems] = useState<Problem[]>([]);
  const save = async () => {
    const wrong = groups.filter(([name]) => !/^\d{0,5}$/.test(it[name].trim()) || Number(it[name]) > 10_000);
    setProblems(
      wrong.map(([path]) => ({ path, code: 'OUT_OF_RANGE', message: 'Enter a number from 0 to 10,000' })),
    );
    if (wrong.length > 0) return;
    const of = (name: keyof typeof it) => Number(it[name].trim());
    await countPeople(register, {
      children: of('children'),
      youngAdults: of('youngAdults'),
      adults: of('adults'),
    });
    close();
  };
  return (
    <Form problems={problems} onSubmit={() => void save()}>
      {groups.map(([name, label]) => (
        <TextInput
          key={name}
          path={name}
          label={label}
          numeric
          width={4}
          value={it[name]}
          onChange={(value) => setIt({ ...it, [name]: value })}
        />
      ))}
      <ButtonGroup>
        <Button submit>Save the count</Button>
        <Button look="link" onClick={close}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
