/**
 * Who is signed in, as the server tells it. Holds nothing of the person but an opaque id.
 * What a page shows of it is in session-guard.tsx.
 */
import { setClock } from './clock';
import { forgetKept } from './kept';
import { forgetMembership, recallMembership } from './membership';
import { makeStore } from './store';

interface Times {
  idleEndsAt: string;
  absoluteEndsAt: string;
}

export type Session =
  | { state: 'checking' }
  | { state: 'signedOut' }
  | ({ state: 'signedIn'; person: string; since: number } & Times)
  | { state: 'expired'; person: string };

export const session = makeStore<Session>({ state: 'checking' });

/** The other windows of this browser, which share the sign-in. */
const windows = new BroadcastChannel('sign-in');
windows.onmessage = () => {
  if (session.get().state === 'signedIn') void checkSession();
};

function forgetEverything(): void {
  forgetKept();
  forgetMembership();
}

/** The sign-in has ended: blank the page, keep what was typed for the same person. */
export function sessionEnded(): void {
  const now = session.get();
  if (now.state === 'signedIn') session.set({ state: 'expired', person: now.person });
  if (now.state === 'checking') session.set({ state: 'signedOut' });
}

/** Asks the server. Does not prolong the sign-in. Answers whether the person is another than before. */
export async function checkSession(): Promise<{ changed: boolean }> {
  let answer: Response;
  try {
    answer = await fetch('/session', { cache: 'no-store', headers: { accept: 'application/json' } });
  } catch {
    // The network is away; a lost connection shows elsewhere. A page that only begins shows the sign-in.
    if (session.get().state === 'checking') session.set({ state: 'signedOut' });
    return { changed: false };
  }
  if (answer.status === 401) {
    sessionEnded();
    return { changed: false };
  }
  if (!answer.ok) {
    if (session.get().state === 'checking') session.set({ state: 'signedOut' });
    return { changed: false };
  }
  const body = (await answer.json()) as { person: string; now?: string } & Times;
  const { person, idleEndsAt, absoluteEndsAt } = body;
  setClock(body.now);
  const before = session.get();
  const known = before.state === 'signedIn' || before.state === 'expired' ? before.person : undefined;
  const changed = known !== undefined && known !== person;
  if (changed) forgetEverything();
  recallMembership(person);
  const since = before.state === 'signedIn' && !changed ? before.since : Date.now();
  session.set({ state: 'signedIn', person, idleEndsAt, absoluteEndsAt, since });
  return { changed };
}

/** Signs in; answers words for the person where that failed. */
export async function signIn(
  email: string,
  password: string,
): Promise<{ failed?: string; changed: boolean }> {
  let answer: Response;
  try {
    answer = await fetch('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ email, password }),
    });
  } catch {
    return { failed: 'Ridgeway cannot be reached. Check your connection and try again.', changed: false };
  }
  if (!answer.ok) {
    const body = (await answer.json().catch(() => ({}))) as { message?: string };
    const fallback = 'You could not be signed in. Try again in a few minutes.';
    return { failed: body.message ?? fallback, changed: false };
  }
  return checkSession();
}

/** Ends the sign-in everywhere and forgets what was typed. */
export async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST' }).catch(() => undefined);
  windows.postMessage('ended');
  forgetEverything();
  session.set({ state: 'signedOut' });
}
