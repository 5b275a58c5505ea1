import { expect, test } from 'vitest';
import { answersOf, plain } from './measure-words';

test('answers are read as they stand on a sheet', () => {
  expect(answersOf('0 1 2')).toEqual([0, 1, 2]);
  expect(answersOf(' 0,1; -\n2 ')).toEqual([0, 1, null, 2]);
  for (const wrong of ['', 'a', '1 x 2', '1.5', '-1']) expect(answersOf(wrong)).toBeNull();
});

test('a band is said in words', () => {
  expect(plain('CLOSE_TO_AVERAGE')).toBe('close to average');
});
