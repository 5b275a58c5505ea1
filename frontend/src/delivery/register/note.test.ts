import { expect, it } from 'vitest';
import { noteOf } from './note';

it('a note has a line for each part that was written', () => {
  expect(noteOf({ did: ' Pads. ', were: '', next: 'Gloves' })).toBe('What we did: Pads.\nNext: Gloves');
  expect(noteOf({ did: ' ', were: '', next: '' })).toBe('');
});
