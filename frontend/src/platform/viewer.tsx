/** The person signed in, under the membership that this page shows. */
import { createContext, type ReactNode, use, useEffect } from 'react';
import { NotShown } from '../components/messages';
import { graphql } from '../gql/gql';
import type { ViewerQuery } from '../gql/graphql';
import { useData } from './data';
import { membership } from './membership';
import { useStore } from './store';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      user { id name }
      membership { id group lead }
      memberships { id role group organisation { id name } }
      organisation { id name kind }
      role
      canSubmitReferrals
      canTriage
      canSeeAudit
      canKeepPeople
    }
  }
`);

export type Viewer = ViewerQuery['viewer'];

const ViewerContext = createContext<Viewer | undefined>(undefined);

export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('no viewer here');
  return viewer;
}

export function useMaybeViewer(): Viewer | undefined {
  return use(ViewerContext);
}

/** Loads the viewer; one who holds several memberships chooses before anything else is asked. */
export function ViewerProvider(props: {
  children: ReactNode;
  choose: (memberships: Viewer['memberships']) => ReactNode;
}) {
  const chosen = useStore(membership);
  const { data, failure, reload } = useData(ViewerDocument, {});
  // It has ended since it was chosen: what is left is asked for without it.
  const refused = failure?.code === 'FORBIDDEN' && chosen !== undefined;
  useEffect(() => {
    if (refused) membership.set(undefined);
  }, [refused]);
  if (!data) {
    return failure ? (
      <main className="govuk-width-container govuk-main-wrapper" id="main-content">
        <NotShown message={failure.message} retry={reload} />
      </main>
    ) : null;
  }
  const { viewer } = data;
  if (viewer.memberships.length > 1 && viewer.membership.id !== chosen)
    return props.choose(viewer.memberships);
  return <ViewerContext value={viewer}>{props.children}</ViewerContext>;
}
