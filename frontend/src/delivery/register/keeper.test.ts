// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceKey } from '../../platform/device-key';
import { type Keys, makeKeeper } from './keeper';
import { type Base, type Entry, twelveHours, withMark } from './marks';
import type { Register } from './register';
import { memoryShelf, type Shelf } from './shelf';

const keyText = (letter: string) => `${letter.repeat(42)}A`;
let now = 1_000_000;
let shelf: Shelf;
let order = 0;

/** A browser: the cookie that it holds. A server: whose ticket is whose. */
function browser() {
  let cookie: DeviceKey | undefined;
  let person = '';
  let asked = 0;
  const keys: Keys = {
    kept: () => (cookie && cookie.until > now ? cookie : undefined),
    forget: () => {
      cookie = undefined;
    },
    fetch: async (who, tickets) => {
      asked += 1;
      const own = tickets.filter((ticket) => ticket.startsWith(`${person}-`));
      const found = own.length > 0 ? own : [`${person}-${asked}`];
      const answer = found.map((ticket) => ({ ticket, key: keyText(ticket.slice(0, 1)) }));
      const [first] = answer;
      if (first) cookie = { ...first, person: who, until: now + twelveHours };
      return answer;
    },
  };
  return {
    keys,
    /** A tab as it is loaded: nothing in memory. */
    tab: () => makeKeeper(shelf, keys, () => now),
    signIn: (who: string) => {
      person = who;
    },
    asked: () => asked,
  };
}

const base = (): Base => {
  order += 1;
  return { id: `id${order}`, order, at: now, sessionId: 's', session: 'Boxing' };
};
const present = (entries: readonly Entry[], name = 'Ardel') =>
  withMark(entries, base(), { enrolmentId: name, name }, { mark: 'PRESENT', markedAt: '' });
const register = (): Register => ({
  rowId: 'row',
  sessionId: 's',
  at: now,
  ahead: 5,
  title: 'Boxing',
  startsAt: '2026-11-29T16:00:00Z',
  endsAt: '2026-11-29T17:00:00Z',
  children: [
    {
      enrolmentId: 'a',
      name: 'Ardel',
      takesPart: true,
      card: { youngPersonId: 'y', age: 14, alerts: [], notes: [], medical: 'Asthma', goingHome: 'Walks' },
    },
  ],
});

beforeEach(() => {
  shelf = memoryShelf();
  now = 1_000_000;
});

async function onDisk(): Promise<string> {
  const rows = await shelf.rows();
  return rows.map((row) => `${JSON.stringify(row)} ${Buffer.from(row.bytes).toString('latin1')}`).join('\n');
}

describe('a tab that dies', () => {
  it('loses nothing: the next one goes on, without a network', async () => {
    const device = browser();
    device.signIn('a');
    const one = device.tab();
    await one.open('a', true);
    await one.keepRegister(register());
    await one.change((all) => present(all));

    const two = device.tab();
    await two.open('a', false);
    expect(two.kept.get()).toMatchObject({ state: 'open', others: 0 });
    expect(two.kept.get().entries).toMatchObject([{ name: 'Ardel', mark: 'PRESENT', state: 'waiting' }]);
    expect(two.kept.get().registers.get('s')?.children[0]?.name).toBe('Ardel');
    expect(device.asked()).toBe(1);
  });

  it('leaves nothing that can be read, and of a register no card', async () => {
    const device = browser();
    device.signIn('a');
    const tab = device.tab();
    await tab.open('a', true);
    await tab.keepRegister(register());
    await tab.change((all) => present(all));
    const disk = await onDisk();
    for (const word of ['Ardel', 'PRESENT', 'Boxing', 'Asthma', 'Walks', keyText('a')])
      expect(disk).not.toContain(word);
    expect(tab.kept.get().registers.get('s')?.children[0]?.card?.medical).toBe('Asthma');
    const next = device.tab();
    await next.open('a', false);
    expect(next.kept.get().registers.get('s')?.children[0]?.card).toBeUndefined();
  });
});

describe('a telephone that starts again, and so has no key', () => {
  it('opens nothing without a network, and all once the same person has signed in', async () => {
    const device = browser();
    device.signIn('a');
    const tab = device.tab();
    await tab.open('a', true);
    await tab.change((all) => present(all));
    device.keys.forget();

    const next = device.tab();
    await next.open('a', false);
    expect(next.kept.get()).toMatchObject({ state: 'memory', entries: [], others: 1 });
    await next.open('a', true);
    expect(next.kept.get()).toMatchObject({ state: 'open', others: 0 });
    expect(next.kept.get().entries).toMatchObject([{ name: 'Ardel' }]);
  });
});

it('what was marked before a key came is kept once it has', async () => {
  const device = browser();
  device.signIn('a');
  const tab = device.tab();
  await tab.open('a', false);
  await tab.change((all) => present(all));
  expect(await shelf.rows()).toEqual([]);
  await tab.open('a', true);
  expect(tab.kept.get()).toMatchObject({ state: 'open', entries: [{ name: 'Ardel' }] });
  expect(await shelf.rows()).toHaveLength(1);
});

it('two tabs see what the other changed, and a page keeps its cards', async () => {
  const device = browser();
  device.signIn('a');
  const [one, two] = [device.tab(), device.tab()];
  await one.open('a', true);
  await two.open('a', true);
  await two.keepRegister(register());
  await one.change((all) => present(all));
  await two.refresh();
  expect(two.kept.get().entries).toHaveLength(1);
  expect(two.kept.get().registers.get('s')?.children[0]?.card?.medical).toBe('Asthma');
});

describe('somebody else who signs in', () => {
  it('is told how many marks wait, opens none, and takes the register away', async () => {
    const device = browser();
    device.signIn('a');
    const tab = device.tab();
    await tab.open('a', true);
    await tab.keepRegister(register());
    await tab.change((all) => present(present(all), 'Bela'));

    device.signIn('b');
    const other = device.tab();
    await other.open('b', true);
    expect(other.kept.get()).toMatchObject({ state: 'open', others: 2, entries: [] });
    expect(other.kept.get().registers.size).toBe(0);
    expect((await shelf.rows()).map((row) => row.kind)).toEqual(['entry', 'entry']);
    await other.change((all) => present(all, 'Cora'));
    await other.wipe();
    expect((await shelf.rows()).length).toBe(2);

    device.signIn('a');
    const back = device.tab();
    await back.open('a', true);
    expect(back.kept.get().entries.map((it) => it.what === 'mark' && it.name)).toEqual(['Ardel', 'Bela']);
  });

  it('does not get the key of the one before from the cookie, also without a network', async () => {
    const device = browser();
    device.signIn('a');
    const tab = device.tab();
    await tab.open('a', true);
    await tab.change((all) => present(all));
    const other = device.tab();
    await other.open('b', false);
    expect(other.kept.get()).toMatchObject({ state: 'memory', entries: [], others: 1 });
    expect(device.keys.kept()).toBeUndefined();
  });
});

describe('after 12 hours', () => {
  it('the register is gone from the device, and what was not sent waits', async () => {
    const device = browser();
    device.signIn('a');
    const tab = device.tab();
    await tab.open('a', true);
    await tab.keepRegister(register());
    await tab.change((all) => present(all));
    now += twelveHours;
    await tab.forgetOld();
    expect(tab.kept.get().registers.size).toBe(0);

    const next = device.tab();
    await next.open('a', false);
    expect(next.kept.get()).toMatchObject({ state: 'memory', others: 1 });
    await next.open('a', true);
    expect(next.kept.get().entries).toHaveLength(1);
    expect((await shelf.rows()).map((row) => row.kind)).toEqual(['entry']);
  });

  it('a register is gone as soon as any page looks, whoever has signed in', async () => {
    const device = browser();
    device.signIn('a');
    const tab = device.tab();
    await tab.open('a', true);
    await tab.keepRegister(register());
    now += twelveHours;
    await device.tab().open('z', false);
    expect(await shelf.rows()).toEqual([]);
  });
});

describe('the end of a sign-in', () => {
  it('blanks at once, and what was being written then is not shown again', async () => {
    const device = browser();
    device.signIn('a');
    const tab = device.tab();
    await tab.open('a', true);
    const writing = tab.change((all) => present(all));
    tab.close();
    await writing;
    expect(tab.kept.get()).toMatchObject({ state: 'closed', entries: [] });
    const opening = tab.open('a', true);
    tab.close();
    await opening;
    expect(tab.kept.get().state).toBe('closed');
  });
});

it('changes come one after the other, whoever makes them', async () => {
  const device = browser();
  device.signIn('a');
  const tab = device.tab();
  await tab.open('a', true);
  await Promise.all(['A', 'B', 'C', 'D'].map((name) => tab.change((all) => present(all, name))));
  expect(tab.kept.get().entries).toHaveLength(4);
  expect(await shelf.rows()).toHaveLength(4);
  await tab.change(() => []);
  expect(await shelf.rows()).toEqual([]);
});
