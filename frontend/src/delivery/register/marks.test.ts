import { describe, expect, it } from 'vitest';
import type { AttendanceMark } from '../../gql/graphql';
import {
  afterAnswer,
  type Entry,
  isOld,
  type MarkEntry,
  nextToSend,
  putAway,
  sendAllTheSame,
  twelveHours,
  unsentMark,
  withCount,
  withMark,
  withNote,
} from './marks';

let made = 0;
const base = (at = 1000) => {
  made += 1;
  return { id: `id${made}`, order: made, at, sessionId: 's', session: 'Boxing' };
};
const ardel = { enrolmentId: 'a', name: 'Ardel' };
const mark = (
  entries: readonly Entry[],
  mark: AttendanceMark,
  child: Parameters<typeof withMark>[2] = ardel,
  at = 1000,
) => withMark(entries, base(at), child, { mark, markedAt: '2026-11-29T16:00:00Z' });
const tried = (entries: readonly Entry[]) => entries.map((entry) => ({ ...entry, tried: true }));
const only = (entries: readonly Entry[]) => {
  expect(entries).toHaveLength(1);
  return entries[0] as MarkEntry;
};

describe('a tap', () => {
  it('says what was seen when it was made', () => {
    expect(only(mark([], 'PRESENT'))).toMatchObject({ mark: 'PRESENT', seen: null, state: 'waiting' });
    expect(only(mark([], 'LATE', { ...ardel, mark: 'PRESENT' }))).toMatchObject({ seen: 'PRESENT' });
  });

  it('changes the one before, which never left the device', () => {
    const first = mark([], 'PRESENT');
    const second = only(mark(first, 'LATE'));
    expect(second).toMatchObject({ id: first[0]?.id, mark: 'LATE', seen: null });
  });

  it('follows the one before, which may have arrived', () => {
    const both = mark(tried(mark([], 'PRESENT')), 'LATE') as MarkEntry[];
    expect(both.map((it) => [it.mark, it.seen])).toEqual([
      ['PRESENT', null],
      ['LATE', 'PRESENT'],
    ]);
    expect(unsentMark(both, 's', 'a')?.mark).toBe('LATE');
  });

  it('back to what is written sends nothing', () => {
    const written = { ...ardel, mark: 'PRESENT' as const };
    expect(mark(mark([], 'LATE', written), 'PRESENT', written)).toEqual([]);
    expect(mark([], 'PRESENT', written)).toEqual([]);
  });

  it('touches no other child and no other session', () => {
    const two = mark(mark([], 'PRESENT'), 'MISSED', { enrolmentId: 'b', name: 'Bela' });
    expect(two).toHaveLength(2);
    const elsewhere = withMark(two, { ...base(), sessionId: 't' }, ardel, { mark: 'LATE', markedAt: '' });
    expect(elsewhere).toHaveLength(3);
    expect(unsentMark(elsewhere, 's', 'a')?.mark).toBe('PRESENT');
  });
});

describe('sending', () => {
  it('goes in order, notes and counts with the marks', () => {
    let all = mark([], 'PRESENT');
    all = withNote(all, base(), { enrolmentId: 'a', name: 'Ardel', body: 'Pads. Calm.' });
    all = withCount(all, base(), { children: 3, youngAdults: 0, adults: 1 });
    all = mark(all, 'MISSED', { enrolmentId: 'b', name: 'Bela' });
    const sent: string[] = [];
    for (let next = nextToSend(all, 1000); next; next = nextToSend(all, 1000)) {
      sent.push(next.what);
      all = afterAnswer(all, next.id, { is: 'done' });
    }
    expect(sent).toEqual(['mark', 'note', 'count', 'mark']);
    expect(all).toEqual([]);
  });

  it('does not pass a mark of the same child that waits for a person, and goes on with others', () => {
    const both = mark(tried(mark([], 'PRESENT')), 'LATE');
    const refused = both.map((it, index) => (index === 0 ? { ...it, state: 'refused' as const } : it));
    expect(nextToSend(refused, 1000)).toBeUndefined();
    const more = mark(refused, 'MISSED', { enrolmentId: 'b', name: 'Bela' });
    expect(nextToSend(more, 1000)).toMatchObject({ name: 'Bela' });
  });

  it('leaves what is older than 12 hours until the person has said so', () => {
    const old = mark([], 'PRESENT');
    const later = 1000 + twelveHours;
    expect(isOld(only(old), later - 1)).toBe(false);
    expect(isOld(only(old), later)).toBe(true);
    expect(nextToSend(old, later)).toBeUndefined();
    const said = sendAllTheSame(old, only(old).id, 'new');
    expect(nextToSend(said, later)).toMatchObject({ id: only(old).id, mark: 'PRESENT' });
  });

  it('a count replaces the one before it, unless that may have arrived', () => {
    const one = withCount([], base(), { children: 3, youngAdults: 0, adults: 1 });
    expect(withCount(one, base(), { children: 4, youngAdults: 0, adults: 1 })).toHaveLength(1);
    expect(withCount(tried(one), base(), { children: 4, youngAdults: 0, adults: 1 })).toHaveLength(2);
  });
});

describe('two devices', () => {
  const stale = (theirs: AttendanceMark | null) => {
    const all = mark([], 'PRESENT');
    return afterAnswer(all, only(all).id, { is: 'stale', theirs });
  };

  it('both marks are kept for the person to decide', () => {
    expect(only(stale('LATE'))).toMatchObject({ state: 'stale', mark: 'PRESENT', theirs: 'LATE' });
    expect(nextToSend(stale('LATE'), 1000)).toBeUndefined();
  });

  it('that say the same have nothing to decide', () => {
    expect(stale('PRESENT')).toEqual([]);
  });

  it('the other mark stands, or this one is sent as a correction of it', () => {
    const both = stale('LATE');
    expect(putAway(both, only(both).id)).toEqual([]);
    const mine = only(sendAllTheSame(both, only(both).id, 'new'));
    expect(mine).toMatchObject({ id: 'new', state: 'waiting', mark: 'PRESENT', seen: 'LATE', tried: false });
  });

  it('the last word of this device counts where it had two', () => {
    const both = mark(tried(mark([], 'PRESENT')), 'MISSED');
    const aside = afterAnswer(both, both[0]?.id ?? '', { is: 'stale', theirs: 'LATE' });
    expect(only(aside)).toMatchObject({ mark: 'MISSED', theirs: 'LATE' });
    // Which may be what the other device says.
    expect(afterAnswer(both, both[0]?.id ?? '', { is: 'stale', theirs: 'MISSED' })).toEqual([]);
  });

  it('a tap on one of the two decides', () => {
    expect(mark(stale('LATE'), 'LATE')).toEqual([]);
    expect(only(mark(stale('LATE'), 'MISSED'))).toMatchObject({ mark: 'MISSED', seen: 'LATE' });
  });
});

it('what is refused keeps its reason, and can be put away or sent again', () => {
  const all = mark([], 'PRESENT');
  const refused = afterAnswer(all, only(all).id, { is: 'refused', told: 'Not taking part.' });
  expect(only(refused)).toMatchObject({ state: 'refused', told: 'Not taking part.' });
  expect(putAway(refused, only(refused).id)).toEqual([]);
  const again = only(sendAllTheSame(refused, only(refused).id, 'new'));
  expect(again).toMatchObject({ id: 'new', state: 'waiting', seen: null });
  expect(again.told).toBeUndefined();
});
