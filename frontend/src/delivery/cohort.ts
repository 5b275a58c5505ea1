/** How the rows of a cohort are ordered, how a place can end, and attendance in words. Pure. */
import type { EnrolmentStatus } from '../gql/graphql';

/** Who is in it, then who has an offer, then who waits, by position; who has ended comes last. */
const order: EnrolmentStatus[] = [
  'STARTED',
  'ACCEPTED',
  'OFFERED',
  'WAITLISTED',
  'COMPLETED',
  'WITHDREW',
  'REMOVED',
  'NOT_STARTED',
  'DECLINED',
  'LAPSED',
];

interface Placed {
  status: EnrolmentStatus;
  position?: number | null | undefined;
  youngPerson: { displayName: string };
}

export function inOrder<R extends Placed>(rows: readonly R[]): R[] {
  const last = Number.POSITIVE_INFINITY;
  return [...rows].sort(
    (a, b) =>
      order.indexOf(a.status) - order.indexOf(b.status) ||
      (a.position ?? last) - (b.position ?? last) ||
      a.youngPerson.displayName.localeCompare(b.youngPerson.displayName, 'en-GB'),
  );
}

const endWords: Partial<Record<EnrolmentStatus, string>> = {
  COMPLETED: 'The child completed it',
  NOT_STARTED: 'The child never began',
  WITHDREW: 'The child stopped',
  REMOVED: 'We want to end the place: the caseworker is asked',
};

/** How a place in a status can end. */
export function endings(status: EnrolmentStatus): Array<{ value: EnrolmentStatus; label: string }> {
  const ways: Partial<Record<EnrolmentStatus, EnrolmentStatus[]>> = {
    STARTED: ['COMPLETED', 'WITHDREW', 'REMOVED'],
    ACCEPTED: ['NOT_STARTED', 'REMOVED'],
    OFFERED: ['WITHDREW', 'REMOVED'],
    WAITLISTED: ['WITHDREW'],
  };
  return (ways[status] ?? []).map((value) => ({ value, label: endWords[value] ?? '' }));
}

interface Summary {
  expected: number;
  attended: number;
  rate?: number | null | undefined;
  minutes: number;
}

/** "7 of 9 (78%), 10 hours 30 minutes" */
export function attendanceWords(it: Summary): string {
  if (it.expected === 0) return 'No session yet';
  const [hours, minutes] = [Math.floor(it.minutes / 60), it.minutes % 60];
  const lasted = [
    hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    minutes > 0 && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  ].filter(Boolean);
  const share = it.rate == null ? '' : ` (${Math.round(it.rate * 100)}%)`;
  return `${it.attended} of ${it.expected}${share}${lasted.length > 0 ? `, ${lasted.join(' ')}` : ''}`;
}
