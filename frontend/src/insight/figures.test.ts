import { describe, expect, it } from 'vitest';
import {
  type Change,
  type Count,
  csvLine,
  directionOf,
  greatest,
  longestWait,
  shareOf,
  shownFirst,
  told,
} from './figures';

const count = (value: number | null): Count => ({
  value,
  display: value === null ? '0 to 4' : String(value),
  suppressed: value === null,
});
const row = (label: string, value: number | null) => ({ key: [{ label }], started: count(value) });
const of = (one: ReturnType<typeof row>) => one.started;

describe('figures in words', () => {
  it('names the longest wait, and that there are too few to say', () => {
    const wait = (label: string, value: number | null) => ({
      key: [{ label }],
      medianWaitWorkingDays: { ...count(value), display: `${value} working days` },
    });
    expect(longestWait([wait('A', 10), wait('B', null), wait('C', 12)])).toBe(
      'Longest wait: C, where half of the children waited up to 12 working days',
    );
    expect(longestWait([wait('A', null)])).toContain('Too few');
    expect(longestWait([])).toContain('Too few');
  });

  it('names the greatest, those alike, and that there are too few', () => {
    expect(greatest([row('A', 10), row('B', 25)], of, 'started')).toBe(
      'Most children who started: B, about 25',
    );
    expect(greatest([row('A', 10), row('B', 10)], of, 'started')).toContain('A, B: 10 each');
    expect(greatest([row('A', null)], of, 'started')).toContain('Too few');
  });

  it('tells by what a finding is', () => {
    expect(told('by sex', 'Most children who started: Male, about 40')).toBe(
      'By sex: most children who started: Male, about 40',
    );
  });

  it('puts rows with numbers first and keeps hidden ones', () => {
    const order = shownFirst([row('C', null), row('B', 5), row('A', 15)], of).map((one) => one.key[0]?.label);
    expect(order).toEqual(['A', 'B', 'C']);
  });

  it('makes a share of told counts alone, from 10 on, half up and never over 100', () => {
    expect(shareOf(count(25), [count(25), count(15)]).display).toBe('63%');
    expect(shareOf(count(5), [count(5), count(null)]).display).toBe('too few to say');
    expect(shareOf(count(null), [count(20), count(20)]).value).toBeNull();
    expect(shareOf(count(5), [count(5)]).display).toBe('too few to say');
    expect(shareOf(count(15), [count(10)]).display).toBe('100%');
    const notRun: Count = { value: null, display: 'not run here', suppressed: false };
    expect(shareOf(notRun, [notRun]).display).toBe('not run here');
  });

  it('says better only where the whole interval does, by the way that the instrument points', () => {
    const change = (instrument: Change['instrument'], low: number | null, high: number | null) =>
      directionOf({ instrument, effectSizeLow: count(low), effectSizeHigh: count(high) } as Change);
    expect(change('SDQ', -0.6, -0.2)).toBe('better');
    expect(change('SDQ', 0.2, 0.6)).toBe('worse');
    expect(change('SWEMWBS', 0.2, 0.6)).toBe('better');
    expect(change('SDQ', -0.3, 0.1)).toBe('unsure');
    expect(change('SDQ', null, null)).toBeUndefined();
  });

  it('writes no formula into a file', () => {
    expect(csvLine(['-1+1', '+1', '@x', '-', '-5%'])).toBe("'-1+1,'+1,'@x,'-,-5%");
    expect(csvLine(['=1+1', 'a,b', '"x"', '-0.40', '0 to 4'])).toBe(`'=1+1,"a,b","""x""",-0.40,0 to 4`);
  });
});
