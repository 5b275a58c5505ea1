/**
 * When somebody last looked at their list: the server keeps it for each membership. A page tells what changed since the
 * visit before it, and moves the mark when its rows are there to be seen.
 */
import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql/gql';
import { textOf } from '../../platform/data';
import { type Failure, failureOf } from '../../platform/failure';

const WorkLooked = graphql(`
  query WorkLooked { viewer { workLookedAt } }
`);

const MarkWorkLooked = graphql(`
  mutation MarkWorkLooked { markWorkLooked { lookedAt } }
`);

/** Since when this visit tells what changed: asked once, as the visit begins. */
export function useLastLooked() {
  const client = useClient();
  const [since, setSince] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const ask = useCallback(async () => {
    const looked = await client.query(textOf(WorkLooked), {}, { requestPolicy: 'network-only' }).toPromise();
    setFailure(failureOf(looked.error));
    setSince((before) => before ?? looked.data?.viewer.workLookedAt);
  }, [client]);
  useEffect(() => void ask(), [ask]);
  return { since, failure, retry: () => void ask() };
}

/** Moves the mark for each load of rows, once the page is in view. */
export function useMarkLooked(rows: object | undefined): void {
  const client = useClient();
  useEffect(() => {
    if (!rows) return undefined;
    const onVisible = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', onVisible);
      // Where it fails the mark stays behind: the next visit tells more, not less.
      void client.mutation(textOf(MarkWorkLooked), {}).toPromise();
    };
    document.addEventListener('visibilitychange', onVisible);
    onVisible();
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [client, rows]);
}
