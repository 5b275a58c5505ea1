// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The page as a tab loads it: nothing in its memory, what the tab keeps still there. */
async function load() {
  vi.resetModules();
  return import('./membership');
}

beforeEach(() => sessionStorage.clear());

async function chosen(person: string, id: string) {
  const page = await load();
  page.recallMembership(person);
  page.membership.set(id);
  return page;
}

describe('the chosen membership', () => {
  it('survives a reload in its tab, and holds nothing but opaque ids', async () => {
    await chosen('user_A', 'membership_1');
    expect({ ...sessionStorage }).toEqual({ membership: 'user_A membership_1' });
    const page = await load();
    expect(page.membership.get()).toBeUndefined();
    page.recallMembership('user_A');
    expect(page.membership.get()).toBe('membership_1');
  });

  it('is not taken up by somebody else, and then not by the first person either', async () => {
    await chosen('user_A', 'membership_1');
    const page = await load();
    page.recallMembership('user_B');
    expect(page.membership.get()).toBeUndefined();
    page.recallMembership('user_A');
    expect(page.membership.get()).toBeUndefined();
  });

  it('ends when somebody else signs in without a reload', async () => {
    const page = await chosen('user_A', 'membership_1');
    page.recallMembership('user_B');
    expect(page.membership.get()).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });

  it('stays as it is while the same person goes on', async () => {
    const page = await chosen('user_A', 'membership_1');
    page.membership.set('membership_2');
    page.recallMembership('user_A');
    expect(page.membership.get()).toBe('membership_2');
    expect(sessionStorage.getItem('membership')).toBe('user_A membership_2');
  });

  it('is forgotten when the role is to be changed, and when everything is', async () => {
    const page = await chosen('user_A', 'membership_1');
    page.membership.set(undefined);
    expect(sessionStorage).toHaveLength(0);
    await chosen('user_A', 'membership_1');
    const again = await load();
    again.forgetMembership();
    expect(sessionStorage).toHaveLength(0);
  });
});
