/** Reading and changing through the API: one hook each, with failures already in words. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnyVariables, createRequest, type TypedDocumentNode, useClient, useQuery } from 'urql';
import type { TypedDocumentString } from '../gql/graphql';
import { headersFor, rememberHash } from './client';
import { type Failure, failureOf } from './failure';
import { useFormer } from './former';
import { membership } from './membership';
import type { Problem } from './problems';
import { session } from './session';
import { rememberVersions, withOwnVersion } from './versions';

/** urql reads a document's text; the types of the generated one are kept. */
export function textOf<T, V extends AnyVariables>(
  document: TypedDocumentString<T, V>,
): TypedDocumentNode<T, V> {
  const text = document.toString();
  rememberHash(text, document.__meta__?.hash as string | undefined);
  return text as unknown as TypedDocumentNode<T, V>;
}

export interface Loaded<T> {
  data: T | undefined;
  failure: Failure | undefined;
  loading: boolean;
  /** The data answer what was asked before; the answer to these variables is on its way. */
  former: boolean;
  reload: () => void;
}

export function useData<T, V extends AnyVariables>(
  document: TypedDocumentString<T, V>,
  variables: V,
  options: {
    pause?: boolean;
    /** Counts what else was loaded: with each step this is loaded again. */
    loads?: number;
    /**
     * What becomes of an answer to what was asked before. Usually it stays and the page says so. "kept": it stays, not
     * being what the page is about, as a list of suggestions under typing fingers. "dropped": it is not shown, since it
     * would stand under a heading, or behind a choice, of the new one.
     */
    former?: 'kept' | 'dropped';
  } = {},
): Loaded<T> {
  const query = textOf(document);
  const [result, execute] = useQuery<T, V>({
    query,
    variables,
    pause: options.pause,
    requestPolicy: 'cache-and-network',
  } as Parameters<typeof useQuery<T, V>>[0]);
  // One that is on its way is waited for: what was asked once more would throw its answer away.
  const again = useRef(false);
  const fetching = useRef(result.fetching);
  fetching.current = result.fetching;
  const reload = useCallback(() => {
    if (fetching.current) again.current = true;
    else execute({ requestPolicy: 'network-only' });
  }, [execute]);
  useEffect(() => {
    if (result.fetching || !again.current) return;
    again.current = false;
    reload();
  }, [result.fetching, reload]);
  const { loads = 0 } = options;
  useEffect(() => {
    if (loads > 0) reload();
  }, [loads, reload]);
  const former =
    result.fetching && !!result.data && result.operation?.key !== createRequest(query, variables).key;
  useFormer(former && !options.former);
  const data = former && options.former === 'dropped' ? undefined : result.data;
  return {
    data,
    failure: failureOf(result.error),
    loading: result.fetching && !data,
    former,
    reload,
  };
}

/** Random enough to name one attempt; `crypto.randomUUID` needs HTTPS, which a trial on a local network lacks. */
function attemptKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}

const unsent = {
  code: 'FORBIDDEN',
  message: 'This was not sent: you act as somebody else now. Do it again.',
};

interface Payload {
  problems: ReadonlyArray<{ field: ReadonlyArray<string>; code: string; message: string }>;
}

export interface Outcome<P> {
  payload?: P;
  problems: Problem[];
  failure?: Failure;
}

/** Changes go one after the other, as they were made: the next one knows the version that the one before it made. */
let before: Promise<unknown> = Promise.resolve();
/** The server has ten seconds for a change, and ten more to be sure of its end: one that is never heard of holds up no other for longer. */
const patience = 25_000;
const atMost = (turn: Promise<unknown>) =>
  Promise.race([turn.catch(() => undefined), new Promise((done) => setTimeout(done, patience))]);

/** Who acts here now: a change that waits for its turn is not sent as somebody else. */
function actor(): string {
  const now = session.get();
  return `${now.state} ${now.state === 'signedIn' ? now.since : ''} ${membership.get() ?? ''}`;
}

/** Runs a mutation that takes `input` and answers one payload with problems. A lost answer is asked for again. */
export function useChange<P extends Payload, V extends AnyVariables & { input: unknown }>(
  document: TypedDocumentString<Record<string, P | null | undefined | string>, V>,
): { run: (input: V['input']) => Promise<Outcome<P>>; busy: boolean } {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (input: V['input']): Promise<Outcome<P>> => {
      const [made, fetchOptions] = [actor(), { headers: headersFor(attemptKey()) }];
      const change = async () => {
        if (actor() !== made) return { problems: [], failure: unsent };
        const send = () =>
          client
            .mutation(textOf(document), { input: withOwnVersion(input) } as V, { fetchOptions })
            .toPromise();
        let result = await send();
        if (result.error?.networkError && !result.error.response) result = await send();
        const failure = failureOf(result.error);
        const payload = Object.values(result.data ?? {}).find(
          (value) => value && typeof value === 'object',
        ) as P | undefined;
        rememberVersions(payload);
        const problems = (payload?.problems ?? []).map((p) => ({
          path: p.field.join('.'),
          code: p.code,
          message: p.message,
        }));
        if (payload && !failure) return { payload, problems };
        const fallback = {
          code: 'INTERNAL',
          message: 'Nothing came back. Load the page again to see what was saved.',
        };
        return { problems, failure: failure ?? fallback };
      };
      setBusy(true);
      try {
        const outcome = before.then(change);
        before = before.then(() => atMost(outcome));
        return await outcome;
      } finally {
        setBusy(false);
      }
    },
    [client, document],
  );
  return { run, busy };
}
