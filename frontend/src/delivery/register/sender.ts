/** Sends what waits, one by one and in order; stops where the server cannot be reached, and goes on from there. */
import type { Keeper } from './keeper';
import { type Answer, afterAnswer, type Entry, nextToSend } from './marks';
import { withSent } from './register';

/** `later`: it did not arrive, or it is not known whether it did: the same is sent again, under the same key. */
export type Transport = (entry: Entry) => Promise<Answer | { is: 'later' }>;

export interface Sender {
  /** Sends until nothing is left that can go. Answers whether the server was reached all the time. */
  run(): Promise<boolean>;
}

export function makeSender(keeper: Keeper, transport: Transport): Sender {
  let running: Promise<boolean> | undefined;

  /** Shows what has arrived, or what another device wrote in its place. */
  async function written(entry: Entry, answer: Answer): Promise<void> {
    const register = keeper.kept.get().registers.get(entry.sessionId);
    if (!register || answer.is === 'refused') return;
    const theirs = answer.is === 'stale' && entry.what === 'mark' && answer.theirs;
    if (answer.is === 'stale' && !theirs) return;
    const there = theirs && entry.what === 'mark' ? { ...entry, mark: theirs, note: undefined } : entry;
    await keeper.keepRegister(withSent(register, there, keeper.clock()));
  }

  async function sendAll(): Promise<boolean> {
    for (;;) {
      const { entries, state } = keeper.kept.get();
      const next = state === 'closed' ? undefined : nextToSend(entries, keeper.clock());
      if (!next) return true;
      // Written down before it leaves: whatever happens now, it may have arrived.
      await keeper.change((all) => all.map((it) => (it.id === next.id ? { ...it, tried: true } : it)));
      const answer = await transport(next);
      if (answer.is === 'later') return false;
      await written(next, answer);
      await keeper.change((all) => afterAnswer(all, next.id, answer));
    }
  }

  /** Of several tabs one sends. */
  async function alone(): Promise<boolean> {
    if (!globalThis.navigator?.locks) return sendAll();
    return navigator.locks.request('register', async () => {
      await keeper.refresh();
      return sendAll();
    });
  }

  return {
    run() {
      running ??= alone().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
