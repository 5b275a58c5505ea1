/** The answers together, before they are sent; and the group's own earlier referral of this child. */
import { Link } from '@tanstack/react-router';
import { Inset } from '../../components/messages';
import { Lines, SummaryList, type SummaryRow } from '../../components/summary-list';
import { graphql } from '../../gql/gql';
import { useData } from '../../platform/data';
import { day, isoFrom } from '../../platform/dates';
import { useViewer } from '../../platform/viewer';
import { factorWords } from '../factors';
import { notToldWords, sexWords, sourceWords, stageWords, triggerWords, urgencyWords } from '../words';
import { useProgrammeTitle } from './requested-programme';
import type { Step } from './steps';
import type { Typed } from './typed';

const EarlierReferrals = graphql(`
  query EarlierReferrals($text: String!) {
    referrals(filter: { text: $text }, first: 10) {
      nodes { id reference stage submittedAt child { id dateOfBirth } }
    }
  }
`);

/** A repeat is accepted, never a problem; the group only sees that it has asked before. */
function Earlier({ it }: { it: Typed }) {
  const viewer = useViewer();
  const text = [it.givenName.trim(), it.familyName.trim()].filter(Boolean).join(' ');
  const refers = viewer.role === 'REFERRER';
  const { data } = useData(EarlierReferrals, { text }, { pause: !refers || text.length < 2 });
  const birth = isoFrom(it.dateOfBirth);
  const same = (data?.referrals?.nodes ?? []).filter((referral) => referral.child.dateOfBirth === birth);
  if (!refers || same.length === 0) return null;
  return (
    <Inset>
      {same.map((referral) => (
        <p key={referral.id} className="govuk-body">
          You referred this child on {day(referral.submittedAt)}:{' '}
          <Link className="govuk-link" to="/referrals/$reference" params={{ reference: referral.reference }}>
            {referral.reference}
          </Link>{' '}
          ({stageWords[referral.stage].toLowerCase()}). You can add to that one, or send this as well.
        </p>
      ))}
    </Inset>
  );
}

interface Props {
  it: Typed;
  go: (step: Step) => void;
}

export function CheckStep({ it, go }: Props) {
  const change = (step: Step, what: string) => (
    <button type="button" className="app-link-button govuk-link" onClick={() => go(step)}>
      Change<span className="govuk-visually-hidden"> {what}</span>
    </button>
  );
  const row = (step: Step, key: string, value: SummaryRow['value']): SummaryRow => ({
    key,
    value: value || 'Not given',
    action: change(step, key.toLowerCase()),
  });
  const birth = isoFrom(it.dateOfBirth);
  const programme = useProgrammeTitle(it.programmeId);
  const added = [
    it.contacts.length > 0 && `${it.contacts.length} of the family`,
    it.postcode && 'an address',
    it.factors.length > 0 && `${it.factors.length} other worries`,
    it.strengths.length > 0 && `${it.strengths.length} strengths`,
    it.professionals.length > 0 && `${it.professionals.length} professionals`,
    (it.childView || it.parentView || it.triedSoFar) && 'views',
    (it.weapon || it.harm || it.socialCare || it.specialNeeds || it.attendancePercent) && 'facts',
  ].filter(Boolean);
  return (
    <>
      <Earlier it={it} />
      <SummaryList
        rows={[
          row(
            'danger',
            'Immediate danger',
            it.danger === 'yes'
              ? `Yes. ${it.called === 'yes' ? `Called ${it.call.agency}` : 'Not called yet'}`
              : 'No',
          ),
          row('child', 'Child', [it.givenName, it.familyName].filter((name) => name.trim()).join(' ')),
          row('child', 'Date of birth', birth && `${day(birth)}${it.estimated ? ' (estimated)' : ''}`),
          row('child', 'Sex', it.sex && sexWords[it.sex]),
          row('child', 'School', it.schoolName),
          row('child', 'Comes from', it.source && sourceWords[it.source]),
          row('what', 'What happened', it.whatHappened && <Lines text={it.whatHappened} />),
          row('what', 'Worries you most', it.mainFactor && factorWords(it.mainFactor)),
          row('what', 'Event', it.trigger && triggerWords[it.trigger]),
          row('what', 'Urgency', urgencyWords[it.urgency]),
          row(
            'family',
            'A parent knows',
            it.parentAware === 'no'
              ? `No. ${it.parentNotTold ? notToldWords[it.parentNotTold] : ''}`
              : it.parentAware && 'Yes',
          ),
          ...(it.programmeId
            ? [{ key: 'Programme', value: programme.title ?? 'Not in the list any more' }]
            : []),
          row('more', 'What you added', added.length > 0 ? added.join(', ') : 'Nothing more'),
        ]}
      />
    </>
  );
}
