import { expect, it } from 'vitest';
import { searchOf } from './search';

it('keeps choices and opaque places, and drops whatever could be a name', () => {
  const search = searchOf({ view: ['mine', 'all'] as const }, ['after']);
  expect(search({ view: 'mine', after: 'aGk_-=', name: 'Tariq' })).toEqual({ view: 'mine', after: 'aGk_-=' });
  expect(search({ view: 'Tariq Holt', after: 'Tariq Holt' })).toEqual({});
});
