/** What was marked and is not sent yet: what a tap does to it, what goes next, and what an answer makes of it. Pure. */
import type { AttendanceMark } from '../../gql/graphql';

interface Common {
  /** Random; also the key under which the server does it only once. */
  id: string;
  /** Entries are sent in this order. */
  order: number;
  /** When it was made, by this device's clock. */
  at: number;
  sessionId: string;
  /** Which session that was, in words. */
  session: string;
  /** The membership under which it was made. */
  as?: string | undefined;
  /** Whether it was on its way once: it may have arrived. */
  tried: boolean;
  state: 'waiting' | 'stale' | 'refused';
  /** Why it was refused. */
  told?: string | undefined;
  /** The person has said that it is to be sent although it is old. */
  confirmed?: boolean;
}

export interface MarkEntry extends Common {
  what: 'mark';
  enrolmentId: string;
  name: string;
  mark: AttendanceMark;
  /** The mark that was seen when this one was made. */
  seen: AttendanceMark | null;
  markedAt: string;
  note?: string | undefined;
  /** What another device marked meanwhile. */
  theirs?: AttendanceMark | null | undefined;
}

export interface NoteEntry extends Common {
  what: 'note';
  enrolmentId: string;
  name: string;
  body: string;
}

export interface CountEntry extends Common {
  what: 'count';
  children: number;
  youngAdults: number;
  adults: number;
}

export type Entry = MarkEntry | NoteEntry | CountEntry;

/** What every entry begins with. */
export type Base = Pick<Common, 'id' | 'order' | 'at' | 'sessionId' | 'session' | 'as'>;

/** The device keeps nothing readable for longer; what waits longer than this is not sent without a word. */
export const twelveHours = 12 * 60 * 60_000;

export function isOld(entry: Entry, now: number): boolean {
  return entry.at + twelveHours <= now && !entry.confirmed;
}

function marksOf(entries: readonly Entry[], sessionId: string, enrolmentId: string): MarkEntry[] {
  return entries
    .filter((e): e is MarkEntry => e.what === 'mark')
    .filter((e) => e.sessionId === sessionId && e.enrolmentId === enrolmentId)
    .sort((a, b) => a.order - b.order);
}

/** The mark of a child that is not sent, if there is one: the last word of this device. */
export function unsentMark(
  entries: readonly Entry[],
  sessionId: string,
  enrolmentId: string,
): MarkEntry | undefined {
  return marksOf(entries, sessionId, enrolmentId).at(-1);
}

/** A tap on a mark. One that never left the device is changed; one that may have arrived is followed by another. */
export function withMark(
  entries: readonly Entry[],
  base: Base,
  child: { enrolmentId: string; name: string; mark?: AttendanceMark | null | undefined },
  made: { mark: AttendanceMark; markedAt: string; note?: string | undefined },
): readonly Entry[] {
  const last = unsentMark(entries, base.sessionId, child.enrolmentId);
  const fresh = (seen: AttendanceMark | null): MarkEntry => ({
    ...base,
    ...made,
    what: 'mark',
    enrolmentId: child.enrolmentId,
    name: child.name,
    seen,
    tried: false,
    state: 'waiting',
  });
  if (last?.state === 'waiting' && last.tried) return [...entries, fresh(last.mark)];
  const rest = entries.filter((entry) => entry !== last);
  const seen = last?.state === 'stale' ? (last.theirs ?? null) : (child.mark ?? null);
  // Back to what is written already: nothing is to be sent.
  if (made.mark === seen && !made.note) return rest;
  if (last?.state === 'waiting') {
    const changed = { ...last, ...made };
    return entries.map((entry) => (entry === last ? changed : entry));
  }
  return [...rest, fresh(seen)];
}

export function withNote(
  entries: readonly Entry[],
  base: Base,
  note: Pick<NoteEntry, 'enrolmentId' | 'name' | 'body'>,
): readonly Entry[] {
  return [...entries, { ...base, ...note, what: 'note', tried: false, state: 'waiting' }];
}

/** A count replaces the one before, unless that may have arrived. */
export function withCount(
  entries: readonly Entry[],
  base: Base,
  count: Pick<CountEntry, 'children' | 'youngAdults' | 'adults'>,
): readonly Entry[] {
  const rest = entries.filter((e) => !(e.what === 'count' && e.sessionId === base.sessionId && !e.tried));
  return [...rest, { ...base, ...count, what: 'count', tried: false, state: 'waiting' }];
}

/** What goes next: the oldest that waits, but no mark of a child of whom an earlier one waits for a person. */
export function nextToSend(entries: readonly Entry[], now: number): Entry | undefined {
  const held = new Set<string>();
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    const child = entry.what === 'mark' ? `${entry.sessionId} ${entry.enrolmentId}` : '';
    if (entry.state === 'waiting' && !isOld(entry, now) && !held.has(child)) return entry;
    if (child) held.add(child);
  }
  return undefined;
}

/** What the server said to one entry. */
export type Answer =
  | { is: 'done' }
  | { is: 'stale'; theirs: AttendanceMark | null }
  | { is: 'refused'; told: string };

/** Another device marked the same child otherwise: both are kept, with this device's last word. */
function setAside(entries: readonly Entry[], entry: MarkEntry, theirs: AttendanceMark | null) {
  const all = marksOf(entries, entry.sessionId, entry.enrolmentId);
  const last = all.at(-1) ?? entry;
  const rest = entries.filter((e) => !all.includes(e as MarkEntry));
  // The other device marked it as this one did: there is nothing to decide.
  if (last.mark === theirs) return rest;
  const { mark, note, markedAt } = last;
  return [...rest, { ...entry, mark, note, markedAt, theirs, state: 'stale' as const }];
}

export function afterAnswer(entries: readonly Entry[], id: string, answer: Answer): readonly Entry[] {
  const entry = entries.find((e) => e.id === id);
  if (!entry) return entries;
  if (answer.is === 'done') return entries.filter((e) => e !== entry);
  if (answer.is === 'stale' && entry.what === 'mark') return setAside(entries, entry, answer.theirs);
  const told = answer.is === 'refused' ? answer.told : 'Somebody else has changed this. Look at it again.';
  return entries.map((e) => (e === entry ? { ...e, state: 'refused' as const, told } : e));
}

/** The person decides for the other device's mark, or puts away what was refused. */
export function putAway(entries: readonly Entry[], id: string): readonly Entry[] {
  return entries.filter((entry) => entry.id !== id);
}

/** The person decides that this is to be sent as it is: a new try, under a new key, against what they have seen. */
export function sendAllTheSame(entries: readonly Entry[], id: string, freshId: string): readonly Entry[] {
  return entries.map((entry): Entry => {
    if (entry.id !== id) return entry;
    // What is only old keeps its key: it may have arrived.
    if (entry.state === 'waiting') return { ...entry, confirmed: true };
    const again = { ...entry, id: freshId, state: 'waiting' as const, tried: false, confirmed: true };
    delete again.told;
    if (again.what === 'mark' && entry.state === 'stale') again.seen = again.theirs ?? null;
    return again;
  });
}
