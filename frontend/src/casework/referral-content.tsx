/** The referral as it was sent: what those who referred wrote, and nothing else. */

import { Link } from '@tanstack/react-router';
import { Lines, SummaryList } from '../components/summary-list';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { HarmPosition, SocialCareStatus, SpecialNeeds, WeaponInvolvement } from '../gql/graphql';
import { now } from '../platform/clock';
import { ageOn, day, isoDay } from '../platform/dates';
import { factorWords } from './factors';
import { notToldWords, sexWords, sourceWords, triggerWords } from './words';

const ReferralContentFragment = graphql(`
  fragment ReferralContent on Referral {
    child { id givenName familyName dateOfBirth dateOfBirthEstimated sex school { id name } }
    source sourceOrganisation { id name } referrer { id name jobTitle phone }
    trigger triggeredOn mainFactor factors strengths evidence { code text }
    whatHappened triedSoFar childView parentView
    weapon harm socialCare
    education { onRoll attendancePercent suspensionsThisYear permanentlyExcluded weeklyHoursIfPartTime specialNeeds actualYearGroup }
    professionals { name role organisation phone lead }
    communicationNeeds interpreterNeeded risksToVisitors parentAware parentNotTold
    externalReference
    requestedProgramme { id title }
  }
`);

export const weaponWords: Record<WeaponInvolvement, string> = {
  NONE: 'No weapon',
  SUSPECTED: 'Suspected',
  CARRIED: 'Carried',
  USED: 'Used',
  NOT_KNOWN: 'Not known',
};
export const harmWords: Record<HarmPosition, string> = {
  HARMED: 'The child was harmed',
  CAUSED_HARM: 'The child caused harm',
  BOTH: 'Both',
  NEITHER: 'Neither',
  NOT_KNOWN: 'Not known',
};
export const socialCareWords: Record<SocialCareStatus, string> = {
  NONE: 'None',
  EARLY_HELP: 'Early help',
  CHILD_IN_NEED: 'Child in need',
  CHILD_PROTECTION_PLAN: 'Child protection plan',
  LOOKED_AFTER: 'Looked after',
  CARE_LEAVER: 'Care leaver',
  NOT_KNOWN: 'Not known',
};
export const specialNeedsWords: Record<SpecialNeeds, string> = {
  NONE: 'None',
  SUPPORT: 'SEN support',
  EHC_PLAN: 'Education, health and care plan',
  NOT_KNOWN: 'Not known',
};

const yesNo = (value: boolean | null | undefined) => (value == null ? null : value ? 'Yes' : 'No');
const text = (value: string | null | undefined) => (value ? <Lines text={value} /> : null);

export function ReferralContent({ referral }: { referral: FragmentType<typeof ReferralContentFragment> }) {
  const it = unmask(ReferralContentFragment, referral);
  const { child, education } = it;
  const today = isoDay(now());
  return (
    <>
      <h2 className="govuk-heading-m">The child, as described</h2>
      <SummaryList
        rows={[
          { key: 'Name', value: [child.givenName, child.familyName].filter(Boolean).join(' ') },
          {
            key: 'Date of birth',
            value: `${day(child.dateOfBirth)}${child.dateOfBirthEstimated ? ' (estimated)' : ''}, age ${ageOn(child.dateOfBirth, today)}`,
          },
          { key: 'Sex', value: sexWords[child.sex] },
          { key: 'School', value: child.school?.name ?? null },
        ]}
      />
      <h2 className="govuk-heading-m">What happened</h2>
      <SummaryList
        rows={[
          { key: 'In their words', value: text(it.whatHappened) },
          {
            key: 'Event',
            value: `${triggerWords[it.trigger]}${it.triggeredOn ? `, ${day(it.triggeredOn)}` : ''}`,
          },
          { key: 'Main worry', value: factorWords(it.mainFactor) },
          {
            key: 'Also',
            value: it.factors
              .filter((code) => code !== it.mainFactor)
              .map(factorWords)
              .join(', '),
          },
          ...it.evidence.map((e) => ({
            key: `Seen or heard: ${factorWords(e.code).toLowerCase()}`,
            value: text(e.text),
          })),
          { key: 'What is going well', value: it.strengths.map(factorWords).join(', ') },
          { key: 'Tried so far', value: text(it.triedSoFar) },
          { key: 'Weapon', value: it.weapon ? weaponWords[it.weapon] : null },
          { key: 'Harm', value: it.harm ? harmWords[it.harm] : null },
        ]}
      />
      <h2 className="govuk-heading-m">Family and people around</h2>
      <SummaryList
        rows={[
          {
            key: 'A parent knows of this referral',
            value: it.parentAware ? 'Yes' : `No. ${it.parentNotTold ? notToldWords[it.parentNotTold] : ''}`,
          },
          { key: "Child's view", value: text(it.childView) },
          { key: "Parent's view", value: text(it.parentView) },
          { key: 'Social care', value: it.socialCare ? socialCareWords[it.socialCare] : null },
          { key: 'Communication needs', value: text(it.communicationNeeds) },
          { key: 'Interpreter needed', value: yesNo(it.interpreterNeeded) },
          { key: 'Risks to visitors', value: text(it.risksToVisitors) },
          ...(it.professionals ?? []).map((p) => ({
            key: p.lead ? `${p.role} (lead)` : p.role,
            value: [p.name, p.organisation, p.phone].filter(Boolean).join(', '),
          })),
        ]}
      />
      {education && (
        <>
          <h2 className="govuk-heading-m">Education</h2>
          <SummaryList
            rows={[
              { key: 'On roll', value: yesNo(education.onRoll) },
              {
                key: 'Attendance',
                value: education.attendancePercent == null ? null : `${education.attendancePercent}%`,
              },
              { key: 'Suspensions this year', value: education.suspensionsThisYear?.toString() ?? null },
              { key: 'Permanently excluded', value: yesNo(education.permanentlyExcluded) },
              {
                key: 'Part-time hours a week',
                value: education.weeklyHoursIfPartTime?.toString() ?? null,
              },
              { key: 'Special needs', value: specialNeedsWords[education.specialNeeds] },
              { key: 'Year group taught in', value: education.actualYearGroup?.toString() ?? null },
            ]}
          />
        </>
      )}
      <h2 className="govuk-heading-m">Who sent it</h2>
      <SummaryList
        rows={[
          { key: 'From', value: `${it.sourceOrganisation.name} (${sourceWords[it.source].toLowerCase()})` },
          {
            key: 'Person',
            value: it.referrer
              ? [it.referrer.name, it.referrer.jobTitle, it.referrer.phone].filter(Boolean).join(', ')
              : null,
          },
          { key: 'Their reference', value: it.externalReference ?? null },
          {
            key: 'Programme asked for',
            value: it.requestedProgramme ? (
              <Link className="govuk-link" to="/programmes/$id" params={{ id: it.requestedProgramme.id }}>
                {it.requestedProgramme.title}
              </Link>
            ) : null,
          },
        ]}
      />
    </>
  );
}
