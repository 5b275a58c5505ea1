/** Putting a note right: the new text and why. The old text stays readable. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Form } from '../../components/form';
import { TextArea } from '../../components/text-area';
import { TextInput } from '../../components/text-input';
import { graphql } from '../../gql/gql';
import { useChange } from '../../platform/data';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import { type Problem, required } from '../../platform/problems';

const Amend = graphql(`
  mutation AmendCaseNote($input: AmendCaseNoteInput!) {
    amendCaseNote(input: $input) { note { id ...NoteItem } problems { field code message } }
  }
`);

interface Props {
  note: { id: string; version: number; body: string };
  done: () => void;
  cancel: () => void;
}

export function AmendNoteForm({ note, done, cancel }: Props) {
  const [it, setIt] = useKept(`amend ${note.id}`, { body: note.body, reason: '' });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const amend = useChange(Amend);
  const submit = async () => {
    const found = [
      ...(it.body.trim() ? [] : [required('body', 'Write the note')]),
      ...(it.reason.trim() ? [] : [required('reason', 'Say why you amend it')]),
    ];
    setProblems(found);
    if (found.length > 0) return;
    const answer = await amend.run({
      noteId: note.id,
      version: note.version,
      body: it.body,
      reason: it.reason.trim(),
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) done();
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <TextArea
        path="body"
        label="The note"
        rows={6}
        value={it.body}
        onChange={(body) => setIt((before) => ({ ...before, body }))}
      />
      <TextInput
        path="reason"
        label="Why do you amend it?"
        value={it.reason}
        onChange={(reason) => setIt((before) => ({ ...before, reason }))}
      />
      <ButtonGroup>
        <Button submit busy={amend.busy}>
          Save the amended note
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
