/** One note: who, when, how it went, its text and its earlier texts; amending it keeps what it said. */
import { Button } from '../../components/button';
import { Details } from '../../components/details';
import { Lines } from '../../components/summary-list';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import { moment } from '../../platform/dates';
import { useKept } from '../../platform/kept';
import { useViewer } from '../../platform/viewer';
import { AmendNoteForm } from './amend-note-form';
import { contactWords, noteKindWords } from './note-words';

const NoteItemFragment = graphql(`
  fragment NoteItem on CaseNote {
    id version kind occurredAt recordedAt body audience voided
    author { id name }
    contact { outcome childSeen seenAlone place }
    revisions { body at by { id name } }
  }
`);

interface Props {
  note: FragmentType<typeof NoteItemFragment>;
  done: (words: string) => void;
}

export function NoteItem({ note, done }: Props) {
  const it = unmask(NoteItemFragment, note);
  const viewer = useViewer();
  const [amending, setAmending] = useKept(`amending ${it.id}`, false);
  const mayAmend = !it.voided && (it.author.id === viewer.user.id || viewer.role === 'TEAM_MANAGER');
  const contact = it.contact && [
    contactWords[it.contact.outcome],
    it.contact.childSeen ? (it.contact.seenAlone ? 'child seen alone' : 'child seen') : 'child not seen',
    it.contact.place,
  ];
  return (
    <div className="moj-timeline__item">
      <div className="moj-timeline__header">
        <h3 className="moj-timeline__title">{noteKindWords[it.kind]}</h3>{' '}
        <p className="moj-timeline__byline">by {it.author.name}</p>
      </div>
      <p className="moj-timeline__date">
        <time dateTime={it.occurredAt}>{moment(it.occurredAt)}</time>
        {it.audience === 'SERVICE' && ', for the whole service'}
      </p>
      <div className="moj-timeline__description">
        {contact && <p className="app-second">{contact.filter(Boolean).join(', ')}</p>}
        {it.voided && <p className="govuk-body">This note was in the wrong record and is void.</p>}
        {it.body && (
          <p className="govuk-body app-note">
            <Lines text={it.body} />
          </p>
        )}
        {it.revisions.length > 0 && (
          <Details summary={`Amended, ${it.revisions.length} earlier`}>
            {it.revisions.map((revision) => (
              <div key={revision.at} className="app-revision">
                <p className="app-second">
                  Until {moment(revision.at)}, when {revision.by.name} amended it:
                </p>
                <p className="govuk-body">
                  <Lines text={revision.body} />
                </p>
              </div>
            ))}
          </Details>
        )}
        {mayAmend && !amending && (
          <Button
            look="link"
            hiddenText={`the ${noteKindWords[it.kind].toLowerCase()} of ${moment(it.occurredAt)}`}
            onClick={() => setAmending(true)}
          >
            Amend
          </Button>
        )}
        {amending && mayAmend && (
          <AmendNoteForm
            note={{ id: it.id, version: it.version, body: it.body ?? '' }}
            cancel={() => setAmending(false)}
            done={() => {
              setAmending(false);
              done('The note was amended. What it said before is kept.');
            }}
          />
        )}
      </div>
    </div>
  );
}
