/**
 * Who is signed in, as the server tells it. Holds nothing of the person but an opaque id.
 * What a page shows of it is in session-guard.tsx.
 */
import { now, setClock } from './clock';
import { deviceKey, forgetDeviceKey } from './device-key';
import { forgetKept } from './kept';
import { forgetMembership, recallMembership } from './membership';
import { onDevice } from './on-device';
import { makeStore } from './store';

interface Times {
  idleEndsAt: string;
  absoluteEndsAt: string;
}

export type Session =
  | { state: 'checking' }
  | { state: 'signedOut' }
  | ({ state: 'signedIn'; person: string; since: number } & Times)
  | { state: 'expired'; person: string }
  /** The server cannot be reached, and this device holds the key of a sign-in that has not ended. */
  | { state: 'away'; person: string };

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
  forgetDeviceKey();
}

/** The sign-in has ended: blank the page, keep what was typed for the same person. */
export function sessionEnded(): void {
  const before = session.get();
  forgetDeviceKey();
  if (before.state === 'signedIn' || before.state === 'away')
    session.set({ state: 'expired', person: before.person });
  if (before.state === 'checking') session.set({ state: 'signedOut' });
}

/** The server does not answer; a lost connection shows elsewhere. A page that only begins shows what it may without it. */
function notReached(): void {
  const key = deviceKey();
  const before = session.get();
  if (before.state === 'checking')
    session.set(key ? { state: 'away', person: key.person } : { state: 'signedOut' });
  // What is over by the clock is over, though nobody could say so.
  if (before.state === 'away' && !key) session.set({ state: 'signedOut' });
  if (before.state === 'signedIn' && Date.parse(before.absoluteEndsAt) <= now().getTime()) sessionEnded();
}

/** Asks the server. Does not prolong the sign-in. Answers whether the person is another than before. */
export async function checkSession(): Promise<{ changed: boolean }> {
  const answer = await fetch('/session', {
    cache: 'no-store',
    headers: { accept: 'application/json' },
  }).catch(() => undefined);
  if (answer?.status === 401) {
    sessionEnded();
    return { changed: false };
  }
  if (!answer?.ok) {
    notReached();
    return { changed: false };
  }
  const body = (await answer.json()) as { person: string; now?: string; passwordOnly?: boolean } & Times;
  const { person, idleEndsAt, absoluteEndsAt } = body;
  setClock(body.now);
  passwordOnly.set(body.passwordOnly === true);
  const before = session.get();
  const known = 'person' in before ? before.person : undefined;
  const changed = known !== undefined && known !== person;
  if (changed) forgetEverything();
  if (deviceKey()?.person !== person) forgetDeviceKey();
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

/** So that the browser does not throw away what waits here sealed for somebody else. */
export function keepSealed(): Record<string, string> {
  const { known, others } = onDevice.get();
  return !known || others > 0 ? { 'Ridgeway-Keep': 'register' } : {};
}

/** Ends the sign-in everywhere and forgets what was typed, and what this device keeps of the person's registers. */
export async function signOut(): Promise<void> {
  await onDevice
    .get()
    .wipe()
    .catch(() => undefined);
  await fetch('/sign-out', { method: 'POST', headers: keepSealed() }).catch(() => undefined);
  windows.postMessage('ended');
  forgetEverything();
  session.set({ state: 'signedOut' });
}
