/**
 * What this device keeps of registers, opened for whoever is signed in. Every change is sealed and written down before it
 * is shown, so that a tab may die at any moment. Of a register it keeps the session, enrolments, names and marks, for 12
 * hours; of what waits to be sent it keeps all until it is sent, and opens it to nobody else.
 */
import { type DeviceKey, deviceKey, fetchDeviceKeys, forgetDeviceKey } from '../../platform/device-key';
import { makeStore } from '../../platform/store';
import { type Entry, twelveHours } from './marks';
import type { Register } from './register';
import { canSeal, keyOf, seal, unseal } from './seal';
import type { Row, Shelf } from './shelf';

export interface Kept {
  /** `memory`: this browser cannot seal, or no key came: what is marked lasts as long as the page. */
  state: 'closed' | 'open' | 'memory';
  registers: ReadonlyMap<string, Register>;
  entries: readonly Entry[];
  /** How many unsent entries of other people wait here. */
  others: number;
}

const nothing: Kept = { state: 'closed', registers: new Map(), entries: [], others: 0 };

interface Held {
  owner: string;
  key: CryptoKey;
}

/** Where the keys come from: the cookie, and the server where it can be reached. */
export interface Keys {
  kept(): DeviceKey | undefined;
  fetch: typeof fetchDeviceKeys;
  forget(): void;
}

const ofSignIn: Keys = { kept: deviceKey, fetch: fetchDeviceKeys, forget: forgetDeviceKey };

export type Keeper = ReturnType<typeof makeKeeper>;

export function makeKeeper(shelf: Shelf, keys: Keys = ofSignIn, clock: () => number = Date.now) {
  const kept = makeStore<Kept>(nothing);
  /** The keys of this person; new rows go under the first. */
  let opened: readonly Held[] = [];
  let work: Promise<unknown> = Promise.resolve();
  /** How often the shelf was closed: what began before that writes nothing after it. */
  let closings = 0;

  /** One after the other. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = work.then(act, act);
    work = next.catch(() => undefined);
    return next;
  }

  async function keysFor(person: string, online: boolean, tickets: readonly string[]): Promise<Held[]> {
    let own = keys.kept();
    if (own && own.person !== person) {
      keys.forget();
      own = undefined;
    }
    const strange = tickets.some((ticket) => ticket !== own?.ticket);
    const asked =
      online && (!own || strange)
        ? await keys.fetch(person, [
            ...(own ? [own.ticket] : []),
            ...tickets.filter((t) => t !== own?.ticket),
          ])
        : undefined;
    const all = asked ?? (own ? [own] : []);
    return Promise.all(all.map(async ({ ticket, key }) => ({ owner: ticket, key: await keyOf(key) })));
  }

  /** A register from the device, with the cards that this page has in memory. */
  function withCards(register: Register): [string, Register] {
    const before = kept.get().registers.get(register.sessionId);
    const cards = new Map(before?.children.map((child) => [child.enrolmentId, child.card]));
    const children = register.children.map((child) => {
      const card = cards.get(child.enrolmentId);
      return card ? { ...child, card } : child;
    });
    return [register.sessionId, { ...register, children }];
  }

  async function read(held: readonly Held[], rows: readonly Row[]): Promise<Omit<Kept, 'state'>> {
    const registers = new Map<string, Register>();
    const entries: Entry[] = [];
    let others = 0;
    for (const row of rows) {
      const key = held.find((it) => it.owner === row.owner)?.key;
      const value = key && (await unseal(key, row.id, row));
      if (value === undefined) others += row.kind === 'entry' ? 1 : 0;
      else if (row.kind === 'entry') entries.push(value as Entry);
      else registers.set(...withCards(value as Register));
    }
    entries.sort((a, b) => a.order - b.order);
    return { registers, entries, others };
  }

  /** Opens what is here for a person. Registers that are older than 12 hours, or somebody else's, are taken away. */
  async function open(person: string, online: boolean): Promise<void> {
    const began = closings;
    return inTurn(async () => {
      if (began !== closings) return;
      if (!canSeal()) {
        if (kept.get().state === 'closed') kept.set({ ...nothing, state: 'memory' });
        return;
      }
      const all = await shelf.rows();
      const held = await keysFor(person, online, [...new Set(all.map((row) => row.owner))]);
      const owners = held.map((it) => it.owner);
      const gone = all
        .filter((row) => row.kind === 'register')
        .filter((row) => {
          const old = row.at + twelveHours <= clock();
          return old || (held.length > 0 && !owners.includes(row.owner));
        });
      if (gone.length > 0) await shelf.remove(gone.map((row) => row.id));
      const left = all.filter((row) => !gone.includes(row));
      const found = await read(held, left);
      if (began !== closings) return;
      // What was marked before there was a key.
      const unsaved = kept.get().state === 'memory' ? kept.get().entries : [];
      opened = held;
      for (const entry of unsaved) await put(entry.id, 'entry', entry.at, entry);
      const entries = [...found.entries, ...unsaved];
      kept.set({ ...found, entries, state: held.length > 0 ? 'open' : 'memory' });
    });
  }

  /** Reads again what another tab may have changed. */
  async function refresh(): Promise<void> {
    return inTurn(async () => {
      if (kept.get().state !== 'open') return;
      const found = await read(opened, await shelf.rows());
      if (kept.get().state === 'open') kept.set({ ...kept.get(), ...found });
    });
  }

  async function put(id: string, kind: Row['kind'], at: number, value: unknown): Promise<void> {
    const [first] = opened;
    if (first) await shelf.put({ id, owner: first.owner, kind, at, ...(await seal(first.key, id, value)) });
  }

  /** Changes what waits, and writes down what is new, other or gone, before anybody sees it. */
  async function change(act: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> {
    return inTurn(async () => {
      const before = kept.get();
      if (before.state === 'closed') return;
      const after = act(before.entries);
      for (const entry of after) {
        if (!before.entries.includes(entry)) await put(entry.id, 'entry', entry.at, entry);
      }
      const gone = before.entries.filter((entry) => !after.some((it) => it.id === entry.id));
      if (gone.length > 0) await shelf.remove(gone.map((entry) => entry.id));
      if (kept.get().state !== 'closed') kept.set({ ...kept.get(), entries: after });
    });
  }

  /** Keeps a register as it is now; the cards with contacts, medical facts and alerts stay in memory. */
  async function keepRegister(register: Register): Promise<void> {
    return inTurn(async () => {
      const before = kept.get();
      if (before.state === 'closed') return;
      const rowId = before.registers.get(register.sessionId)?.rowId ?? register.rowId;
      const children = register.children.map(({ card: _card, ...child }) => child);
      await put(rowId, 'register', register.at, { ...register, rowId, children });
      const registers = new Map(before.registers).set(register.sessionId, { ...register, rowId });
      if (kept.get().state !== 'closed') kept.set({ ...kept.get(), registers });
    });
  }

  /** What a page that stays open for long has to take away as well. */
  async function forgetOld(): Promise<void> {
    return inTurn(async () => {
      const old = [...kept.get().registers.values()].filter((it) => it.at + twelveHours <= clock());
      if (old.length === 0) return;
      await shelf.remove(old.map((it) => it.rowId));
      const registers = new Map(kept.get().registers);
      for (const it of old) registers.delete(it.sessionId);
      kept.set({ ...kept.get(), registers });
    });
  }

  /** Takes away all that is this person's, sent or not. */
  async function wipe(): Promise<void> {
    return inTurn(async () => {
      const { entries, registers } = kept.get();
      const ids = [...entries.map((it) => it.id), ...[...registers.values()].map((it) => it.rowId)];
      if (ids.length > 0) await shelf.remove(ids);
      kept.set({ ...kept.get(), registers: new Map(), entries: [] });
    });
  }

  /** The sign-in is over: nothing is readable here any more. */
  function close(): void {
    closings += 1;
    opened = [];
    kept.set(nothing);
  }

  return { kept, open, refresh, change, keepRegister, forgetOld, wipe, close, clock };
}
