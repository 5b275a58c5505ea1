import { expect, it } from 'vitest';
import { dueOf } from './due';

it('tells the day of the answer while it may come, and of the decision before and after', () => {
  const sent = { status: 'SUBMITTED', triageDueAt: '2026-11-25T17:00:00Z' };
  expect(dueOf(sent, '2026-11-24')).toEqual({ on: '2026-11-25' });
  const asked = { status: 'INFO_REQUESTED', triageDueAt: '2026-12-02T17:00:00Z', answerDueOn: '2026-12-01' };
  expect(dueOf(asked, '2026-11-27')).toEqual({ on: '2026-12-01', why: 'For an answer; the clock waits' });
  expect(dueOf(asked, '2026-12-01').on).toBe('2026-12-01');
  expect(dueOf(asked, '2026-12-02')).toEqual({ on: '2026-12-02', why: 'No answer by 1 Dec' });
});
