/** What people call the marks of a register, and what is said of those that are not sent. */
import type { AttendanceMark } from '../../gql/graphql';
import type { Entry, MarkEntry } from './marks';

export const markWords: Record<AttendanceMark, string> = {
  PRESENT: 'Present',
  LATE: 'Late',
  AUTHORISED_ABSENCE: 'Absent with a reason',
  MISSED: 'Missed',
  WAS_NOT_BROUGHT: 'Was not brought',
  CANCELLED_BY_CHILD: 'Child cancelled the day before or earlier',
  CANCELLED_BY_PROVIDER: 'We cancelled',
  STOOD_DOWN: 'Sent home for safety',
  NOT_EXPECTED: 'Not expected today',
};

/** The marks of almost every row, as large buttons; the rest open below. */
export const commonMarks = ['PRESENT', 'LATE', 'MISSED'] as const;
export const otherMarks = [
  'AUTHORISED_ABSENCE',
  'WAS_NOT_BROUGHT',
  'CANCELLED_BY_CHILD',
  'CANCELLED_BY_PROVIDER',
  'STOOD_DOWN',
  'NOT_EXPECTED',
] as const;
/** What can be known before the day. */
export const earlyMarks = [
  'AUTHORISED_ABSENCE',
  'CANCELLED_BY_CHILD',
  'CANCELLED_BY_PROVIDER',
  'NOT_EXPECTED',
] as const;

/** An entry that is not sent, in words. */
export function entryWords(entry: Entry): string {
  if (entry.what === 'mark') return `${entry.name}: ${markWords[entry.mark]}`;
  if (entry.what === 'note') return `${entry.name}: a note`;
  return `People counted: ${countWords(entry)}`;
}

export function countWords(it: { children: number; youngAdults: number; adults: number }): string {
  const one = (n: number, word: string, words: string) => `${n} ${n === 1 ? word : words}`;
  return [
    one(it.children, 'child', 'children'),
    one(it.youngAdults, 'young adult', 'young adults'),
    one(it.adults, 'adult', 'adults'),
  ].join(', ');
}

/** "1 is not sent yet", for the line above a register. */
export function unsentWords(waiting: number): string {
  return `${waiting} not sent yet`;
}

/** What the other device says, where both marked a child. */
export function theirWords(entry: MarkEntry): string {
  return entry.theirs ? markWords[entry.theirs] : 'no mark';
}
