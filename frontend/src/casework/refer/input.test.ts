import { describe, expect, it } from 'vitest';
import { inputOf } from './input';
import { backOf, nextOf, problemsOf } from './steps';
import { blank, fromDraft, type Typed, toDraft } from './typed';

const school = { id: 'org_1', name: 'A school', kind: 'SCHOOL' as const };
const short: Typed = {
  ...blank(school),
  danger: 'no',
  givenName: ' Amina ',
  dateOfBirth: { day: '3', month: '4', year: '2012' },
  sex: 'FEMALE',
  whatHappened: 'A fight.',
  trigger: 'NONE',
  mainFactor: 'PREVIOUS_VIOLENCE',
  evidence: {
    PREVIOUS_VIOLENCE: 'Seen by a teacher.',
    GANG_ASSOCIATION: 'typed for a factor that is not chosen',
  },
  parentAware: 'yes',
};

describe('a referral', () => {
  it('of one name and the needed answers is complete', () => {
    expect(problemsOf('check', short)).toEqual([]);
    const input = inputOf(short);
    expect(input.youngPerson).toMatchObject({
      givenName: 'Amina',
      dateOfBirth: '2012-04-03',
      schoolId: 'org_1',
    });
    expect(input.youngPerson?.familyName).toBeUndefined();
    expect(input.evidence).toEqual([{ code: 'PREVIOUS_VIOLENCE', text: 'Seen by a teacher.' }]);
    expect(input.education).toBeUndefined();
    expect(input.parentNotTold).toBeUndefined();
  });

  it('says what is missing at its field', () => {
    expect(problemsOf('check', blank(school)).map((p) => p.path)).toEqual([
      'immediateDanger',
      'youngPerson.givenName',
      'youngPerson.dateOfBirth',
      'youngPerson.sex',
      'whatHappened',
      'mainFactor',
      'trigger',
      'parentAware',
    ]);
    const future = { ...short, dateOfBirth: { day: '1', month: '1', year: '2999' } };
    expect(problemsOf('child', future).map((p) => p.code)).toEqual(['OUT_OF_RANGE']);
    const unproved = { ...short, evidence: {} };
    expect(problemsOf('what', unproved).map((p) => p.path)).toEqual(['evidence.0.text']);
  });

  it('survives as a draft, without the id of the draft inside', () => {
    const content = toDraft({ ...short, draftId: 'd1' });
    expect(content).not.toContain('d1');
    expect(fromDraft(content, 'd2', school)).toEqual({ ...short, draftId: 'd2' });
    expect(fromDraft('not json', 'd3', school).givenName).toBe('');
  });

  it('leads back to the answers once they were seen', () => {
    expect(nextOf('danger', false)).toBe('child');
    expect(nextOf('danger', true)).toBe('check');
    expect(backOf('what', true)).toBe('check');
    expect(backOf('check', true)).toBe('family');
    expect(backOf('danger', false)).toBeUndefined();
  });
});
