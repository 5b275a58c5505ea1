/** What each outcome of triage asks for, and the input made of it. */

import { type DateParts, isBlank, noDate } from '../../components/date-input';
import type { DecisionReason, Pathway, TriageOutcome, TriageReferralInput } from '../../gql/graphql';
import { isoFrom } from '../../platform/dates';
import { type Problem, required } from '../../platform/problems';

export interface Decision {
  outcome: TriageOutcome | '';
  reason: DecisionReason | '';
  pathway: Pathway | '';
  rationale: string;
  feedback: string;
  youngPersonId: string;
  caseId: string;
  duplicateOfId: string;
  redirectTo: string;
  answerDueOn: DateParts;
}

export const noDecision: Decision = {
  outcome: '',
  reason: '',
  pathway: '',
  rationale: '',
  feedback: '',
  youngPersonId: '',
  caseId: '',
  duplicateOfId: '',
  redirectTo: '',
  answerDueOn: noDate,
};

type Asked =
  | 'reason'
  | 'pathway'
  | 'youngPersonId'
  | 'caseId'
  | 'duplicateOfId'
  | 'redirectTo'
  | 'answerDueOn';

const asked: Record<TriageOutcome, { fields: readonly Asked[]; needed: readonly Asked[] }> = {
  ACCEPT: { fields: ['pathway', 'youngPersonId'], needed: ['pathway'] },
  ADD_TO_OPEN_CASE: { fields: ['youngPersonId', 'caseId'], needed: ['caseId'] },
  REQUEST_INFO: { fields: ['answerDueOn'], needed: [] },
  REDIRECT: { fields: ['redirectTo', 'reason'], needed: ['redirectTo', 'reason'] },
  DECLINE: { fields: ['reason'], needed: ['reason'] },
  DUPLICATE: { fields: ['youngPersonId', 'duplicateOfId'], needed: ['duplicateOfId'] },
};

export function asks(outcome: TriageOutcome | '', field: Asked): boolean {
  return outcome !== '' && asked[outcome].fields.includes(field);
}

/** Who has no room has to say what is offered instead. */
export function asksAlternative(decision: Decision): boolean {
  return decision.outcome === 'DECLINE' && decision.reason === 'NO_CAPACITY';
}

const missing: Record<Asked, string> = {
  reason: 'Choose the reason',
  pathway: 'Choose the pathway',
  youngPersonId: "Find the child's record",
  caseId: "Find the child's record and choose the case",
  duplicateOfId: "Find the child's record and choose the referral that this repeats",
  redirectTo: 'Enter the service that it goes to',
  answerDueOn: 'Enter the day by which you need the answer',
};

export function problemsOf(decision: Decision): Problem[] {
  const { outcome } = decision;
  if (outcome === '') return [required('outcome', 'Choose what you decide')];
  const problems = asked[outcome].needed
    .filter((field) => decision[field] === '')
    .map((field) => required(field, missing[field]));
  if (outcome === 'REQUEST_INFO' && !isBlank(decision.answerDueOn) && !isoFrom(decision.answerDueOn)) {
    problems.push({
      path: 'answerDueOn',
      code: 'INVALID',
      message: 'The day for the answer must be a real date',
    });
  }
  if (asksAlternative(decision) && !decision.redirectTo.trim()) {
    problems.push(required('redirectTo', 'Say what is offered instead'));
  }
  if (!decision.rationale.trim()) problems.push(required('rationale', 'Say why, for the record'));
  if (!decision.feedback.trim()) {
    const what =
      outcome === 'REQUEST_INFO' ? 'Enter your question' : 'Write what those who referred should know';
    problems.push(required('feedback', what));
  }
  return problems;
}

export function inputOf(decision: Decision, referralId: string, version: number): TriageReferralInput {
  const outcome = decision.outcome as TriageOutcome;
  const given = <T extends string>(field: Asked, value: T | ''): T | undefined =>
    asks(outcome, field) && value !== '' ? value : undefined;
  return {
    referralId,
    version,
    outcome,
    reason: given('reason', decision.reason),
    pathway: given('pathway', decision.pathway),
    youngPersonId: given('youngPersonId', decision.youngPersonId),
    caseId: given('caseId', decision.caseId),
    duplicateOfId: given('duplicateOfId', decision.duplicateOfId),
    redirectTo: asksAlternative(decision)
      ? decision.redirectTo.trim()
      : given('redirectTo', decision.redirectTo.trim()),
    answerDueOn: outcome === 'REQUEST_INFO' ? (isoFrom(decision.answerDueOn) ?? undefined) : undefined,
    rationale: decision.rationale.trim(),
    feedback: decision.feedback.trim(),
  };
}
