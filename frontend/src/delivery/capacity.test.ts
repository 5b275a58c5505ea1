import { expect, it } from 'vitest';
import { capacities, finding, type ProgrammeRuns, waitShort } from './capacity';

const places = (capacity: number, taken: number, held: number, waiting: number, wait?: number) => ({
  capacity,
  taken,
  held,
  left: capacity - taken - held,
  waiting,
  expectedWaitWorkingDays: wait,
});
const programme = (title: string, ...nodes: ProgrammeRuns['offerings']['nodes'][number][]) => ({
  id: title,
  title,
  provider: { name: 'Provider' },
  offerings: { nodes },
});

it('runs that take children are added up, with the longest wait; others are not', () => {
  const [boxing] = capacities([
    programme(
      'Boxing',
      { status: 'RUNNING', places: places(10, 9, 1, 4, 10) },
      { status: 'OPEN', places: places(8, 2, 0, 0) },
      { status: 'FINISHED', places: places(10, 10, 0, 0) },
      { status: 'CANCELLED', places: places(10, 0, 0, 3, 20) },
    ),
  ]);
  expect(boxing).toMatchObject({ runs: 2, capacity: 18, taken: 11, held: 1, left: 6, waiting: 4, wait: 10 });
});

it('a programme whose numbers are not for this viewer is not shown as empty', () => {
  const hidden = { capacity: null, taken: null, held: null, left: null, waiting: null };
  expect(capacities([programme('Hidden', { status: 'RUNNING', places: hidden })])).toEqual([]);
});

it('the longest waiting list is first, and the heading says what is seen', () => {
  const all = capacities([
    programme('Free', { status: 'OPEN', places: places(5, 1, 0, 0) }),
    programme('Short', { status: 'RUNNING', places: places(5, 5, 0, 1) }),
    programme('Long', { status: 'RUNNING', places: places(5, 5, 0, 7) }),
  ]);
  expect(all.map((it) => it.title)).toEqual(['Long', 'Short', 'Free']);
  expect(finding(all)).toBe('1 of 3 programmes has a free place; 8 children wait');
  expect(finding([])).toBe('0 of 0 programmes have a free place; no children wait');
});

it('a wait is told in weeks, or not at all', () => {
  expect([undefined, 5, 6].map(waitShort)).toEqual(['Not known', 'Up to a week', 'Up to 2 weeks']);
});
