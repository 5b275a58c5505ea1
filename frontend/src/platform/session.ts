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

/** Whether real records are opened with a password alone: every page says so. */
export const passwordOnly = makeStore(false);

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
  const body = (await answer.json()) as { person: string; now?: string; passwordOnly?: boolean } & Times;
  const { person, idleEndsAt, absoluteEndsAt } = body;
  setClock(body.now);
  passwordOnly.set(body.passwordOnly === true);
  const before = session.get();
  const known = before.state === 'signedIn' || before.state === 'expired' ? before.person : undefined;
  const changed = known !== undefined && known !== person;
  if (changed) forgetEverything();
  recallMembership(person);
  const since = before.state === 'signedIn' && !changed ? before.since : Date.now();
  session.set({ state: 'signedIn', person, idleEndsAt, absoluteEndsAt, since });
  return { changed };
}

/** What comes after a step of signing in: words where it failed, or the next step, or somebody is signed in. */
export type Step =
  | { at: 'failed'; message: string; over?: boolean }
  | { at: 'code' }
  | { at: 'enrol' }
  | { at: 'done'; changed: boolean; recoveryCodes: string[]; recoveryCodesLeft?: number };

interface StepBody {
  message?: string;
  next?: 'CODE' | 'ENROL';
  recoveryCodes?: string[];
  recoveryCodesLeft?: number | null;
}

async function send(path: string, words: Record<string, string>): Promise<Response | undefined> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(words),
    });
  } catch {
    return undefined;
  }
}

const away = 'Ridgeway cannot be reached. Check your connection and try again.';

async function step(path: string, words: Record<string, string>): Promise<Step> {
  const answer = await send(path, words);
  if (!answer) return { at: 'failed', message: away };
  const body = (await answer.json().catch(() => ({}))) as StepBody;
  if (!answer.ok) {
    const fallback = 'You could not be signed in. Try again in a few minutes.';
    return { at: 'failed', message: body.message ?? fallback, over: answer.status === 401 };
  }
  if (body.next) return { at: body.next === 'ENROL' ? 'enrol' : 'code' };
  const recoveryCodes = body.recoveryCodes ?? [];
  const recoveryCodesLeft = body.recoveryCodesLeft ?? undefined;
  return {
    at: 'done',
    changed: false,
    recoveryCodes,
    ...(recoveryCodesLeft !== undefined && { recoveryCodesLeft }),
  };
}

/** The first step: the password. */
export async function signIn(email: string, password: string): Promise<Step> {
  return step('/sign-in', { email, password });
}

/** The second step: a code. */
export async function enterCode(code: string): Promise<Step> {
  return step('/sign-in/code', { code });
}

/** What goes into an authenticator app: a key as text and as a picture of squares. */
export interface Enrolment {
  key: string;
  address: string;
  squares: { size: number; path: string };
}

export async function enrolment(): Promise<Enrolment | { message: string }> {
  const answer = await send('/sign-in/second-factor', {});
  if (!answer) return { message: away };
  return (await answer.json().catch(() => ({ message: away }))) as Enrolment | { message: string };
}

/** Ends the sign-in everywhere and forgets what was typed. */
export async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST' }).catch(() => undefined);
  windows.postMessage('ended');
  forgetEverything();
  session.set({ state: 'signedOut' });
}
