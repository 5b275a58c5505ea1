/** Drafts of referrals on the server: saved a moment after typing stops, gone once the referral is sent. */
import { useEffect, useRef, useState } from 'react';
import { graphql } from '../../gql/gql';
import { useChange } from '../../platform/data';
import { time } from '../../platform/dates';
import { type Typed, toDraft } from './typed';

const SaveDraft = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) { draft { id savedAt } problems { field code message } }
  }
`);
const DiscardDraft = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) { draft { id } problems { field code message } }
  }
`);

export function useDiscardDraft() {
  const { run } = useChange(DiscardDraft);
  return (draftId: string) => run({ draftId });
}

/** Whether there is anything that would be a pity to lose. */
function worthSaving(typed: Typed): boolean {
  return typed.danger === 'yes' || [typed.givenName, typed.whatHappened].some((text) => text.trim() !== '');
}

export function useReferralDraft(typed: Typed, setDraftId: (id: string) => void) {
  const { run } = useChange(SaveDraft);
  const [state, setState] = useState('');
  const saved = useRef('');
  const latest = useRef(typed);
  latest.current = typed;
  const saving = useRef<Promise<void>>(undefined);

  /** Saves what is not saved yet; answers the draft's id, where there is one. */
  const save = async () => {
    await saving.current;
    const now = latest.current;
    const content = toDraft(now);
    if (content === saved.current || !worthSaving(now)) return now.draftId;
    const work = async () => {
      const immediateDanger = now.danger === 'yes' && now.called !== 'yes';
      const answer = await run({ draftId: now.draftId, kind: 'REFERRAL', content, immediateDanger });
      const draft = answer.payload?.draft;
      if (!draft) return setState('The draft could not be saved. Keep this page open.');
      saved.current = content;
      // Whoever waits for this saves the same draft again, before the page knows of it.
      latest.current = { ...latest.current, draftId: draft.id };
      if (draft.id !== now.draftId) setDraftId(draft.id);
      return setState(`Draft saved at ${time(draft.savedAt)}.`);
    };
    saving.current = work().then(() => undefined);
    await saving.current;
    return latest.current.draftId;
  };
  const saveLatest = useRef(save);
  saveLatest.current = save;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change starts the wait anew
  useEffect(() => {
    const timer = setTimeout(() => void saveLatest.current(), 4000);
    return () => clearTimeout(timer);
  }, [typed]);

  return { state, save };
}
