import { describe, expect, it } from 'vitest';
import type { Count } from './figures';
import { coarserThan, tooThin, wordsOf } from './thin';

const hidden: Count = { value: null, display: '0 to 4', suppressed: true };
const told = (value: number): Count => ({ value, display: String(value), suppressed: false });
const notRun: Count = { value: null, display: 'not run here', suppressed: false };
const row = (started: Count, completed: Count) => ({ started, completed });

describe('where too much is kept back', () => {
  it('begins over a third of all cells of the table', () => {
    const of = ['started', 'completed'] as const;
    expect(tooThin([row(told(5), told(5)), row(hidden, told(5)), row(told(5), hidden)], of)).toBe(false);
    expect(tooThin([row(told(5), hidden), row(hidden, told(5)), row(told(5), hidden)], of)).toBe(true);
    expect(tooThin([row(told(5), hidden), row(told(5), hidden), row(told(5), hidden)], ['started'])).toBe(
      false,
    );
    expect(tooThin([], of)).toBe(false);
  });

  it('counts no cell of what is not run here', () => {
    const rows = [row(told(5), hidden), row(notRun, notRun), row(notRun, notRun)];
    expect(tooThin(rows, ['started', 'completed'])).toBe(true);
  });

  it('goes from programmes to approaches, strands and everybody', () => {
    const year = { period: { year: 2026 } };
    const words = coarserThan('PROGRAMME', year).map((table) => wordsOf(table, year));
    expect(words).toEqual(['approaches', 'strands of funding', 'everybody together']);
    expect(coarserThan('PROGRAMME', year).every((table) => table.filter.period?.year === 2026)).toBe(true);
  });

  it('stays in the council as far as its tables go, then takes the whole area', () => {
    const filter = { areaId: 'area_a' };
    const words = coarserThan('PROGRAMME', filter).map((table) => wordsOf(table, filter));
    expect(words).toEqual([
      'strands of funding',
      'programmes in the whole area',
      'approaches in the whole area',
      'strands of funding in the whole area',
      'everybody together',
    ]);
    expect(coarserThan('SEX', filter).map((table) => wordsOf(table, filter))).toEqual([
      'sexes in the whole area',
      'everybody together',
    ]);
  });

  it('goes from areas to councils and from quarters to years', () => {
    expect(coarserThan('AREA', {})[0]).toEqual({ by: ['LOCAL_AUTHORITY'], filter: {} });
    expect(coarserThan('QUARTER', { areaId: 'area_a' })[0]).toEqual({
      by: ['YEAR'],
      filter: { areaId: 'area_a' },
    });
    expect(coarserThan('QUARTER', { programmeId: 'programme_a' })[0]?.by).toEqual(['YEAR']);
  });

  it('offers no table that is not on the printed list', () => {
    expect(coarserThan('PROGRAMME', { approach: 'CBT' })).toEqual([{ by: [], filter: { approach: 'CBT' } }]);
    expect(coarserThan('SEX', { programmeId: 'programme_a' })).toEqual([
      { by: [], filter: { programmeId: 'programme_a' } },
    ]);
  });
});
