/** The one GraphQL client of a sign-in and membership. A new one is made at sign-in, sign-out and switch. */

import { persistedExchange } from '@urql/exchange-persisted';
import type { DocumentNode } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { type Client, cacheExchange, createClient, fetchExchange, mapExchange } from 'urql';
import type { TypedDocumentString } from '../gql/graphql';
import { membership } from './membership';
import { sessionEnded } from './session';

/** The trusted document's hash by its operation's name; names are unique, codegen sees to that. */
const hashes = new Map<string, string>();

export function rememberHash(text: string, hash: string | undefined): void {
  const name = /(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1];
  if (name && hash) hashes.set(name, hash.replace(/^sha256:/, ''));
}

/** A trusted document for a socket. The hash is sent in place of the text, which `byHash` leaves out. */
export function trusted(
  document: TypedDocumentString<unknown, never>,
  variables: Record<string, unknown>,
  withText: boolean,
): SubscribePayload {
  const query = document.toString();
  const hash = (document.__meta__?.hash as string | undefined)?.replace(/^sha256:/, '');
  if (withText || !hash) return { query, variables };
  return { query, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
}

/** For `JSON.stringify`. graphql-ws sends no operation without a text, so the text goes as the message is written. */
export function byHash(this: unknown, key: string, value: unknown): unknown {
  const hashed = key === 'query' && (this as SubscribePayload).extensions?.persistedQuery;
  return hashed ? undefined : value;
}

function operationName(document: DocumentNode): string | undefined {
  for (const definition of document.definitions) {
    if (definition.kind === 'OperationDefinition') return definition.name?.value;
  }
  return undefined;
}

/** The headers of every request: as whom, and once only. */
export function headersFor(key?: string): Record<string, string> {
  const as = membership.get();
  return { ...(as && { 'Ridgeway-Membership': as }), ...(key && { 'Idempotency-Key': key }) };
}

export function makeClient(): Client {
  return createClient({
    url: '/graphql',
    // A GET would put variables, and so names, into addresses and logs.
    preferGetMethod: false,
    fetchOptions: () => ({ headers: headersFor(), cache: 'no-store' }),
    exchanges: [
      cacheExchange,
      mapExchange({
        onError(error) {
          const signedOut = error.graphQLErrors.some((e) => e.extensions?.code === 'NOT_SIGNED_IN');
          if (signedOut || error.response?.status === 401) sessionEnded();
        },
      }),
      persistedExchange({
        preferGetForPersistedQueries: false,
        enableForMutation: true,
        // While the pages are worked on, the server's trusted documents are older than they are.
        generateHash: async (_text, document) =>
          import.meta.env.DEV ? undefined : hashes.get(operationName(document) ?? ''),
      }),
      fetchExchange,
    ],
  });
}
