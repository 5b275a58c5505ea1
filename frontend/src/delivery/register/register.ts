/** A session's register, as the page shows it and as the device keeps it. */
import type { AttendanceMark } from '../../gql/graphql';
import type { Entry } from './marks';

/** What whoever runs the session must know. Only in memory: the device does not keep it. */
export interface Card {
  youngPersonId: string;
  age?: number | undefined;
  contact?:
    | { name: string; relationship: string; phone?: string | null | undefined; mayContact: string }
    | undefined;
  medical?: string | null | undefined;
  goingHome?: string | null | undefined;
  alerts: ReadonlyArray<{ id: string; kind: string; text: string }>;
  /** Why the written mark says what it says. */
  reason?: string | null | undefined;
  /** What was written about the child in this session. */
  notes: ReadonlyArray<{ at: string; by: string; body: string }>;
}

export interface Child {
  enrolmentId: string;
  /** What the child is called; the server tells those of the same name apart. */
  name: string;
  /** False where consent ended, or the place did, since the register was loaded. */
  takesPart: boolean;
  /** The mark that is written. */
  mark?: AttendanceMark | null | undefined;
  /** When this page heard that it is, by this device's clock. */
  writtenAt?: number;
  card?: Card;
}

export interface Register {
  rowId: string;
  sessionId: string;
  /** When it was loaded, by this device's clock. */
  at: number;
  /** How far the server's clock is ahead of this device's. */
  ahead: number;
  title: string;
  startsAt: string;
  endsAt: string;
  children: readonly Child[];
  cancelled?: boolean;
  counted?: { children: number; youngAdults: number; adults: number } | null | undefined;
}

/**
 * What comes from the server over what the device has: a child who is on the device's register and not in the answer is
 * not taking part any more, and does not vanish. A mark that arrived after this was asked for is newer than the answer.
 */
export function merged(before: Register | undefined, now: Register): Register {
  const known = new Map(before?.children.map((child) => [child.enrolmentId, child]));
  const children = now.children.map((child): Child => {
    const had = known.get(child.enrolmentId);
    known.delete(child.enrolmentId);
    const newer = (had?.writtenAt ?? 0) >= now.at;
    return newer ? { ...child, mark: had?.mark, writtenAt: had?.writtenAt ?? 0 } : child;
  });
  return {
    ...now,
    children: [...children, ...[...known.values()].map((it) => ({ ...it, takesPart: false }))],
  };
}

/** The register with what has arrived: it need not be loaded again to show it. */
export function withSent(register: Register, entry: Entry, at: number): Register {
  if (entry.what === 'count') {
    const { children, youngAdults, adults } = entry;
    return { ...register, counted: { children, youngAdults, adults } };
  }
  const written = (child: Child): Child => {
    if (entry.what === 'mark') {
      const card = child.card && { ...child.card, reason: entry.note };
      return { ...child, mark: entry.mark, writtenAt: at, ...(card && { card }) };
    }
    if (!child.card) return child;
    const note = { at: new Date(at + register.ahead).toISOString(), by: 'You', body: entry.body };
    return { ...child, card: { ...child.card, notes: [...child.card.notes, note] } };
  };
  const children = register.children.map((child) =>
    child.enrolmentId === entry.enrolmentId ? written(child) : child,
  );
  return { ...register, children };
}
