/** What goes over the socket, what comes of news on a page, and what its end does to the page. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { newName, refer, signInHere, watch, windowOf } from './actors';
import { ask, network, unanswered, withoutPoll } from './network';

test('what goes over the socket holds no text of a document', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'triage.swindon');
  const said: string[] = [];
  const ready = new Promise<void>((heard) => {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => said.push(String(payload)));
      socket.on('framereceived', ({ payload }) => String(payload).includes('READY') && heard());
    });
  });
  await page.reload();
  await ready;
  const subscribed = said.map((text) => JSON.parse(text)).filter((message) => message.type === 'subscribe');
  expect(subscribed.length).toBeGreaterThan(0);
  for (const { payload } of subscribed) {
    expect(Object.keys(payload).sort()).toEqual(['extensions', 'variables']);
    expect(payload.extensions.persistedQuery.sha256Hash).toMatch(/^[0-9a-f]{64}$/);
  }
  await close();
});

test('rows stay where they are under a hand until somebody asks, and a lost connection is told', async ({ browser }) => {
  const net = await network();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: net.origin });
  const page = await context.newPage();
  watch(page);
  await page.goto('/');
  await signInHere(page, 'triage.swindon');
  const rows = page.locator('main tbody tr');
  const references = async () => (await rows.allInnerTexts()).map((row) => /R-\w{7}/.exec(row)?.[0]);
  await page.getByLabel('Order').selectOption('newest');
  const newest = await ask<{ referrals: { nodes: Array<{ reference: string }> } }>(
    page,
    '{ referrals(filter: { statuses: [SUBMITTED, INFO_REQUESTED] }, orderBy: NEWEST, first: 25) { nodes { reference } } }',
  );
  const before = newest.referrals.nodes.map((referral) => referral.reference);
  expect(before.length).toBeGreaterThan(2);
  await expect.poll(references).toEqual(before);
  await rows.nth(2).hover();
  const { page: school, close } = await windowOf(browser, 'school.one');
  const sent = [await refer(school, newName()), await refer(school, newName())];
  const news = page.locator('.app-live');
  await expect(news).toContainText('2 referrals have changed');
  expect(await references()).toEqual(before);

  await net.off();
  await expect(page.getByText('Connection lost.')).toBeVisible({ timeout: 30_000 });
  await net.on();
  await expect(page.getByText('Connection lost.')).toHaveCount(0, { timeout: 45_000 });
  await news.getByRole('button', { name: 'Show', exact: true }).click();
  for (const reference of sent) await expect(rows.filter({ hasText: reference })).toBeVisible();
  await close();
  await context.close();
  await net.close();
});

/** A caseworker who is writing about a case, and whose sign-in ends without a word from this window. */
async function endedWhileTyping(browser: Browser, words: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, close } = await windowOf(browser, 'caseworker.swindon');
  await withoutPoll(page);
  await page.reload();
  await page.locator('main a[href^="/cases/"]').first().click();
  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('Note', { exact: true }).fill(words);
  const other = await page.context().newPage();
  await other.goto('/');
  await expect(other.getByRole('button', { name: 'Sign out' })).toBeVisible();
  // The page asks nothing by itself, and no answer to a draft that it saves tells it: only the end of its socket can.
  const answered = await unanswered(page);
  await other.evaluate(() => fetch('/sign-out', { method: 'POST' }));
  await expect(page.getByText('You were signed out')).toBeVisible({ timeout: 30_000 });
  expect(await page.content()).not.toContain(words);
  answered();
  return { page, close };
}

test('a page whose socket is closed blanks at once and gives back what was typed', async ({ browser }) => {
  const { page, close } = await endedWhileTyping(browser, 'Seen at the youth club, calm.');
  await signInHere(page, 'caseworker.swindon');
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('Seen at the youth club, calm.');
  await close();
});

test('what was typed on a page whose socket was closed is not for somebody else', async ({ browser }) => {
  const { page, close } = await endedWhileTyping(browser, 'Seen at the library, calm.');
  await signInHere(page, 'manager.swindon');
  await expect(page.getByRole('heading', { name: 'Team', level: 1 })).toBeVisible();
  expect(await page.content()).not.toContain('Seen at the library');
  await close();
});
