import { describe, expect, it } from 'vitest';
import { groupWords, passedFinding, quartersOver, quarterWords, shareOf } from './passed-over';

describe('who was passed over', () => {
  it('is asked for quarters that are over', () => {
    expect(quartersOver('2027-01-08', 5)).toEqual([
      { year: 2026, quarter: 4 },
      { year: 2026, quarter: 3 },
      { year: 2026, quarter: 2 },
      { year: 2026, quarter: 1 },
      { year: 2025, quarter: 4 },
    ]);
    expect(quartersOver('2026-12-31', 1)).toEqual([{ year: 2026, quarter: 3 }]);
    expect(quartersOver('2026-04-01', 1)).toEqual([{ year: 2026, quarter: 1 }]);
    expect(quarterWords({ year: 2026, quarter: 3 })).toBe('July to September 2026');
  });

  it('is said in words', () => {
    const groups = [
      { of: ['White'], waited: 30, passedOver: 9 },
      { of: ['Asian', 'Black', 'Mixed'], waited: 15, passedOver: 6 },
    ];
    expect(groups.map(groupWords)).toEqual(['White', 'Asian, Black and Mixed, together']);
    expect(groups.map(shareOf)).toEqual([30, 40]);
    expect(passedFinding(groups, { year: 2026, quarter: 4 })).toBe(
      'From October to December 2026, 15 of 45 children who joined a waiting list (33%) were passed over.',
    );
  });
});
