/** One referral: whole for the service that decides it, as sent for those who sent it. */
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { NotFoundPage } from '../platform/not-found-page';

/** Nobody sees both at once: each is loaded by those who see it. */
const SentReferralView = lazy(() =>
  import('./sent/sent-referral').then((m) => ({ default: m.SentReferralView })),
);
const TriageReferralView = lazy(() =>
  import('./triage/triage-referral').then((m) => ({ default: m.TriageReferralView })),
);

const OneReferral = graphql(`
  query OneReferral($reference: String!) {
    referral(reference: $reference) { id status ...SentReferral ...TriageReferral }
  }
`);

function Waiting({ reference }: { reference: string }) {
  return (
    <Page title={`Referral ${reference}`}>
      <Loading what="the referral" />
    </Page>
  );
}

export function ReferralPage() {
  const { reference } = useParams({ strict: false }) as { reference: string };
  const { data, failure, loading, reload } = useData(OneReferral, { reference });
  if (loading) return <Waiting reference={reference} />;
  const referral = data?.referral;
  if (!referral) {
    if (!failure || failure.code === 'NOT_FOUND') return <NotFoundPage />;
    return (
      <Page title={`Referral ${reference}`}>
        <NotShown message={failure.message} retry={reload} />
      </Page>
    );
  }
  const View = referral.status == null ? SentReferralView : TriageReferralView;
  return (
    <Suspense fallback={<Waiting reference={reference} />}>
      <View referral={referral} reload={reload} />
    </Suspense>
  );
}
