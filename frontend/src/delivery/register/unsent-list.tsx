/** What is not sent, with what can be done about it. Nothing goes from here without the person. */
import { Button, ButtonGroup } from '../../components/button';
import { Lines } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { moment } from '../../platform/dates';
import { dropEntry, sendEntry } from './act';
import { type Entry, isOld } from './marks';
import { entryWords, theirWords } from './words';

/** Why it is still here. */
function Why({ entry }: { entry: Entry }) {
  if (entry.state === 'refused') return <>{entry.told}</>;
  if (entry.state === 'stale' && entry.what === 'mark')
    return <>Another device has marked this child meanwhile: {theirWords(entry)}.</>;
  if (isOld(entry, Date.now()))
    return <>It is older than 12 hours, so it is not sent before you have looked at it.</>;
  return <>It is sent when there is a connection.</>;
}

export function UnsentItem({ entry }: { entry: Entry }) {
  const decides = entry.state !== 'waiting' || isOld(entry, Date.now());
  return (
    <li className="app-unsent">
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong>{entryWords(entry)}</strong> <Tag colour="yellow">Not sent</Tag>
      </p>
      {entry.what === 'note' && (
        <p className="govuk-body govuk-!-margin-bottom-1">
          <Lines text={entry.body} />
        </p>
      )}
      {entry.what === 'mark' && entry.note && (
        <p className="govuk-body govuk-!-margin-bottom-1">{entry.note}</p>
      )}
      <p className="govuk-body govuk-!-margin-bottom-1">
        <span className="app-second">
          {entry.session}. Made {moment(new Date(entry.at).toISOString())}.
        </span>
        <Why entry={entry} />
      </p>
      {decides && (
        <ButtonGroup>
          <Button look="secondary" onClick={() => void sendEntry(entry.id)} hiddenText={entryWords(entry)}>
            Send it
          </Button>
          <Button look="link" onClick={() => void dropEntry(entry.id)} hiddenText={entryWords(entry)}>
            {entry.state === 'stale' ? 'Keep the other mark' : 'Throw it away'}
          </Button>
        </ButtonGroup>
      )}
    </li>
  );
}

export function UnsentList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="govuk-list">
      {entries.map((entry) => (
        <UnsentItem key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}
