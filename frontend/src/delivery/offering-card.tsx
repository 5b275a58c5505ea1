/** What could take a child: what it is, whether there is a place, and what tests found. */
import { Link } from '@tanstack/react-router';
import { Tag, type TagColour } from '../components/tag';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { AvailabilityAnswer } from '../gql/graphql';
import { day } from '../platform/dates';
import { useViewer } from '../platform/viewer';
import { answerWords, evidenceWords, leftWords, modeWords, waitWords } from './words';

export const OfferingCardFragment = graphql(`
  fragment OfferingCard on Offering {
    id venue startsOn endsOn schedule
    area { id name }
    programme {
      id title summary mode minAge maxAge
      provider { id name }
      approach { code name }
      evidence { band source asOf }
    }
    places { answer leftBand left waiting expectedWaitWorkingDays asAt }
  }
`);

const colours: Record<AvailabilityAnswer, TagColour> = { YES: 'green', WAIT: 'yellow', NO: 'grey' };

function AnswerTag({ answer }: { answer: AvailabilityAnswer }) {
  return <Tag colour={colours[answer]}>{answerWords[answer]}</Tag>;
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  );
}

/** Begins, for something that may have begun: it can be joined now. */
function begins(startsOn: string, today: string): string {
  return startsOn <= today ? 'Now: it has begun and still takes children' : day(startsOn);
}

/** The way into the referral form, which carries the programme along. */
export function ReferTo({ programme }: { programme: { id: string; title: string } }) {
  if (!useViewer().canSubmitReferrals) return null;
  return (
    <Link
      className="govuk-button govuk-button--secondary govuk-!-margin-bottom-0 app-no-print"
      to="/referrals/new"
      search={{ programme: programme.id }}
    >
      Refer a child<span className="govuk-visually-hidden"> to {programme.title}</span>
    </Link>
  );
}

interface Props {
  offering: FragmentType<typeof OfferingCardFragment>;
  /** On the programme's own page: what all its runs have in common stands there once. */
  own?: boolean;
}

export function OfferingCard({ offering, own }: Props) {
  const it = unmask(OfferingCardFragment, offering);
  const { programme, places } = it;
  return (
    <article className="app-card" aria-labelledby={`offering-${it.id}`}>
      <h2 className="govuk-heading-m" id={`offering-${it.id}`}>
        {own ? (
          day(it.startsOn)
        ) : (
          <Link className="govuk-link" to="/programmes/$id" params={{ id: programme.id }}>
            {programme.title}
          </Link>
        )}
      </h2>
      <p className="govuk-body">
        <AnswerTag answer={places.answer} />{' '}
        {places.answer === 'YES' ? leftWords[places.leftBand] : waitWords(places.expectedWaitWorkingDays)}
      </p>
      {!own && <p className="govuk-body">{programme.summary}</p>}
      <dl className="govuk-summary-list govuk-summary-list--no-border app-card__facts">
        <Row name="Can begin">{begins(it.startsOn, places.asAt.slice(0, 10))}</Row>
        <Row name="When">{it.schedule}</Row>
        {it.venue && <Row name="Where">{[it.venue, it.area?.name].filter(Boolean).join(', ')}</Row>}
        {own && <Row name="Ends">{day(it.endsOn)}</Row>}
        {!own && (
          <>
            <Row name="For">
              {`Ages ${programme.minAge} to ${programme.maxAge}. ${modeWords[programme.mode]}.`}
            </Row>
            <Row name="Run by">{programme.provider.name}</Row>
            <Row name="Evidence">
              {`${programme.approach.name}. ${evidenceWords[programme.evidence.band]}.`}
              <span className="app-second">{` ${programme.evidence.source}, read on ${day(programme.evidence.asOf)}.`}</span>
            </Row>
          </>
        )}
      </dl>
      {!own && <ReferTo programme={programme} />}
    </article>
  );
}
