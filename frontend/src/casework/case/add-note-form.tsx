/** Adding a note to a case. It says who can read it, and is kept as a draft while it is written. */

import { useEffect, useRef, useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Checkbox, Radios } from '../../components/choices';
import { DateInput, type DateParts, partsOf } from '../../components/date-input';
import { Form } from '../../components/form';
import { Select } from '../../components/select';
import { TextArea } from '../../components/text-area';
import { TextInput } from '../../components/text-input';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { ContactOutcome, NoteAudience, NoteKind } from '../../gql/graphql';
import { now } from '../../platform/clock';
import { useChange } from '../../platform/data';
import { clockOf, instantAt, isoDay, isoFrom } from '../../platform/dates';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import { type Problem, required } from '../../platform/problems';
import { optionsOf } from '../words';
import { useNoteDraft } from './note-draft';
import { contactWords, isContact, noteKindWords, readersOf } from './note-words';

const NoteReaders = graphql(`
  fragment NoteReaders on Case { id caseworker { id name } coWorkers { id name } }
`);
const AddNote = graphql(`
  mutation AddCaseNote($input: AddCaseNoteInput!) {
    addCaseNote(input: $input) { note { id case { id lastNoteAt lastSeenOn } } problems { field code message } }
  }
`);

export interface TypedNote {
  kind: NoteKind | '';
  day: DateParts;
  time: string;
  body: string;
  audience: NoteAudience;
  outcome: ContactOutcome | '';
  childSeen: boolean;
  seenAlone: boolean;
  place: string;
}

function newNote(): TypedNote {
  const at = now();
  return {
    kind: '',
    day: partsOf(isoDay(at)),
    time: clockOf(at),
    body: '',
    audience: 'CASE_TEAM',
    outcome: '',
    childSeen: false,
    seenAlone: false,
    place: '',
  };
}

function problemsOf(it: TypedNote): Problem[] {
  const problems: Problem[] = [];
  if (!it.kind) problems.push(required('kind', 'Choose what kind of note it is'));
  const on = isoFrom(it.day);
  if (!on) problems.push(required('occurredAt', 'Enter the day'));
  else if (!instantAt(on, it.time)) problems.push(required('time', 'Enter the time, like 2:35pm or 14:35'));
  if (isContact(it.kind) && !it.outcome)
    problems.push(required('contact.outcome', 'Say whether you reached anyone'));
  if (!it.body.trim()) problems.push(required('body', 'Write the note'));
  return problems;
}

interface Props {
  subject: FragmentType<typeof NoteReaders>;
  done: (words: string) => void;
  cancel: () => void;
}

export function AddNoteForm({ subject, done, cancel }: Props) {
  const team = unmask(NoteReaders, subject);
  const [it, setIt] = useKept<TypedNote>(`note ${team.id}`, newNote());
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const add = useChange(AddNote);
  const set = (change: Partial<TypedNote>) => setIt((before) => ({ ...before, ...change }));
  const draft = useNoteDraft(team.id, it);
  const restored = useRef(false);
  useEffect(() => {
    if (!draft.held || restored.current || it.body) return;
    restored.current = true;
    setIt({ ...newNote(), ...draft.held });
  }, [draft.held, it.body, setIt]);

  const submit = async () => {
    const found = problemsOf(it);
    setProblems(found);
    setFailure(undefined);
    const on = isoFrom(it.day);
    const occurredAt = on && instantAt(on, it.time);
    if (found.length > 0 || !it.kind || !occurredAt) return;
    const contact =
      isContact(it.kind) && it.outcome
        ? {
            outcome: it.outcome,
            childSeen: it.childSeen,
            seenAlone: it.childSeen ? it.seenAlone : undefined,
            place: it.place.trim() || undefined,
          }
        : undefined;
    const answer = await add.run({
      caseId: team.id,
      kind: it.kind,
      occurredAt,
      body: it.body.trim(),
      audience: it.audience,
      contact,
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      await draft.discard();
      setIt(newNote());
      done('The note was added.');
    }
  };

  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Select
        path="kind"
        label="Kind of note"
        empty="Choose"
        value={it.kind}
        onChange={(kind) => set({ kind: kind as NoteKind | '' })}
        options={optionsOf(noteKindWords)}
      />
      {isContact(it.kind) && (
        <>
          <Select
            path="contact.outcome"
            label="How did it go?"
            empty="Choose"
            value={it.outcome}
            onChange={(outcome) => set({ outcome: outcome as ContactOutcome | '' })}
            options={optionsOf(contactWords)}
          />
          <Checkbox
            path="contact.childSeen"
            label="I saw the child"
            checked={it.childSeen}
            onChange={(childSeen) => set({ childSeen })}
          />
          {it.childSeen && (
            <Checkbox
              path="contact.seenAlone"
              label="I saw the child alone"
              checked={it.seenAlone}
              onChange={(seenAlone) => set({ seenAlone })}
            />
          )}
        </>
      )}
      <TextArea
        path="body"
        label="Note"
        hint="Facts apart from opinions, in plain words. The child may read this one day."
        rows={8}
        value={it.body}
        onChange={(body) => set({ body })}
        limit={10000}
      />
      <DateInput path="occurredAt" legend="When was it?" value={it.day} onChange={(day) => set({ day })} />
      <TextInput path="time" label="Time" width={5} value={it.time} onChange={(time) => set({ time })} />
      <Radios
        path="audience"
        legend="Who can read it?"
        value={it.audience}
        onChange={(audience) => set({ audience })}
        choices={(['CASE_TEAM', 'SERVICE'] as const).map((audience) => ({
          value: audience,
          label: audience === 'CASE_TEAM' ? 'The case team' : 'The service',
          hint: `This can be read by: ${readersOf(audience, team)}.`,
        }))}
      />
      <ButtonGroup>
        <Button submit busy={add.busy}>
          Add the note
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
      <p className="govuk-hint" role="status">
        {draft.state}
      </p>
    </Form>
  );
}
