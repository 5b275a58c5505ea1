/** Registers: taken on a phone, without a network, by two devices at once; and what is left on a device for others. */
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { accessibleAtBothWidths as check } from './accessible';
import { signInHere, watch, windowOf } from './actors';
import { ask, network, onDevice, startAgain } from './network';
import { mark, row, type Session, sessionToday, telephone, written } from './registers';

/** The network is back: the page connects by itself, or once who waits says so. */
async function connects(page: Page, seen: Locator): Promise<void> {
  await expect(async () => {
    const connect = page.getByRole('button', { name: 'Try to connect' });
    if (await connect.isVisible()) await connect.click({ timeout: 2_000 });
    await expect(seen).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

test('a register goes on without a network, the tab dies, and nothing is lost or sent twice', async ({ browser }) => {
  const session = await sessionToday(browser);
  const [one = '', two = '', three = ''] = session.names;
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  await mark(page, one, 'Present');
  await expect(row(page, one).getByText('Not sent')).toBeVisible();
  await expect(page.getByText('No connection.')).toBeVisible();
  await mark(page, two, 'Late');
  await row(page, two).getByRole('button', { name: 'Write a note' }).click();
  await page.getByLabel(`What did you do with ${two}?`).fill('Pads, and a talk about school.');
  await page.getByLabel('What is next?').fill('Bring gloves.');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByText('3 not sent yet.')).toBeVisible();

  const device = await onDevice(page);
  expect(device).toMatchObject({ registers: 1, entries: 3 });
  for (const word of [one, two, 'PRESENT', 'talk about school']) expect(device.rows.includes(word), word).toBe(false);
  for (const word of [one, two, 'talk about school']) expect(device.rest.includes(word), word).toBe(false);

  // The telephone throws the tab away; another is opened, still without a network.
  await page.close();
  const next = await context.newPage();
  watch(next);
  await next.goto('/');
  await expect(next.getByRole('heading', { name: 'No connection' })).toBeVisible();
  await next.getByRole('main').getByRole('link').first().click();
  await expect(row(next, one).getByText('Present', { exact: true }).first()).toBeVisible();
  await expect(next.getByText('3 not sent yet.')).toBeVisible();
  await expect(row(next, two).getByText('Pads, and a talk about school.')).toBeVisible();
  await mark(next, three, 'Missed');
  // The first mark was on its way once and may have arrived: this one follows it.
  await mark(next, one, 'Late');
  await expect(next.getByText('5 not sent yet.')).toBeVisible();

  await net.on();
  await connects(next, next.getByText('All is sent.'));
  expect(await written(browser, session)).toEqual({
    marks: { [one]: ['PRESENT', 'LATE'], [two]: ['LATE'], [three]: ['MISSED'] },
    notes: ['What we did: Pads, and a talk about school.\nNext: Bring gloves.'],
  });
  expect(await onDevice(next)).toMatchObject({ registers: 1, entries: 0 });

  // Signing out takes the rest.
  await next.getByRole('button', { name: 'Sign out' }).click();
  await expect(next.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await onDevice(next)).toMatchObject({ registers: 0, entries: 0 });
  await context.close();
  await net.close();
});

test('after the telephone was started again somebody else is told, sees nothing, and the first person sends it', async ({
  browser,
}) => {
  const session = await sessionToday(browser);
  const [one = '', two = ''] = session.names;
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  await mark(page, one, 'Present');
  await mark(page, two, 'Missed');
  await expect(page.getByText('2 not sent yet.')).toBeVisible();

  // Without a network and without a sign-in there is nothing to see.
  let again = await startAgain(context);
  watch(again);
  await again.goto(`/registers/${session.id}`);
  await expect(again.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(again.getByText(one)).toHaveCount(0);

  await net.on();
  again = await startAgain(context);
  watch(again);
  await again.goto('/');
  await signInHere(again, 'provider.manager');
  await expect(
    again.getByText('2 entries of registers that somebody else made on this device are not sent.'),
  ).toBeVisible();
  expect(await onDevice(again)).toMatchObject({ registers: 0, entries: 2 });
  await again.getByRole('button', { name: 'Sign out' }).click();
  await expect(again.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await onDevice(again)).toMatchObject({ registers: 0, entries: 2 });

  await signInHere(again, 'provider');
  await expect(again.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await expect.poll(async () => (await onDevice(again)).entries).toBe(0);
  expect((await written(browser, session)).marks).toEqual({ [one]: ['PRESENT'], [two]: ['MISSED'] });
  await context.close();
  await net.close();
});

/** Somebody of the service that works with one of these children takes back what was agreed; says for which of them. */
async function consentEnds(browser: Browser, { children }: Session): Promise<number> {
  interface Consents {
    node: { consents: Array<{ id: string; version: number; kind: string; status: string }> } | null;
  }
  for (const service of ['manager.swindon', 'manager.wiltshire']) {
    const { page, close } = await windowOf(browser, service);
    for (const [nth, id] of children.entries()) {
      const { node } = await ask<Consents>(
        page,
        'query($id: ID!) { node(id: $id) { ... on YoungPerson { consents { id version kind status } } } }',
        { id },
      ).catch(() => ({ node: null }));
      const given = node?.consents.find((it) => it.kind === 'PARTICIPATE_CHILD' && it.status === 'GIVEN');
      if (!given) continue;
      const on = new Date(await page.evaluate(async () => (await (await fetch('/session')).json()).now));
      const { withdrawConsent } = await ask<{ withdrawConsent: { problems: Array<{ message: string }> } }>(
        page,
        'mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { problems { message } } }',
        { input: { consentId: given.id, version: given.version, on: on.toISOString().slice(0, 10) } },
      );
      expect(withdrawConsent.problems).toEqual([]);
      await close();
      return nth;
    }
    await close();
  }
  throw new Error('no service may end the consent of these children');
}

test('a child whose consent ended meanwhile stays on the register of the telephone, as not taking part', async ({ browser }) => {
  const session = await sessionToday(browser);
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  const nth = await consentEnds(browser, session);
  const ended = session.names[nth] ?? '';
  // Without a network the telephone cannot know.
  await expect(row(page, ended)).toBeVisible();
  await net.on();
  await page.reload();
  await expect(row(page, ended).getByText('Not taking part, ring the caseworker.')).toBeVisible();
  await expect(row(page, ended).getByRole('button', { name: `Present ${ended}` })).toHaveCount(0);
  const other = session.names[nth === 0 ? 1 : 0] ?? '';
  await mark(page, other, 'Present');
  await expect(page.getByText('All is sent.')).toBeVisible({ timeout: 40_000 });
  await context.close();
  await net.close();
});

test('two devices mark the same children, and the person decides', async ({ browser }) => {
  const session = await sessionToday(browser);
  const [one = '', two = ''] = session.names;
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  await mark(page, one, 'Present');
  await mark(page, two, 'Present');

  const other = await windowOf(browser, 'provider', 390);
  await other.page.goto(`/registers/${session.id}`);
  for (const [name, word] of [[one, 'Late'], [two, 'Missed']] as const) {
    await mark(other.page, name, word);
    // The mark alone stands there, without "Not sent": it has arrived.
    await expect(row(other.page, name).locator('.app-state')).toHaveText(word);
  }
  await expect(other.page.getByText('All is sent.')).toBeVisible();
  await other.close();

  await net.on();
  await connects(page, row(page, one).getByText('Another device says: Late. You marked: Present.'));
  await expect(row(page, two).getByText('Another device says: Missed. You marked: Present.')).toBeVisible();
  await row(page, one).getByRole('button', { name: 'Keep Late' }).click();
  await row(page, two).getByRole('button', { name: 'Change to Present' }).click();
  await expect(page.getByText('All is sent.')).toBeVisible();
  await expect(row(page, one).locator('.app-state')).toHaveText('Late');
  expect((await written(browser, session)).marks).toEqual({ [one]: ['LATE'], [two]: ['MISSED', 'PRESENT'] });
  await context.close();
  await net.close();
});

test('who signs out with something unsent is asked, and then it is gone', async ({ browser }) => {
  const session = await sessionToday(browser);
  const [one = ''] = session.names;
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  await mark(page, one, 'Present');
  await expect(row(page, one).getByText('Not sent')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('1 entry of a register is not sent yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(row(page, one)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out and throw it away' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await onDevice(page)).toMatchObject({ registers: 0, entries: 0 });
  expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain('ridgeway-register');
  await context.close();
  await net.close();
});

test('a worker’s pages at two widths, on paper, and by keyboard alone', async ({ browser }) => {
  const session = await sessionToday(browser);
  const [one = '', two = ''] = session.names;
  const { page, close } = await windowOf(browser, 'provider', 390);
  await expect(page.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await check(page, 'sessions');
  await page.goto(`/registers/${session.id}`);
  await expect(row(page, one)).toBeVisible();
  await check(page, 'register');
  // By keyboard: the mark, then one of the others with its reason.
  await row(page, one).getByRole('button', { name: `Present ${one}` }).focus();
  await page.keyboard.press('Enter');
  await expect(row(page, one).locator('.app-state')).toHaveText('Present');
  await row(page, two).getByRole('button', { name: 'Other' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByLabel(`Why is ${two} absent?`).fill('At the dentist.');
  await check(page, 'register with a reason');
  await page.getByLabel(`Why is ${two} absent?`).press('Enter');
  await expect(row(page, two).locator('.app-state')).toHaveText('Absent with a reason');
  await expect(page.getByText('All is sent.')).toBeVisible();
  await row(page, one).getByText(`What to know about ${one}`).click();
  await row(page, one).getByRole('button', { name: 'Write a note' }).click();
  await check(page, 'register with a note');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Count people' }).click();
  await page.getByLabel('Children, under 18').fill('3');
  await page.getByRole('button', { name: 'Save the count' }).click();
  await expect(page.getByText('3 children, 0 young adults, 0 adults', { exact: true })).toBeVisible();
  await row(page, one).getByRole('button', { name: 'Raise a concern' }).click();
  await check(page, 'register with a concern');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/OFFICIAL-SENSITIVE\. Printed/)).toBeVisible();
  await expect(row(page, one).getByRole('button', { name: `Present ${one}` })).toBeHidden();
  await expect(row(page, one).locator('.app-state')).toBeVisible();
  await close();
});

/** What the page of places says of all of them, by the numbers that the API tells whoever looks at it. */
async function placesInWords(page: Page): Promise<string> {
  interface Run {
    status: string;
    places: { capacity: number | null; left: number | null; waiting: number | null };
  }
  const { programmes } = await ask<{ programmes: { nodes: Array<{ offerings: { nodes: Run[] } }> } }>(
    page,
    `{ programmes(filter: { active: true }, first: 100) {
      nodes { offerings(first: 50) { nodes { status places { capacity left waiting } } } }
    } }`,
  );
  const all = programmes.nodes.map(({ offerings }) => {
    const known = offerings.nodes.filter((it) => ['OPEN', 'RUNNING', 'CLOSED'].includes(it.status));
    const sum = (of: keyof Run['places']) => known.reduce((total, { places }) => total + (places[of] ?? 0), 0);
    return { capacity: sum('capacity'), left: sum('left'), waiting: sum('waiting') };
  });
  const shown = all.filter((it) => it.capacity + it.waiting > 0).length;
  const free = all.filter((it) => it.left > 0).length;
  const waiting = all.reduce((sum, it) => sum + it.waiting, 0);
  const wait = waiting === 1 ? '1 child waits' : `${waiting || 'no'} children wait`;
  return `${free} of ${shown} programmes ${free === 1 ? 'has' : 'have'} a free place; ${wait}`;
}

test('who is enrolled, and places with who waits, for managers', async ({ browser }) => {
  const manager = await windowOf(browser, 'provider.manager');
  await check(manager.page, 'sessions of a manager');
  await manager.page.getByRole('link', { name: /^Who is enrolled/ }).first().click();
  await expect(manager.page.getByRole('row').nth(1)).toBeVisible();
  await check(manager.page, 'who is enrolled');
  await manager.page.goto('/places');
  await expect(manager.page.getByRole('row').nth(1)).toBeVisible();
  await check(manager.page, 'places of a provider');
  await manager.close();

  const team = await windowOf(browser, 'manager.swindon');
  await team.page.goto('/places');
  await expect(team.page.getByRole('row').nth(1)).toBeVisible();
  const finding = team.page.getByRole('heading', { level: 2 }).first();
  // A place may change hands between the page's question and this one.
  await expect(async () => {
    await expect(finding).toHaveText(await placesInWords(team.page), { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await check(team.page, 'places');
  await team.close();
});
