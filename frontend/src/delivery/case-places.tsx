/** The places that a child has or waits for by one case, and what can be done with them now. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Form } from '../components/form';
import { Tag } from '../components/tag';
import { TextArea } from '../components/text-area';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { CasePlaceFragment } from '../gql/graphql';
import { now } from '../platform/clock';
import { useChange } from '../platform/data';
import { day, isoDay, moment } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { type Problem, required } from '../platform/problems';
import { enrolmentColours, enrolmentWords } from './words';

export const CasePlace = graphql(`
  fragment CasePlace on Enrolment {
    id version status position positionReason priorityReason passedOver offerExpiresAt startedOn endedOn
    viewerCanAnswer viewerCanConfirm viewerCanEnd viewerCanAnswerRemoval
    removalAsked { on reason }
    offering { id startsOn schedule venue programme { id title provider { id name } } }
  }
`);
const AnswerOffer = graphql(`
  mutation AnswerOffer($input: AnswerOfferInput!) {
    answerOffer(input: $input) { enrolment { id version status } problems { field code message } }
  }
`);
const ConfirmWaiting = graphql(`
  mutation ConfirmWaiting($input: ConfirmWaitingInput!) {
    confirmWaiting(input: $input) { enrolment { id version status } problems { field code message } }
  }
`);
const EndEnrolment = graphql(`
  mutation EndEnrolment($input: EndEnrolmentInput!) {
    endEnrolment(input: $input) { enrolment { id version status } problems { field code message } }
  }
`);

const AnswerRemoval = graphql(`
  mutation AnswerRemoval($input: AnswerRemovalInput!) {
    answerRemoval(input: $input) { enrolment { id version status } problems { field code message } }
  }
`);

type Act = 'yes' | 'no' | 'end' | 'agree' | 'disagree';
const titles: Record<Act, string> = {
  yes: 'The child says yes',
  no: 'The child says no',
  end: 'End',
  agree: 'Agree that it ends',
  disagree: 'The place stays',
};

/** What each act asks for, at which field, and what it tells once it is done. */
const asks: Record<Act, { path: string; label: string; needed?: string; save: string; told: string }> = {
  yes: {
    path: 'childsWords',
    label: 'What did the child say? (optional)',
    save: 'Save',
    told: 'The place is taken. The provider sees it now.',
  },
  no: {
    path: 'childsWords',
    label: 'What did the child say? (optional)',
    save: 'Save',
    told: 'The answer is saved. The place goes to whoever waits.',
  },
  end: {
    path: 'reason',
    label: 'Why does it end?',
    needed: 'Say why it ends',
    save: 'End it',
    told: 'It has ended. A place that is free goes to whoever waits.',
  },
  agree: {
    path: 'comment',
    label: 'What was agreed, and what is offered to the child next?',
    needed: 'Say what was agreed',
    save: 'Agree',
    told: 'It has ended. A place that is free goes to whoever waits.',
  },
  disagree: {
    path: 'comment',
    label: 'Why does the place stay?',
    needed: 'Say why the place stays',
    save: 'Save',
    told: 'The place stays. The provider sees that now.',
  },
};

interface ActProps {
  it: CasePlaceFragment;
  act: Act;
  done: (words: string) => void;
  cancel: () => void;
}

/** The child's words to an offer, why a place ends, or the answer to a provider that wants to end it. */
function ActForm({ it, act, done, cancel }: ActProps) {
  const answer = useChange(AnswerOffer);
  const end = useChange(EndEnrolment);
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const removal = useChange(AnswerRemoval);
  const asked = asks[act];
  const send = () => {
    const of = { enrolmentId: it.id, version: it.version };
    if (act === 'agree' || act === 'disagree') {
      return removal.run({ ...of, agree: act === 'agree', comment: text });
    }
    if (act === 'end') {
      const status = it.status === 'ACCEPTED' ? ('NOT_STARTED' as const) : ('WITHDREW' as const);
      return end.run({ ...of, status, on: isoDay(now()), reason: text });
    }
    return answer.run({ ...of, accept: act === 'yes', ...(text.trim() && { childsWords: text }) });
  };
  const submit = async () => {
    const found = asked.needed && !text.trim() ? [required(asked.path, asked.needed)] : [];
    setProblems(found);
    if (found.length > 0) return;
    const outcome = await send();
    setProblems(outcome.problems);
    setFailure(outcome.failure);
    if (outcome.payload && outcome.problems.length === 0) done(asked.told);
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <TextArea path={asked.path} label={asked.label} rows={2} value={text} onChange={setText} />
      <ButtonGroup>
        <Button submit busy={answer.busy || end.busy || removal.busy}>
          {asked.save}
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function Place({ it, done }: { it: CasePlaceFragment; done: (words: string) => void }) {
  const [act, setAct] = useState<Act>();
  const confirm = useChange(ConfirmWaiting);
  const [failed, setFailed] = useState<string>();
  const acts: Act[] = [
    ...(it.viewerCanAnswer ? (['yes', 'no'] as const) : []),
    ...(it.viewerCanAnswerRemoval ? (['agree', 'disagree'] as const) : []),
    ...(it.viewerCanEnd ? (['end'] as const) : []),
  ];
  const stillWants = async () => {
    const outcome = await confirm.run({ enrolmentId: it.id, version: it.version });
    const wrong = outcome.failure?.message ?? outcome.problems[0]?.message;
    setFailed(wrong);
    if (!wrong) done('The child stands in order again, with the date of before.');
  };
  return (
    <li className="app-place">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{it.offering.programme.title}</h3>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <Tag colour={enrolmentColours[it.status] ?? 'grey'}>{enrolmentWords[it.status]}</Tag>{' '}
        {it.offering.programme.provider.name}
        {it.offering.venue && `, ${it.offering.venue}`}
      </p>
      {it.offerExpiresAt && (
        <p className="govuk-body govuk-!-margin-bottom-1">
          The place is held until {moment(it.offerExpiresAt)}.
        </p>
      )}
      {it.positionReason && (
        <p className="govuk-body govuk-!-margin-bottom-1">
          {it.position && `Number ${it.position} on the list. `}
          {it.positionReason}
          {it.priorityReason && ` ${it.priorityReason}`}
        </p>
      )}
      {it.removalAsked && (
        <div className="govuk-inset-text govuk-!-margin-bottom-2">
          The provider asks to end this place on {day(it.removalAsked.on)}: {it.removalAsked.reason}
        </div>
      )}
      {it.endedOn && <p className="govuk-body govuk-!-margin-bottom-1">Ended on {day(it.endedOn)}.</p>}
      {failed && <p className="govuk-error-message">{failed}</p>}
      {act ? (
        <ActForm it={it} act={act} done={done} cancel={() => setAct(undefined)} />
      ) : (
        <div className="govuk-button-group app-no-print">
          {it.viewerCanConfirm && (
            <Button look="secondary" busy={confirm.busy} onClick={() => void stillWants()}>
              Still wants a place
            </Button>
          )}
          {acts.map((name) => (
            <Button key={name} look={name === 'end' ? 'link' : 'secondary'} onClick={() => setAct(name)}>
              {titles[name]}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

export function CasePlaces({
  places,
  done,
}: {
  places: ReadonlyArray<FragmentType<typeof CasePlace>>;
  done: (words: string) => void;
}) {
  const rows = places.map((place) => unmask(CasePlace, place));
  return (
    <ul className="govuk-list">
      {rows.map((it) => (
        <Place key={`${it.id} ${it.version}`} it={it} done={done} />
      ))}
    </ul>
  );
}
