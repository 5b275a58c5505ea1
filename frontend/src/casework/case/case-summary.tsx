/** The facts of a case above the fold: the child, who has it, what is due, when the child was last seen. */

import { Link } from '@tanstack/react-router';
import { SummaryList } from '../../components/summary-list';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import { now } from '../../platform/clock';
import { day, dueWords, isoDay } from '../../platform/dates';
import { factorWords } from '../factors';
import { pathwayWords, triggerWords } from '../words';

const CaseSummaryFragment = graphql(`
  fragment CaseSummary on Case {
    id pathway openedAt closedAt lastNoteAt lastSeenOn contactAttempts nextDueOn
    caseworker { id name phone }
    coWorkers { id name }
    controller { id name }
    youngPerson { id reference knownAs dateOfBirth age yearGroup school { id name } address { lines postcode } }
    referral { id reference submittedAt trigger mainFactor sourceOrganisation { id name } }
    previousCase { id reference }
  }
`);

export function CaseSummary({ subject }: { subject: FragmentType<typeof CaseSummaryFragment> }) {
  const it = unmask(CaseSummaryFragment, subject);
  const child = it.youngPerson;
  const born = child.dateOfBirth && `${day(child.dateOfBirth)}${child.age == null ? '' : ` (${child.age})`}`;
  return (
    <>
      <h2 className="govuk-heading-s">Now</h2>
      <SummaryList
        plain
        rows={[
          { key: 'Caseworker', value: it.caseworker?.name ?? 'Not allocated' },
          { key: 'Co-workers', value: it.coWorkers.map((worker) => worker.name).join(', ') },
          { key: 'Next due', value: it.nextDueOn ? dueWords(it.nextDueOn, isoDay(now())) : 'Nothing' },
          { key: 'Last seen', value: it.lastSeenOn ? day(it.lastSeenOn) : 'Not seen yet' },
          { key: 'Attempts', value: `${it.contactAttempts} to reach the family` },
          { key: 'Pathway', value: pathwayWords[it.pathway] },
          { key: 'Opened', value: day(it.openedAt) },
          { key: 'Closed', value: it.closedAt ? day(it.closedAt) : null },
          { key: 'Service', value: it.controller.name },
        ]}
      />
      <h2 className="govuk-heading-s">The child</h2>
      <SummaryList
        plain
        rows={[
          { key: 'Known as', value: child.knownAs ?? null },
          { key: 'Born', value: born ?? null },
          { key: 'School year', value: child.yearGroup == null ? null : `Year ${child.yearGroup}` },
          { key: 'School', value: child.school?.name ?? null },
          {
            key: 'Address',
            value: child.address ? [...child.address.lines, child.address.postcode].join(', ') : null,
          },
          {
            key: 'Record',
            value: (
              <Link className="govuk-link" to="/children/$id" params={{ id: child.id }}>
                {child.reference}
              </Link>
            ),
          },
        ]}
      />
      {it.referral && (
        <>
          <h2 className="govuk-heading-s">Why we are here</h2>
          <SummaryList
            plain
            rows={[
              { key: 'Referred by', value: it.referral.sourceOrganisation.name },
              { key: 'On', value: day(it.referral.submittedAt) },
              { key: 'Worry', value: factorWords(it.referral.mainFactor) },
              { key: 'Event', value: triggerWords[it.referral.trigger] },
              {
                key: 'Referral',
                value: (
                  <Link
                    className="govuk-link"
                    to="/referrals/$reference"
                    params={{ reference: it.referral.reference }}
                  >
                    {it.referral.reference}
                  </Link>
                ),
              },
              {
                key: 'Earlier case',
                value: it.previousCase ? (
                  <Link
                    className="govuk-link"
                    to="/cases/$reference"
                    params={{ reference: it.previousCase.reference }}
                  >
                    {it.previousCase.reference}
                  </Link>
                ) : null,
              },
            ]}
          />
        </>
      )}
    </>
  );
}
