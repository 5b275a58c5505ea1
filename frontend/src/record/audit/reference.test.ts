import { expect, it } from 'vitest';
import { referenceOf } from './reference';

it('reads what was typed, and takes no name for a reference', () => {
  expect(referenceOf(' y-0dw7q2k ')).toBe('Y-0DW7Q2K');
  expect(referenceOf('codw7q2l')).toBe('C-0DW7Q21');
  for (const name of ['Robin', 'Yolanda', 'Cartwright, R.', 'R-0DW7Q2K1', ''])
    expect(referenceOf(name)).toBeNull();
});
