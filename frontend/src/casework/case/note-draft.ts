/** The draft of a note: on the server a moment after typing stops, and back when its writer returns to the case. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { graphql } from '../../gql/gql';
import { useChange, useData } from '../../platform/data';
import { time } from '../../platform/dates';
import type { TypedNote } from './add-note-form';

const NoteDrafts = graphql(`
  query NoteDrafts { viewer { user { id } drafts { id kind content about { id } } } }
`);
const SaveNoteDraft = graphql(`
  mutation SaveNoteDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) { draft { id savedAt } problems { field code message } }
  }
`);
const DiscardNoteDraft = graphql(`
  mutation DiscardNoteDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) { draft { id } problems { field code message } }
  }
`);

function parsed(content: string): Partial<TypedNote> | undefined {
  try {
    return JSON.parse(content) as Partial<TypedNote>;
  } catch {
    return undefined;
  }
}

export function useNoteDraft(caseId: string, note: TypedNote) {
  const { data } = useData(NoteDrafts, {});
  const { run: save } = useChange(SaveNoteDraft);
  const { run: discard } = useChange(DiscardNoteDraft);
  const [state, setState] = useState('');
  const id = useRef<string>(undefined);
  const saved = useRef('');
  const found = data?.viewer.drafts.find((draft) => draft.kind === 'NOTE' && draft.about?.id === caseId);
  const held = useMemo(() => (found ? parsed(found.content) : undefined), [found]);
  if (found && !id.current) id.current = found.id;

  useEffect(() => {
    const content = JSON.stringify(note);
    if (!note.body.trim() || content === saved.current) return undefined;
    const timer = setTimeout(async () => {
      saved.current = content;
      const answer = await save({ draftId: id.current, kind: 'NOTE', about: caseId, content });
      const draft = answer.payload?.draft;
      if (draft) id.current = draft.id;
      setState(
        draft
          ? `Draft saved at ${time(draft.savedAt)}.`
          : 'The draft could not be saved. Keep this page open.',
      );
    }, 4000);
    return () => clearTimeout(timer);
  }, [note, caseId, save]);

  return {
    held,
    state,
    discard: async () => {
      if (id.current) await discard({ draftId: id.current });
      id.current = undefined;
    },
  };
}
