/** Sessions by what is to be done about them: registers that are due, today's, and what comes. Pure. */
import { isoDay } from '../platform/dates';

export interface SessionFacts {
  id: string;
  startsAt: string;
  endsAt: string;
  cancelled: boolean;
  /** How many children are expected, and how many of them have no mark. */
  expected: number;
  unmarked: number;
}

/** Looked back for registers that were not taken, and ahead for what comes. */
const lookBack = 14;
const lookAhead = 7;

export function windowAround(now: Date): { from: string; to: string } {
  const at = (days: number) => isoDay(new Date(now.getTime() + days * 86_400_000));
  return { from: at(-lookBack), to: at(lookAhead) };
}

export interface Groups<S> {
  due: S[];
  today: S[];
  coming: S[];
}

/** What is over and lacks marks is due, also of today; what was taken on an earlier day is done and not shown. */
export function grouped<S extends SessionFacts>(sessions: readonly S[], now: Date): Groups<S> {
  const today = isoDay(now);
  const groups: Groups<S> = { due: [], today: [], coming: [] };
  for (const session of [...sessions].sort((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    const on = isoDay(new Date(session.startsAt));
    const over = Date.parse(session.endsAt) <= now.getTime();
    if (over && !session.cancelled && session.unmarked > 0) groups.due.push(session);
    else if (on === today) groups.today.push(session);
    else if (on > today) groups.coming.push(session);
  }
  return groups;
}
