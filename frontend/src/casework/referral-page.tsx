/** One referral: whole for the service that decides it, as sent for those who sent it. */
import { useParams } from '@tanstack/react-router';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { NotFoundPage } from '../platform/not-found-page';
import { SentReferralView } from './sent/sent-referral';
import { TriageReferralView } from './triage/triage-referral';

const OneReferral = graphql(`
  query OneReferral($reference: String!) {
    referral(reference: $reference) { id status ...SentReferral ...TriageReferral }
  }
`);

export function ReferralPage() {
  const { reference } = useParams({ strict: false }) as { reference: string };
  const { data, failure, loading, reload } = useData(OneReferral, { reference });
  if (loading) {
    return (
      <Page title={`Referral ${reference}`}>
        <Loading what="the referral" />
      </Page>
    );
  }
  const referral = data?.referral;
  if (!referral) {
    if (!failure || failure.code === 'NOT_FOUND') return <NotFoundPage />;
    return (
      <Page title={`Referral ${reference}`}>
        <NotShown message={failure.message} retry={reload} />
      </Page>
    );
  }
  if (referral.status == null) return <SentReferralView referral={referral} reload={reload} />;
  return <TriageReferralView referral={referral} reload={reload} />;
}
