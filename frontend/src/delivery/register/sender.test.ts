// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { type Keeper, makeKeeper } from './keeper';
import { type Answer, type Entry, twelveHours, unsentMark, withMark, withNote } from './marks';
import { makeSender } from './sender';
import { memoryShelf, type Shelf } from './shelf';

let now = 1000;
let order = 0;
let shelf: Shelf;
let keeper: Keeper;
const person = { person: 'a', ticket: 't', key: `${'a'.repeat(42)}A`, until: Number.POSITIVE_INFINITY };
const keys = { kept: () => person, forget: () => undefined, fetch: async () => undefined };

const base = () => {
  order += 1;
  return { id: `id${order}`, order, at: now, sessionId: 's', session: 'Boxing' };
};
const mark = (name: string, word: 'PRESENT' | 'LATE' = 'PRESENT') =>
  keeper.change((all) => withMark(all, base(), { enrolmentId: name, name }, { mark: word, markedAt: '' }));

/** A server that does each key once, and can be out of reach before or after it has done so. */
function server() {
  const did: Entry[] = [];
  const asked: string[] = [];
  let reach: 'all' | 'nothing' | 'no answer' = 'all';
  let say: (entry: Entry) => Answer = () => ({ is: 'done' });
  return {
    did,
    asked,
    is: (next: typeof reach) => {
      reach = next;
    },
    says: (next: typeof say) => {
      say = next;
    },
    transport: async (entry: Entry) => {
      asked.push(entry.id);
      if (reach === 'nothing') return { is: 'later' as const };
      const answer = say(entry);
      if (answer.is === 'done' && !did.some((it) => it.id === entry.id)) did.push(entry);
      return reach === 'no answer' ? { is: 'later' as const } : answer;
    },
  };
}

const names = (entries: readonly Entry[]) => entries.map((it) => (it.what === 'mark' ? it.name : it.what));

beforeEach(async () => {
  now = 1000;
  shelf = memoryShelf();
  keeper = makeKeeper(shelf, keys, () => now);
  await keeper.open('a', false);
});

describe('what waits', () => {
  it('is sent once and in order when the network is back', async () => {
    const it = server();
    const sender = makeSender(keeper, it.transport);
    it.is('nothing');
    for (const name of ['A', 'B', 'C']) await mark(name);
    await keeper.change((all) => withNote(all, base(), { enrolmentId: 'A', name: 'A', body: 'Calm.' }));
    expect(await sender.run()).toBe(false);
    expect(keeper.kept.get().entries).toHaveLength(4);
    it.is('all');
    expect(await sender.run()).toBe(true);
    expect(names(it.did)).toEqual(['A', 'B', 'C', 'note']);
    expect(keeper.kept.get().entries).toEqual([]);
    expect(await shelf.rows()).toEqual([]);
  });

  it('is done once where the answer was lost and the tab died', async () => {
    const it = server();
    await mark('A');
    it.is('no answer');
    expect(await makeSender(keeper, it.transport).run()).toBe(false);

    const next = makeKeeper(shelf, keys, () => now);
    await next.open('a', false);
    expect(next.kept.get().entries).toMatchObject([{ tried: true }]);
    it.is('all');
    await makeSender(next, it.transport).run();
    expect(it.did).toHaveLength(1);
    expect(new Set(it.asked).size).toBe(1);
    expect(next.kept.get().entries).toEqual([]);
  });

  it('that was changed after it may have arrived goes as a correction behind it', async () => {
    const it = server();
    await mark('A');
    it.is('no answer');
    const sender = makeSender(keeper, it.transport);
    await sender.run();
    await mark('A', 'LATE');
    it.is('all');
    await sender.run();
    expect(it.did.map((e) => e.what === 'mark' && [e.mark, e.seen])).toEqual([
      ['PRESENT', null],
      ['LATE', 'PRESENT'],
    ]);
  });

  it('does not stop at what a person has to decide', async () => {
    const it = server();
    it.says((entry) =>
      entry.what === 'mark' && entry.name === 'A'
        ? { is: 'stale', theirs: 'LATE' }
        : entry.what === 'mark' && entry.name === 'B'
          ? { is: 'refused', told: 'Not taking part.' }
          : { is: 'done' },
    );
    for (const name of ['A', 'B', 'C']) await mark(name);
    expect(await makeSender(keeper, it.transport).run()).toBe(true);
    expect(names(it.did)).toEqual(['C']);
    const { entries } = keeper.kept.get();
    expect(unsentMark(entries, 's', 'A')).toMatchObject({ state: 'stale', theirs: 'LATE' });
    expect(unsentMark(entries, 's', 'B')).toMatchObject({ state: 'refused', told: 'Not taking part.' });
    expect(await shelf.rows()).toHaveLength(2);
  });

  it('that is older than 12 hours is not sent by itself', async () => {
    const it = server();
    await mark('A');
    now += twelveHours;
    await mark('B');
    await makeSender(keeper, it.transport).run();
    expect(names(it.did)).toEqual(['B']);
    expect(names(keeper.kept.get().entries)).toEqual(['A']);
  });

  it('stops with the sign-in', async () => {
    const it = server();
    await mark('A');
    await mark('B');
    const sender = makeSender(keeper, async (entry) => {
      keeper.close();
      return it.transport(entry);
    });
    await sender.run();
    expect(names(it.did)).toEqual(['A']);
  });
});

it('the register takes over what has arrived, and what another device wrote', async () => {
  const it = server();
  const child = (enrolmentId: string) => ({ enrolmentId, name: enrolmentId, takesPart: true });
  const at = { startsAt: '', endsAt: '', title: '', ahead: 0 };
  await keeper.keepRegister({ ...at, rowId: 'r', sessionId: 's', at: now, children: ['A', 'B'].map(child) });
  it.says((entry) =>
    entry.what === 'mark' && entry.name === 'B' ? { is: 'stale', theirs: 'MISSED' } : { is: 'done' },
  );
  await mark('A');
  await mark('B');
  await makeSender(keeper, it.transport).run();
  expect(
    keeper.kept
      .get()
      .registers.get('s')
      ?.children.map((c) => c.mark),
  ).toEqual(['PRESENT', 'MISSED']);
});
