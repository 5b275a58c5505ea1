/** The safeguarding concerns that this viewer may see. */
import { Link, useSearch } from '@tanstack/react-router';
import { Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { SubNavigation, SubNavigationItem } from '../../components/sub-navigation';
import { unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import { concernViews } from '../../platform/choices';
import { useData } from '../../platform/data';
import { useViewer } from '../../platform/viewer';
import { concernWords } from '../words';
import { Concern, ConcernList } from './concern-list';

const Concerns = graphql(`
  query Concerns($open: Boolean) {
    safeguardingConcerns(open: $open, first: 50) {
      totalCount
      nodes {
        id ...Concern
        youngPerson { id displayName }
        case { id reference }
        referral { id reference }
      }
    }
  }
`);

type View = (typeof concernViews)[number];
const names: Record<View, string> = { open: 'Open', resolved: 'Resolved' };

export function ConcernsPage() {
  const viewer = useViewer();
  const { view = 'open' } = useSearch({ strict: false }) as { view?: View };
  const { data, failure, loading, reload } = useData(Concerns, { open: view === 'open' });
  const concerns = data?.safeguardingConcerns?.nodes ?? [];
  const total = data?.safeguardingConcerns?.totalCount ?? 0;
  const mayResolve = ['CASEWORKER', 'TRIAGE_OFFICER', 'TEAM_MANAGER', 'DATA_PROTECTION_OFFICER'].includes(
    viewer.role,
  );
  return (
    <Page title="Safeguarding concerns">
      <SubNavigation label="Which concerns">
        {concernViews.map((name) => (
          <SubNavigationItem key={name}>
            <Link
              className="moj-sub-navigation__link"
              to="/concerns"
              search={{ view: name }}
              aria-current={view === name ? 'page' : undefined}
            >
              {names[name]}
            </Link>
          </SubNavigationItem>
        ))}
      </SubNavigation>
      {loading && <Loading what="the concerns" />}
      {failure && <NotShown message={failure.message} retry={reload} />}
      {data && (
        <p className="govuk-body">
          <strong>
            {total} {total === 1 ? 'concern' : 'concerns'}
          </strong>
          {total > concerns.length && `, the newest ${concerns.length} shown`}
        </p>
      )}
      {concerns.map((concern) => (
        <article
          key={concern.id}
          className="app-concern-row"
          aria-label={concernWords[unmask(Concern, concern).kind]}
        >
          <p className="govuk-body govuk-!-margin-bottom-1">
            {concern.youngPerson && <strong>{concern.youngPerson.displayName}</strong>}{' '}
            {concern.case && (
              <Link
                className="govuk-link"
                to="/cases/$reference"
                params={{ reference: concern.case.reference }}
              >
                Case {concern.case.reference}
              </Link>
            )}{' '}
            {concern.referral && (
              <Link
                className="govuk-link"
                to="/referrals/$reference"
                params={{ reference: concern.referral.reference }}
              >
                Referral {concern.referral.reference}
              </Link>
            )}
          </p>
          <ConcernList concerns={[concern]} mayResolve={mayResolve} hideHeading />
        </article>
      ))}
    </Page>
  );
}
