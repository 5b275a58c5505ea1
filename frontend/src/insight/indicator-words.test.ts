import { describe, expect, it } from 'vitest';
import type { Count } from './figures';
import { figureCells, headingOf } from './indicator-words';

const told = (value: number, display = String(value)): Count => ({ value, display, suppressed: false });
const few: Count = { value: null, display: 'too few to say', suppressed: true };
const share = {
  words: 'Completed, of those who started',
  count: told(20),
  whole: told(30),
  share: told(67, '67%'),
};
const change = {
  words: 'Hours a week',
  change: {
    pairs: told(30),
    meanBefore: told(18.2, '18.2'),
    meanAfter: told(21, '21.0'),
    effectSize: told(0.3, '0.30'),
    effectSizeLow: told(0.1, '0.10'),
    effectSizeHigh: told(0.5, '0.50'),
  },
};

describe('indicators in words', () => {
  it('puts the first figure that is told over an indicator', () => {
    const heading = (figures: Parameters<typeof headingOf>[0]['figures']) =>
      headingOf({ name: 'A', local: 'Ours.', figures });
    expect(heading([{ ...share, share: few }, share])).toBe('A: 67% (completed, of those who started)');
    expect(heading([{ words: 'Started', count: told(25) }])).toBe('A: about 25 (started)');
    expect(heading([change])).toBe('A: 18.2 at the start and 21.0 at the end, at the mean');
    expect(heading([{ ...share, share: few }])).toBe('A: too few to say');
  });

  it('says where our data cannot give one, and nothing of that before the first release', () => {
    expect(headingOf({ name: 'A', local: 'Our data cannot give it: no.', figures: [] })).toBe(
      'A: our data cannot give it',
    );
    expect(headingOf({ name: 'A', local: 'Children who came.', figures: [] })).toBe('A');
  });

  it('has the columns that its figures have', () => {
    expect(figureCells([share]).map((one) => one.head)).toEqual(['Children', 'Of', 'Share']);
    expect(figureCells([change]).map((one) => one.head)).toHaveLength(6);
    expect(figureCells([{ words: 'x', count: told(5) }]).map((one) => one.of({ words: 'x' }))).toEqual(['']);
  });
});
