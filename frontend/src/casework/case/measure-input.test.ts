import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inputOf, nothingTyped, type Typed } from './measure-input';
import { placeWords } from './measure-words';

const typed = (part: Partial<Typed>): Typed => ({
  ...nothingTyped({ day: '24', month: '11', year: '2026' }),
  instrument: 'SDQ',
  informant: 'SELF',
  stage: 'BASELINE',
  ...part,
});

const sent = (part: Partial<Typed>) => {
  const input = inputOf(typed(part), 'case_1');
  return Array.isArray(input) ? input.map((problem) => problem.path) : input;
};
const common = {
  caseId: 'case_1',
  instrument: 'SDQ',
  informant: 'SELF',
  stage: 'BASELINE',
  takenOn: '2026-11-24',
};

test('answers or totals are sent, and never both', () => {
  const both = { answers: '0 1 2', total: '12', subscales: { PEER: '3' } };
  expect(sent({ ...both, from: 'ANSWERS' })).toEqual({ ...common, answers: [0, 1, 2] });
  expect(sent({ ...both, from: 'TOTALS' })).toEqual({
    ...common,
    total: 12,
    subscales: [{ name: 'PEER', score: 3 }],
  });
});

test('a subscale that is emptied again is not sent, and a problem is at its place among those sent', () => {
  expect(sent({ from: 'TOTALS', subscales: { EMOTIONAL: ' ', PEER: '3', CONDUCT: 'x' } })).toEqual([
    'subscales.0.score',
  ]);
  expect(sent({ from: 'TOTALS', subscales: { EMOTIONAL: ' ' } })).toEqual(['total']);
});

test('what is no number is said at its field', () => {
  expect(sent({ answers: 'a', impact: 'b' })).toEqual(['answers', 'impact']);
  expect(sent({ instrument: 'SUSPENSIONS', informant: 'RECORD', total: 'x', value: 'y' })).toEqual([
    'total',
    'value',
  ]);
});

test('each place of education is sent with its hours, and none is an empty list', () => {
  const education = { instrument: 'EDUCATION_TRAINING_EMPLOYMENT', informant: 'RECORD' } as const;
  expect(sent(education)).toEqual({ ...common, ...education, placements: [] });
  const places = [
    { kind: 'COLLEGE', offered: '15', attended: '12.5', suitable: 'SUITABLE' },
    { kind: 'VOLUNTARY_WORK', offered: '10', attended: '' },
  ] as const;
  expect(sent({ ...education, places: [...places] })).toEqual({
    ...common,
    ...education,
    placements: [
      { kind: 'COLLEGE', hoursOffered: 15, hoursAttended: 12.5, suitable: 'SUITABLE' },
      { kind: 'VOLUNTARY_WORK', hoursOffered: 10, suitable: 'UNKNOWN' },
    ],
  });
  expect(sent({ ...education, places: [{ kind: '', offered: '', attended: '' }] })).toEqual([
    'placements.0.kind',
    'placements.0.hoursOffered',
  ]);
});

test('every kind of place that the program takes has its words', () => {
  const file = '../src/domain/casework/scoring/education.json';
  const { kinds } = JSON.parse(readFileSync(file, 'utf8')) as { kinds: string[] };
  expect(Object.keys(placeWords)).toEqual(kinds.filter((kind) => kind !== 'NONE'));
});
