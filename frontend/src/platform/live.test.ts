import { describe, expect, it } from 'vitest';
import { type Change, changeWords, nounOf, withChange } from './live';

const change = (over: Partial<Change>): Change => ({
  cursor: 'c',
  kind: 'REFERRAL_SUBMITTED',
  subjectId: 'r1',
  subject: { id: 'r1', __typename: 'Referral' },
  ...over,
});

describe('live changes', () => {
  it('are grouped by the row that they are about', () => {
    let changed = withChange(new Map(), change({}), 'me');
    changed = withChange(changed, change({ kind: 'REFERRAL_TAKEN' }), 'me');
    changed = withChange(
      changed,
      change({ subjectId: 'r2', subject: { id: 'r2', __typename: 'Referral' } }),
      'me',
    );
    expect(changeWords(changed)).toBe('2 referrals have changed');
    changed = withChange(
      changed,
      change({ kind: 'NOTE_ADDED', subject: { id: 'c1', __typename: 'Case' } }),
      'me',
    );
    expect(changeWords(changed)).toBe('2 referrals and 1 case have changed');
  });

  it('leave out what the viewer did', () => {
    expect(withChange(new Map(), change({ by: { id: 'me' } }), 'me').size).toBe(0);
    expect(withChange(new Map(), change({ by: null }), 'me').size).toBe(1);
  });

  it('know a row that is no longer for this viewer', () => {
    expect(nounOf(change({ subject: null }))).toBe('referral');
    expect(nounOf(change({ subject: null, kind: 'CASE_ALLOCATED' }))).toBe('case');
    expect(nounOf(change({ subject: null, subjectId: null, kind: 'READY' }))).toBeUndefined();
  });
});
