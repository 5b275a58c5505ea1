/** The referral was sent: its reference, when it will be read, and whom to ring until then. */
import { Link, useParams } from '@tanstack/react-router';
import { Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { graphql } from '../../gql/gql';
import { useData } from '../../platform/data';
import { moment } from '../../platform/dates';
import { NotFoundPage } from '../../platform/not-found-page';

const ReferralSent = graphql(`
  query ReferralSent($reference: String!) {
    referral(reference: $reference) {
      id reference urgency triageDueAt
      services { id name }
      contactPoint { name phone hours openNow }
    }
  }
`);

export function ReferralSentPage() {
  const { reference } = useParams({ strict: false }) as { reference: string };
  const { data, failure, loading, reload } = useData(ReferralSent, { reference });
  const it = data?.referral;
  if (!it && !loading && (!failure || failure.code === 'NOT_FOUND')) return <NotFoundPage />;
  return (
    <Page title="Referral sent" narrow>
      {loading && <Loading what="the confirmation" />}
      {failure && !it && <NotShown message={failure.message} retry={reload} />}
      {it && (
        <>
          <div className="govuk-panel govuk-panel--confirmation">
            <div className="govuk-panel__body">
              Your reference
              <br />
              <strong>{it.reference}</strong>
            </div>
          </div>
          <h2 className="govuk-heading-m">What happens now</h2>
          <p className="govuk-body">
            {it.services.map((service) => service.name).join(' and ')}{' '}
            {it.services.length > 1 ? 'have it until one of them takes it.' : 'has it.'} It will be read and
            decided by <strong>{moment(it.triageDueAt)}</strong>. You see each step on the referral's page.
          </p>
          {it.contactPoint && (
            <p className="govuk-body">
              Until then ring {it.contactPoint.name} on{' '}
              <a className="govuk-link" href={`tel:${it.contactPoint.phone.replaceAll(' ', '')}`}>
                {it.contactPoint.phone}
              </a>{' '}
              ({it.contactPoint.hours}, {it.contactPoint.openNow ? 'open now' : 'closed now'}). In danger,
              call 999.
            </p>
          )}
          <p className="govuk-body">
            <Link className="govuk-link" to="/referrals/$reference" params={{ reference: it.reference }}>
              See the referral
            </Link>
          </p>
          <p className="govuk-body">
            <Link className="govuk-link" to="/referrals/new">
              Refer another child
            </Link>
          </p>
          <p className="govuk-hint">
            If somebody must not see that you were here, use “Exit this page” and clear this browser's
            history.
          </p>
        </>
      )}
    </Page>
  );
}
