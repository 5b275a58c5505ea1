/** Words between the service and those who referred, oldest first. */
import { Lines } from '../components/summary-list';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { moment } from '../platform/dates';
import { useViewer } from '../platform/viewer';
import { messageWords } from './words';

const ReferralMessages = graphql(`
  fragment ReferralMessages on Referral {
    messages { at from { id name } by { id name } kind text }
  }
`);

export function MessageList({ referral }: { referral: FragmentType<typeof ReferralMessages> }) {
  const { messages } = unmask(ReferralMessages, referral);
  const viewer = useViewer();
  if (messages.length === 0) return <p className="govuk-body">No messages yet.</p>;
  return (
    <ol className="govuk-list app-messages">
      {messages.map((message) => {
        const own = message.from.id === viewer.organisation.id;
        return (
          <li
            key={`${message.at} ${message.kind}`}
            className={`app-message${own ? ' app-message--own' : ''}`}
          >
            <p className="app-message__meta">
              <strong>{messageWords[message.kind]}</strong> from {message.by ? `${message.by.name}, ` : ''}
              {message.from.name}
            </p>
            <p className="govuk-body app-message__text">
              <Lines text={message.text} />
            </p>
            <p className="app-message__meta">{moment(message.at)}</p>
          </li>
        );
      })}
    </ol>
  );
}
