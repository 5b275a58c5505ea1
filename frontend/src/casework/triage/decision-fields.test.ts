import { describe, expect, it } from 'vitest';
import { asks, inputOf, noDecision, problemsOf } from './decision-fields';

describe('a decision', () => {
  it('asks only for what its outcome needs', () => {
    expect(asks('ACCEPT', 'pathway')).toBe(true);
    expect(asks('DECLINE', 'pathway')).toBe(false);
    expect(problemsOf(noDecision).map((p) => p.path)).toEqual(['outcome']);
    expect(problemsOf({ ...noDecision, outcome: 'DECLINE' }).map((p) => p.path)).toEqual([
      'reason',
      'rationale',
      'feedback',
    ]);
  });

  it('sends nothing that was typed for another outcome', () => {
    const decision = {
      ...noDecision,
      outcome: 'REDIRECT' as const,
      pathway: 'TURNAROUND' as const,
      redirectTo: ' Early help ',
      reason: 'BETTER_MET_ELSEWHERE' as const,
      rationale: 'a',
      feedback: 'b',
    };
    const input = inputOf(decision, 'r', 3);
    expect(input.pathway).toBeUndefined();
    expect(input.redirectTo).toBe('Early help');
    expect(input.answerDueOn).toBeUndefined();
  });
});
