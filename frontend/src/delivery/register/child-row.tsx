/** One child on a register: large buttons for the mark, what must be known, and what is not sent yet. */
import { useId, useState } from 'react';
import { Button } from '../../components/button';
import { Details } from '../../components/details';
import { Lines, SummaryList } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import type { AttendanceMark } from '../../gql/graphql';
import { moment } from '../../platform/dates';
import { dropEntry, markChild, sendEntry } from './act';
import { type Entry, isOld, type MarkEntry, type NoteEntry, unsentMark } from './marks';
import { NoteForm, ReasonForm } from './note-form';
import type { Card, Child, Register } from './register';
import { commonMarks, earlyMarks, markWords, otherMarks, theirWords } from './words';

export type When = 'early' | 'today' | 'past';

interface Props {
  register: Register;
  child: Child;
  entries: readonly Entry[];
  /** Before the session's day only what is known early can be marked. */
  when: When;
  /** Absent without a connection: a concern goes to the server at once. */
  raise?: ((youngPersonId: string) => void) | undefined;
}

/** Both marks of a child whom two devices marked otherwise. */
function Conflict({ entry }: { entry: MarkEntry }) {
  return (
    <div className="app-conflict" role="alert">
      <p className="govuk-body govuk-!-margin-bottom-2">
        Another device says: <strong>{theirWords(entry)}</strong>. You marked:{' '}
        <strong>{markWords[entry.mark]}</strong>. Which is right?
      </p>
      <div className="app-marks">
        <Button look="secondary" onClick={() => void dropEntry(entry.id)} hiddenText={`for ${entry.name}`}>
          Keep {theirWords(entry)}
        </Button>
        <Button look="secondary" onClick={() => void sendEntry(entry.id)} hiddenText={`for ${entry.name}`}>
          Change to {markWords[entry.mark]}
        </Button>
      </div>
    </div>
  );
}

function Refused({ entry }: { entry: MarkEntry | NoteEntry }) {
  const what = entry.what === 'mark' ? `Your mark, ${markWords[entry.mark]},` : 'Your note';
  return (
    <div className="app-conflict" role="alert">
      <p className="govuk-body govuk-!-margin-bottom-2">
        <strong>{what} was not saved.</strong> {entry.told}
      </p>
      {entry.what === 'note' && (
        <p className="govuk-body">
          <Lines text={entry.body} />
        </p>
      )}
      <div className="app-marks">
        <Button look="secondary" onClick={() => void sendEntry(entry.id)} hiddenText={entry.name}>
          Send it again
        </Button>
        <Button look="link" onClick={() => void dropEntry(entry.id)} hiddenText={entry.name}>
          Throw it away
        </Button>
      </div>
    </div>
  );
}

function Known({ card }: { card: Card }) {
  const { contact } = card;
  const ring = contact && (
    <>
      {contact.name} ({contact.relationship}){' '}
      {contact.phone && (
        <a className="govuk-link app-phone" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
          {contact.phone}
        </a>
      )}
      {contact.mayContact === 'ASK_FIRST' && (
        <>
          {' '}
          <Tag colour="yellow">Ask first</Tag>
        </>
      )}
    </>
  );
  return (
    <SummaryList
      plain
      rows={[
        { key: 'In an emergency ring', value: ring ?? 'Nobody is recorded: ring the caseworker' },
        { key: 'Medical', value: card.medical ?? 'Nothing is recorded' },
        { key: 'Going home', value: card.goingHome ?? 'Nothing is recorded' },
      ]}
    />
  );
}

function Marks({ register, child, mark, when }: Props & { mark: AttendanceMark | null | undefined }) {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState(false);
  const id = useId();
  const put = (next: AttendanceMark) => {
    setWhy(next === 'AUTHORISED_ABSENCE');
    if (next === 'AUTHORISED_ABSENCE') return;
    setOpen(false);
    void markChild(register, child, next);
  };
  const one = (name: AttendanceMark) => (
    <button
      key={name}
      type="button"
      className={`app-mark${mark === name ? ' app-mark--on' : ''}`}
      aria-pressed={mark === name}
      onClick={() => put(name)}
    >
      {markWords[name]}
      <span className="govuk-visually-hidden"> {child.name}</span>
    </button>
  );
  const rest = when === 'early' ? earlyMarks : otherMarks;
  return (
    <>
      <div className="app-marks app-no-print">
        {when !== 'early' && commonMarks.map(one)}
        <button
          type="button"
          className={`app-mark${mark && (rest as readonly string[]).includes(mark) ? ' app-mark--on' : ''}`}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          Other
          <span className="govuk-visually-hidden"> marks {child.name}</span>
        </button>
      </div>
      <div id={id} hidden={!open} className="app-no-print">
        {open && <div className="app-marks app-marks--more">{rest.map(one)}</div>}
        {open && why && (
          <ReasonForm
            name={child.name}
            path={`reason-${child.enrolmentId}`}
            done={(reason) => {
              setOpen(false);
              setWhy(false);
              void markChild(register, child, 'AUTHORISED_ABSENCE', reason);
            }}
          />
        )}
      </div>
    </>
  );
}

/** What stands beside the name: the mark, and whether it is sent. */
function State({ mark, entry }: { mark: AttendanceMark | null | undefined; entry: MarkEntry | undefined }) {
  return (
    <p className="app-state">
      {mark ? (
        <Tag colour={entry ? 'grey' : 'green'}>{markWords[mark]}</Tag>
      ) : (
        <Tag colour="grey">No mark</Tag>
      )}{' '}
      {entry && <Tag colour="yellow">Not sent</Tag>}
    </p>
  );
}

function Notes({ card, waiting }: { card: Card | undefined; waiting: readonly NoteEntry[] }) {
  return (
    <>
      {(card?.notes ?? []).map((note) => (
        <div className="app-session-note" key={`${note.at} ${note.body}`}>
          <p className="govuk-body govuk-!-margin-bottom-0">
            <Lines text={note.body} />
          </p>
          <span className="app-second">
            {note.by}, {moment(note.at)}
          </span>
        </div>
      ))}
      {waiting.map((note) => (
        <div className="app-session-note" key={note.id}>
          <p className="govuk-body govuk-!-margin-bottom-0">
            <Lines text={note.body} />
          </p>
          <Tag colour="yellow">Not sent</Tag>
        </div>
      ))}
    </>
  );
}

export function ChildRow(props: Props) {
  const { register, child, entries, when, raise } = props;
  const { card, enrolmentId } = child;
  const [noting, setNoting] = useState(false);
  const headingId = useId();
  const entry = unsentMark(entries, register.sessionId, enrolmentId);
  const notes = entries.filter(
    (it): it is NoteEntry =>
      it.what === 'note' && it.sessionId === register.sessionId && it.enrolmentId === enrolmentId,
  );
  const mark = entry?.mark ?? child.mark;
  // Whose place has ended since was taking part when the session was.
  const takesPart = child.takesPart || when === 'past';
  const old = entry?.state === 'waiting' && isOld(entry, Date.now());
  return (
    <li className="app-child" aria-labelledby={headingId}>
      <div className="app-child__head">
        <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={headingId}>
          {child.name}
          {card?.age !== undefined && <span className="app-child__age"> {card.age}</span>}
        </h2>
        <State mark={mark} entry={entry} />
      </div>
      {(card?.alerts ?? []).map((alert) => (
        <p key={alert.id} className="app-alert-line">
          <strong>{alert.kind}:</strong> {alert.text}
        </p>
      ))}
      {card?.reason && !entry && <p className="govuk-body govuk-!-margin-bottom-2">{card.reason}</p>}
      {entry?.note && <p className="govuk-body govuk-!-margin-bottom-2">{entry.note}</p>}
      {!takesPart && (
        <p className="app-alert-line">
          <strong>Not taking part, ring the caseworker.</strong> They cannot join before the caseworker has
          said so.
        </p>
      )}
      {entry?.state === 'stale' && <Conflict entry={entry} />}
      {entry?.state === 'refused' && <Refused entry={entry} />}
      {old && entry && (
        <p className="govuk-body">
          This mark is older than 12 hours and was not sent.{' '}
          <Button look="link" onClick={() => void sendEntry(entry.id)} hiddenText={child.name}>
            Send it
          </Button>{' '}
          <Button look="link" onClick={() => void dropEntry(entry.id)} hiddenText={child.name}>
            Throw it away
          </Button>
        </p>
      )}
      {takesPart && !register.cancelled && entry?.state !== 'stale' && <Marks {...props} mark={mark} />}
      <Details summary={<>What to know about {child.name}</>}>
        {card ? (
          <Known card={card} />
        ) : (
          <p className="govuk-body">
            Whom to ring, medical facts and going home are not kept on this device. Without a connection ask
            your manager; in an emergency call 999.
          </p>
        )}
      </Details>
      <Notes card={card} waiting={notes.filter((note) => note.state === 'waiting')} />
      {notes
        .filter((note) => note.state === 'refused')
        .map((note) => (
          <Refused key={note.id} entry={note} />
        ))}
      {noting ? (
        <NoteForm register={register} child={child} close={() => setNoting(false)} />
      ) : (
        <div className="app-child__acts app-no-print">
          {when !== 'early' && !register.cancelled && (
            <Button look="link" onClick={() => setNoting(true)} hiddenText={`on ${child.name}`}>
              Write a note
            </Button>
          )}
          {card && raise && (
            <Button look="link" onClick={() => raise(card.youngPersonId)} hiddenText={`about ${child.name}`}>
              Raise a concern
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
