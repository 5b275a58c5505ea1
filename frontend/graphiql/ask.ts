/** How GraphiQL asks: as the person who is signed in here, under the membership that this tab chose. */
import { createClient } from 'graphql-ws';
import { membership } from '../src/platform/membership';

interface Asked {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string | null;
}

/** The headers that are typed in the page go before the tab's choice. */
function headersOf(typed: Record<string, unknown> | undefined): Record<string, string> {
  const chosen = membership.get();
  return { ...(chosen && { 'Ridgeway-Membership': chosen }), ...(typed as Record<string, string>) };
}

function listen(asked: Asked, headers: Record<string, string>) {
  const socket = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: headers,
    retryAttempts: 0,
  });
  return socket.iterate({ ...asked, operationName: asked.operationName ?? undefined });
}

async function post(asked: Asked, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    cache: 'no-store',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
  return answer.json();
}

export function ask(asked: Asked, kind: 'subscription' | 'other', typed?: Record<string, unknown>) {
  const headers = headersOf(typed);
  return kind === 'subscription' ? listen(asked, headers) : post(asked, headers);
}
