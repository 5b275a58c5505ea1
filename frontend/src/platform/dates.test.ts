import { describe, expect, it } from 'vitest';
import {
  ageOn,
  day,
  dayOfWeek,
  daysBetween,
  dueWords,
  instantAt,
  isoDay,
  isoFrom,
  moment,
  time,
} from './dates';

describe('dates', () => {
  it('are written as GOV.UK writes them, in London time', () => {
    expect(moment('2026-11-22T09:05:00Z')).toBe('22 November 2026 at 9:05am');
    expect(moment('2026-07-19T23:30:00Z')).toBe('20 July 2026 at 12:30am');
    expect(time('2026-11-22T12:00:00Z')).toBe('midday');
    expect(time('2026-11-22T00:00:00Z')).toBe('midnight');
    expect(time('2026-11-22T17:00:00Z')).toBe('5pm');
    expect(day('2026-11-22')).toBe('22 November 2026');
    expect(dayOfWeek('2026-07-19T23:30:00Z')).toBe('Monday 20 July 2026');
  });

  it('count days and ages by the calendar', () => {
    expect(isoDay(new Date('2026-07-19T23:30:00Z'))).toBe('2026-07-20');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(ageOn('2010-11-23', '2026-11-22')).toBe(15);
    expect(ageOn('2010-11-22', '2026-11-22')).toBe(16);
    expect(dueWords('2026-11-21', '2026-11-23')).toBe('2 days ago');
    expect(dueWords('2026-11-23', '2026-11-23')).toBe('Today');
  });

  it('take what people type', () => {
    expect(isoFrom({ day: '1', month: ' 9', year: '2012' })).toBe('2012-09-01');
    expect(isoFrom({ day: '30', month: '2', year: '2012' })).toBeNull();
    expect(isoFrom({ day: '', month: '2', year: '2012' })).toBeNull();
    expect(instantAt('2026-07-19', '14:35')).toBe('2026-07-19T13:35:00.000Z');
    expect(instantAt('2026-11-22', '2pm')).toBe('2026-11-22T14:00:00.000Z');
    expect(instantAt('2026-11-22', '25:00')).toBeNull();
    expect(instantAt('2026-11-22', '9.05am')).toBe('2026-11-22T09:05:00.000Z');
  });
});
