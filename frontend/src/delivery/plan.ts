/** Sessions as they are planned: by the clock on the wall, once or week by week; and what the server asks about each. Pure. */
import { instantAt, isoFrom, nextDay } from '../platform/dates';
import type { Problem } from '../platform/problems';

export interface Planned {
  startsAt: string;
  endsAt: string;
}

export type Answer = 'out' | 'anyway';

/** What is asked about one session that was sent, and how that was answered. */
export interface Asked extends Planned {
  says: string[];
}

const mostAtOnce = 100;

/** The day so many weeks after one. */
function weeksLater(isoDate: string, weeks: number): string {
  let at = isoDate;
  for (let days = weeks * 7; days > 0; days -= 1) at = nextDay(at);
  return at;
}

interface Wish {
  on: { day: string; month: string; year: string };
  from: string;
  to: string;
  everyWeeks: number;
  times: string;
}

/** The sessions that are wished for, at the same hour on each day, whatever the clocks do; or what is wrong with the wish. */
export function planned(wish: Wish): { sessions: Planned[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, code: 'INVALID', message });
  const first = isoFrom(wish.on);
  if (!first) wrong('on', 'Enter the day of the first session');
  const begins = instantAt(first ?? '2026-01-01', wish.from);
  const ends = instantAt(first ?? '2026-01-01', wish.to);
  if (!begins) wrong('from', 'Enter when it begins, such as 4pm or 16:00');
  if (!ends) wrong('to', 'Enter when it ends, such as 5.30pm or 17:30');
  if (begins && ends && ends <= begins) wrong('to', 'It has to end after it begins');
  const times = wish.everyWeeks === 0 ? 1 : Number(wish.times.trim() || Number.NaN);
  if (!Number.isInteger(times) || times < 1 || times > mostAtOnce)
    wrong('times', `Enter how many sessions, from 1 to ${mostAtOnce}`);
  if (!first || problems.length > 0) return { sessions: [], problems };
  const sessions = Array.from({ length: times }, (_, nth) => {
    const day = weeksLater(first, nth * wish.everyWeeks);
    return { startsAt: instantAt(day, wish.from) ?? '', endsAt: instantAt(day, wish.to) ?? '' };
  });
  return { sessions, problems };
}

/** The problems of sessions that were sent, by session; and those that are about none of them. */
export function askedAbout(
  sent: readonly Planned[],
  problems: readonly Problem[],
): { asked: Asked[]; others: Problem[] } {
  const asked = new Map<number, Asked>();
  const others: Problem[] = [];
  for (const problem of problems) {
    const nth = Number(/^sessions\.(\d+)(\.|$)/.exec(problem.path)?.[1] ?? -1);
    const session = sent[nth];
    if (!session) {
      others.push(problem);
      continue;
    }
    const one = asked.get(nth) ?? { ...session, says: [] };
    if (!one.says.includes(problem.message)) one.says.push(problem.message);
    asked.set(nth, one);
  }
  return { asked: [...asked.values()], others };
}

/** What is sent next: without those that are left out; and with a yes only where somebody said it. */
export function answered<P extends Planned>(
  sessions: readonly P[],
  answers: ReadonlyMap<string, Answer>,
): Array<P & { anyway: boolean }> {
  return sessions
    .filter((it) => answers.get(it.startsAt) !== 'out')
    .map((it) => ({ ...it, anyway: answers.get(it.startsAt) === 'anyway' }));
}
