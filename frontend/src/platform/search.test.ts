import { expect, it } from 'vitest';
import { searchOf } from './search';

it('keeps choices and opaque places, and drops whatever could be a name', () => {
  const search = searchOf({ view: ['mine', 'all'] as const }, ['after']);
  expect(search({ view: 'mine', after: 'aGk_-=', name: 'Tariq' })).toEqual({ view: 'mine', after: 'aGk_-=' });
  expect(search({ view: 'Tariq Holt', after: 'Tariq Holt' })).toEqual({});
  const shaped = searchOf({}, ['reference'], { reference: /^[YCR]-[0-9A-Z]{7}$/ });
  expect(shaped({ reference: 'Y-0DW7Q2K' })).toEqual({ reference: 'Y-0DW7Q2K' });
  expect(shaped({ reference: 'Tariq' })).toEqual({});
});
