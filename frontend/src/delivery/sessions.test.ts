import { expect, it } from 'vitest';
import { grouped, type SessionFacts, windowAround } from './sessions';

const now = new Date('2026-11-26T16:30:00Z');
const session = (id: string, startsAt: string, more: Partial<SessionFacts> = {}): SessionFacts => ({
  id,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
  cancelled: false,
  expected: 6,
  unmarked: 6,
  ...more,
});
const ids = (sessions: readonly SessionFacts[]) => sessions.map((it) => it.id);

it('a register is due once the session is over and somebody has no mark', () => {
  const found = grouped(
    [
      session('tomorrow', '2026-11-27T16:00:00Z'),
      session('now', '2026-11-26T16:00:00Z'),
      session('this morning', '2026-11-26T09:00:00Z'),
      session('this morning, taken', '2026-11-26T09:00:00Z', { unmarked: 0 }),
      session('last week', '2026-11-19T16:00:00Z', { unmarked: 1 }),
      session('last week, taken', '2026-11-19T16:00:00Z', { unmarked: 0 }),
      session('last week, cancelled', '2026-11-19T16:00:00Z', { cancelled: true }),
      session('today, cancelled', '2026-11-26T10:00:00Z', { cancelled: true }),
    ],
    now,
  );
  expect(ids(found.due)).toEqual(['last week', 'this morning']);
  expect(ids(found.today)).toEqual(['this morning, taken', 'today, cancelled', 'now']);
  expect(ids(found.coming)).toEqual(['tomorrow']);
});

it('days are those of England, over a change of the clocks too', () => {
  const late = grouped([session('late', '2026-07-19T23:30:00Z')], new Date('2026-07-20T08:00:00Z'));
  expect(ids(late.due)).toEqual(['late']);
  expect(windowAround(new Date('2026-10-26T00:30:00Z'))).toEqual({ from: '2026-10-12', to: '2026-11-02' });
});
