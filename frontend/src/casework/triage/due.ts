/** By when somebody decides a referral that waits, or those who sent it answer. */
import { isoDay, shortDay } from '../../platform/dates';

export interface Waiting {
  status?: string | null;
  triageDueAt: string;
  answerDueOn?: string | null;
}

/** While a question may still be answered its clock waits; after that day it goes on, answered or not. */
export function dueOf(row: Waiting, today: string): { on: string; why?: string } {
  const asked = row.status === 'INFO_REQUESTED' ? row.answerDueOn : undefined;
  if (asked && asked >= today) return { on: asked, why: 'For an answer; the clock waits' };
  const on = isoDay(new Date(row.triageDueAt));
  return asked ? { on, why: `No answer by ${shortDay(asked)}` } : { on };
}
