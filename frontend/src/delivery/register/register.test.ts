import { describe, expect, it } from 'vitest';
import type { MarkEntry } from './marks';
import { type Child, merged, type Register, withSent } from './register';

const child = (enrolmentId: string, name: string) => ({ enrolmentId, name, takesPart: true });
const common = {
  id: 'i',
  order: 1,
  at: 0,
  sessionId: 's',
  session: '',
  tried: true,
  state: 'waiting',
} as const;
const late: MarkEntry = {
  ...common,
  what: 'mark',
  enrolmentId: 'a',
  name: 'Ardel',
  mark: 'LATE',
  seen: null,
  markedAt: '',
  note: 'The bus.',
};

const register = (children: Register['children']): Register => ({
  rowId: 'r',
  sessionId: 's',
  at: 0,
  ahead: 0,
  title: 'Boxing',
  startsAt: '2026-11-29T16:00:00Z',
  endsAt: '2026-11-29T17:00:00Z',
  children,
});

describe('a register that is loaded again', () => {
  it('keeps a child who is not in it any more, as not taking part', () => {
    const before = register([child('a', 'Ardel'), child('b', 'Bela')]);
    const now = merged(before, register([child('a', 'Ardel')]));
    expect(now.children.map((it) => [it.name, it.takesPart])).toEqual([
      ['Ardel', true],
      ['Bela', false],
    ]);
    // And again, and when the child is back.
    expect(merged(now, register([child('a', 'Ardel')])).children).toEqual(now.children);
    expect(merged(now, before).children.every((it) => it.takesPart)).toBe(true);
  });

  it('takes the marks of the server', () => {
    const before = withSent(register([child('a', 'Ardel')]), late, 0);
    expect(before.children[0]?.mark).toBe('LATE');
    const now = { ...register([{ ...child('a', 'Ardel'), mark: 'MISSED' as const }]), at: 10 };
    expect(merged(before, now).children[0]?.mark).toBe('MISSED');
    // Asked for before the mark arrived, answered after it.
    const later = withSent(before, late, 11);
    expect(merged(later, now).children[0]?.mark).toBe('LATE');
    expect(merged(later, { ...now, at: 12 }).children[0]?.mark).toBe('MISSED');
  });
});

it('what has arrived is shown: the mark with its reason, the note, the count', () => {
  const card = { youngPersonId: 'y', alerts: [], notes: [] };
  const before = register([{ ...child('a', 'Ardel'), card }, child('b', 'Bela')]);
  const marked = withSent(before, late, 1000).children;
  expect(marked[0]).toMatchObject({ mark: 'LATE', card: { reason: 'The bus.' } });
  expect(marked[1]).toEqual(child('b', 'Bela'));
  const note = { ...common, what: 'note', enrolmentId: 'a', name: 'Ardel', body: 'Calm.' } as const;
  const [noted] = withSent(before, note, 0).children as [Child];
  expect(noted.card?.notes).toEqual([{ at: '1970-01-01T00:00:00.000Z', by: 'You', body: 'Calm.' }]);
  const count = { ...common, what: 'count', children: 3, youngAdults: 0, adults: 1 } as const;
  expect(withSent(before, count, 0).counted).toEqual({ children: 3, youngAdults: 0, adults: 1 });
});
