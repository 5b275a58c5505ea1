/** The one keeper of this page, opened and closed with the sign-in, and in step with the other tabs. */
import { setAhead } from '../../platform/clock';
import { onDevice } from '../../platform/on-device';
import { session } from '../../platform/session';
import { makeKeeper } from './keeper';
import type { Entry } from './marks';
import { deviceShelf, memoryShelf } from './shelf';

const shelf = globalThis.indexedDB ? deviceShelf : memoryShelf();

export const keeper = makeKeeper(shelf);

const tabs = new BroadcastChannel('register');
tabs.onmessage = () => void keeper.refresh();

let told: readonly Entry[] = [];
keeper.kept.subscribe(() => {
  const { entries, others } = keeper.kept.get();
  onDevice.set({ known: true, own: entries.length, others, wipe: keeper.wipe });
  // Another tab is told of what this one has written, not of what it has read.
  if (entries !== told && keeper.kept.get().state === 'open') tabs.postMessage('changed');
  told = entries;
});

/** Opens what is here for whoever is signed in. Who works no register has something here only by another role. */
export async function openDevice(keepsRegisters: boolean): Promise<void> {
  const now = session.get();
  if (now.state !== 'signedIn' && now.state !== 'away') return;
  if (!keepsRegisters && (await shelf.rows().catch(() => [])).length === 0) {
    onDevice.set({ ...onDevice.get(), known: true });
    return;
  }
  await keeper.open(now.person, now.state === 'signedIn');
  // Without a network the time of the server is known from the register that it came with.
  const [register] = keeper.kept.get().registers.values();
  if (now.state === 'away' && register) setAhead(register.ahead);
}

session.subscribe(() => {
  const { state } = session.get();
  if (state !== 'signedIn' && state !== 'away') keeper.close();
});

/** Something random that names an entry, and its one sending. */
export function entryId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}
