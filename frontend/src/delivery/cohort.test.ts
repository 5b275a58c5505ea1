import { expect, it } from 'vitest';
import type { EnrolmentStatus } from '../gql/graphql';
import { attendanceWords, endings, inOrder } from './cohort';

const row = (displayName: string, status: EnrolmentStatus, position?: number) => ({
  status,
  position,
  youngPerson: { displayName },
});

it('who is in it comes first, then who waits in order, then who has ended', () => {
  const rows = [
    row('Passed over', 'WAITLISTED'),
    row('Ended', 'COMPLETED'),
    row('Second', 'WAITLISTED', 2),
    row('First', 'WAITLISTED', 1),
    row('Offered', 'OFFERED'),
    row('Zoe', 'STARTED'),
    row('Adam', 'STARTED'),
    row('Accepted', 'ACCEPTED'),
  ];
  expect(inOrder(rows).map((it) => it.youngPerson.displayName)).toEqual([
    'Adam',
    'Zoe',
    'Accepted',
    'Offered',
    'First',
    'Second',
    'Passed over',
    'Ended',
  ]);
});

it('a place ends only as it can from where it stands', () => {
  const ways = (status: EnrolmentStatus) => endings(status).map((it) => it.value);
  expect(ways('STARTED')).toEqual(['COMPLETED', 'WITHDREW', 'REMOVED']);
  expect(ways('ACCEPTED')).toEqual(['NOT_STARTED', 'REMOVED']);
  expect(ways('WAITLISTED')).toEqual(['WITHDREW']);
  expect(ways('COMPLETED')).toEqual([]);
  expect(endings('STARTED').every((it) => it.label !== '')).toBe(true);
});

it('attendance is told as sessions, a share and time', () => {
  const words = (expected: number, attended: number, minutes: number) =>
    attendanceWords({ expected, attended, rate: expected === 0 ? null : attended / expected, minutes });
  expect(words(0, 0, 0)).toBe('No session yet');
  expect(words(9, 7, 630)).toBe('7 of 9 (78%), 10 hours 30 minutes');
  expect(words(1, 0, 0)).toBe('0 of 1 (0%)');
  expect(words(1, 1, 61)).toBe('1 of 1 (100%), 1 hour 1 minute');
});
