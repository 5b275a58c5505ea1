/** Who has a referral; taking it and giving it back. Two who take at once: one owner, the other is told. */
import { Button } from '../../components/button';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import { useChange } from '../../platform/data';
import { useViewer } from '../../platform/viewer';

const TakeButtonFragment = graphql(`
  fragment TakeButton on Referral {
    id version status viewerCanTriage
    owner { id name }
    child { id displayName }
  }
`);

const Take = graphql(`
  mutation TakeReferral($input: ReferralVersionInput!) {
    takeReferral(input: $input) { referral { id version ...TakeButton } problems { field code message } }
  }
`);
const Release = graphql(`
  mutation ReleaseReferral($input: ReferralVersionInput!) {
    releaseReferral(input: $input) { referral { id version ...TakeButton } problems { field code message } }
  }
`);

interface Props {
  referral: FragmentType<typeof TakeButtonFragment>;
  /** Somebody else was quicker: show how it stands. */
  stale: () => void;
  big?: boolean;
}

export function TakeButton({ referral, stale, big }: Props) {
  const it = unmask(TakeButtonFragment, referral);
  const viewer = useViewer();
  const take = useChange(Take);
  const release = useChange(Release);
  const own = it.owner?.id === viewer.user.id;
  const run = async (change: typeof take | typeof release) => {
    const outcome = await change.run({ referralId: it.id, version: it.version });
    if (outcome.failure || outcome.problems.length > 0) stale();
  };
  const look = big ? 'secondary' : 'link';
  return (
    <>
      {it.owner && !big && <span className="app-owner">{own ? 'You' : it.owner.name} </span>}
      {!it.owner && it.viewerCanTriage && (
        <Button
          look={big ? 'primary' : 'link'}
          busy={take.busy}
          onClick={() => void run(take)}
          hiddenText={`the referral of ${it.child.displayName}`}
        >
          Take it
        </Button>
      )}
      {!it.owner && !it.viewerCanTriage && !big && 'Nobody'}
      {own && it.viewerCanTriage && (
        <Button
          look={look}
          busy={release.busy}
          onClick={() => void run(release)}
          hiddenText={`the referral of ${it.child.displayName}`}
        >
          Give it back
        </Button>
      )}
    </>
  );
}
