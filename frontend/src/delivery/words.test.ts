import { expect, test } from 'vitest';
import { waitWords } from './words';

test('a wait is told in weeks, or not at all', () => {
  expect(waitWords(null)).toBe('We cannot say yet how long children wait.');
  expect(waitWords(5)).toBe('Children usually wait up to a week.');
  expect(waitWords(10)).toBe('Children usually wait up to 2 weeks.');
});
