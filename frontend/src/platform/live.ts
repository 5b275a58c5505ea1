/**
 * What changed while a page was open. Counts changes by the row that they are about and leaves it to the person
 * when to show them. One socket per sign-in and membership; it goes on from the last place after a gap.
 */
import { type Client, createClient } from 'graphql-ws';
import { graphql } from '../gql/gql';
import { byHash, trusted } from './client';
import { membership } from './membership';
import { checkSession, sessionEnded } from './session';
import { makeStore, type Store } from './store';

const WorkChanged = graphql(`
  subscription WorkChanged($after: String) {
    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }
  }
`);

const CaseChanged = graphql(`
  subscription CaseChanged($caseId: ID!, $after: String) {
    caseChanged(caseId: $caseId, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }
  }
`);

export interface Change {
  cursor: string;
  kind: string;
  subjectId?: string | null;
  subject?: { id: string; __typename: string } | null;
  by?: { id: string } | null;
}

export type Noun = 'referral' | 'case';

export interface Watch {
  /** Rows that changed since the list was loaded, by what they are. */
  changed: Store<ReadonlyMap<string, Noun>>;
  /** How often something began that makes a fresh load wise: READY, or a gap that cannot be closed. */
  fresh: Store<number>;
  shown(): void;
  stop(): void;
}

export const connection = makeStore<'connecting' | 'connected' | 'lost'>('connecting');

/** The noun of a changed row: by its type, or by the kind of change where the row is no longer for this viewer. */
export function nounOf(change: Change): Noun | undefined {
  if (change.subject?.__typename === 'Referral') return 'referral';
  if (change.subject?.__typename === 'Case') return 'case';
  // Sessions of a run: the pages that show them follow by themselves.
  if (!change.subjectId || change.subject) return undefined;
  return change.kind.startsWith('REFERRAL') ? 'referral' : 'case';
}

/** Adds a change to those not yet shown; own changes are on the page already. */
export function withChange(
  before: ReadonlyMap<string, Noun>,
  change: Change,
  ownUserId: string | undefined,
): ReadonlyMap<string, Noun> {
  const noun = nounOf(change);
  const id = change.subject?.id ?? change.subjectId;
  if (!noun || !id || before.has(id)) return before;
  if (ownUserId !== undefined && change.by?.id === ownUserId) return before;
  return new Map([...before, [id, noun]]);
}

/** "1 referral has changed", "2 referrals and 1 case have changed". */
export function changeWords(changed: ReadonlyMap<string, Noun>): string {
  const count = (noun: Noun) => [...changed.values()].filter((n) => n === noun).length;
  const part = (n: number, one: string, many: string) => (n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]);
  const parts = [
    ...part(count('referral'), 'referral', 'referrals'),
    ...part(count('case'), 'case', 'cases'),
  ];
  return `${parts.join(' and ')} ${changed.size === 1 ? 'has' : 'have'} changed`;
}

let socket: Client | undefined;

function openSocket(): Client {
  socket ??= createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => (membership.get() ? { 'Ridgeway-Membership': membership.get() } : {}),
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) => new Promise((done) => setTimeout(done, Math.min(1000 * 2 ** tries, 15_000))),
    keepAlive: 20_000,
    jsonMessageReplacer: byHash,
    on: {
      connected: () => connection.set('connected'),
      closed: (event) => {
        // Unauthorised or forbidden: the server says which of the two it is.
        if ([4401, 4403].includes((event as CloseEvent).code)) void checkSession();
        if (!(event as CloseEvent).wasClean || (event as CloseEvent).code !== 1000) connection.set('lost');
      },
    },
  });
  return socket;
}

/** Ends every stream: at sign-out, the end of a sign-in, and a switch of membership. */
export function closeSocket(): void {
  // One that waits to connect again says so by a refusal: it need not any more.
  Promise.resolve(socket?.dispose()).catch(() => undefined);
  socket = undefined;
  connection.set('connecting');
}

/** Follows a stream until it is stopped; goes on from its last change after a gap. Gives back what stops it. */
export function stream(
  document: Parameters<typeof trusted>[0],
  variables: Record<string, unknown>,
  hear: (change: Change) => void,
): () => void {
  let withText = import.meta.env.DEV;
  let stopped = false;
  let unsubscribe = () => {};
  const begin = () => {
    // graphql-ws sends the variables again after a gap: `after` is moved on with each delivery.
    unsubscribe = openSocket().subscribe<Record<string, Change>>(trusted(document, variables, withText), {
      next(result) {
        const [change] = Object.values(result.data ?? {});
        if (result.errors) recover(result.errors);
        if (!change) return;
        variables.after = change.cursor;
        hear(change);
      },
      error: (error) => recover(error),
      complete: () => {
        if (!stopped) setTimeout(() => !stopped && begin(), 5000);
      },
    });
  };
  const recover = (error: unknown) => {
    const codes = Array.isArray(error) ? error.map((e) => e?.extensions?.code) : [];
    if (codes.includes('CURSOR_EXPIRED')) delete variables.after;
    // The server is newer or older than this page.
    if (codes.includes('PERSISTED_QUERY_NOT_FOUND')) withText = true;
    if (codes.includes('NOT_SIGNED_IN')) sessionEnded();
    if (!stopped) setTimeout(() => !stopped && begin(), 5000);
  };
  begin();
  return () => {
    stopped = true;
    unsubscribe();
  };
}

/** Watches the viewer's work, or one case. */
export function watch(ownUserId: string | undefined, caseId?: string): Watch {
  const changed = makeStore<ReadonlyMap<string, Noun>>(new Map());
  const fresh = makeStore(0);
  const stop = stream(caseId ? CaseChanged : WorkChanged, caseId ? { caseId } : {}, (change) => {
    if (change.kind === 'READY') fresh.set(fresh.get() + 1);
    else changed.set(withChange(changed.get(), change, ownUserId));
  });
  return { changed, fresh, shown: () => changed.set(new Map()), stop };
}
