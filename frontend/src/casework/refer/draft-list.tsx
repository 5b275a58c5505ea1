/** Referrals that were begun and not sent. They are named by time alone. */
import { useState } from 'react';
import { Button } from '../../components/button';
import { graphql } from '../../gql/gql';
import { useData } from '../../platform/data';
import { moment } from '../../platform/dates';
import { useViewer } from '../../platform/viewer';
import { fromDraft, type Typed } from './typed';

const Drafts = graphql(`
  query Drafts { viewer { user { id } drafts { id kind content savedAt } } }
`);

interface Props {
  current: string | undefined;
  open: (typed: Typed) => void;
  discard: (id: string) => void;
}

export function DraftList({ current, open, discard }: Props) {
  const { organisation } = useViewer();
  const { data } = useData(Drafts, {});
  const [gone, setGone] = useState<readonly string[]>([]);
  const drafts = (data?.viewer.drafts ?? []).filter(
    (draft) => draft.kind === 'REFERRAL' && draft.id !== current && !gone.includes(draft.id),
  );
  if (drafts.length === 0) return null;
  return (
    <section className="app-drafts" aria-label="Drafts">
      <h2 className="govuk-heading-s">Not sent yet</h2>
      <ul className="govuk-list">
        {drafts.map((draft) => (
          <li key={draft.id} className="app-drafts__item">
            Saved {moment(draft.savedAt)}{' '}
            <Button look="link" onClick={() => open(fromDraft(draft.content, draft.id, organisation))}>
              Go on with it
            </Button>{' '}
            <Button
              look="link"
              onClick={() => {
                setGone([...gone, draft.id]);
                discard(draft.id);
              }}
            >
              Delete it
            </Button>
          </li>
        ))}
      </ul>
      <p className="govuk-hint">Only you see your drafts. They are deleted after 7 days.</p>
    </section>
  );
}
