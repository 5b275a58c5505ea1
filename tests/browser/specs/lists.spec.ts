/** What lists tell besides their rows. */
import { expect, type Page, test } from '@playwright/test';
import { windowOf } from './actors';
import { ask, hold } from './network';

/** Since when the list of somebody's work tells what changed, after the page has told the server that they look. */
async function changedSince(page: Page): Promise<string> {
  const hint = page.getByText(/^Changed since/);
  await page.getByRole('link', { name: /^Changed \(/ }).click();
  return hint.innerText();
}

const marked = (page: Page) =>
  page.waitForResponse((response) => Boolean(response.request().postData()?.includes('MarkWorkLooked')));

test('a list tells what changed since the last visit, also on another machine', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'caseworker2.wiltshire');
  const first = await changedSince(page);
  // Who comes back before the page has told the server sees the same once more.
  let second = first;
  await expect(async () => {
    const again = marked(page);
    await page.reload();
    await again;
    second = await changedSince(page);
    expect(second).not.toBe(first);
  }).toPass();
  await close();

  const elsewhere = await windowOf(browser, 'caseworker2.wiltshire');
  const third = await changedSince(elsewhere.page);
  const day = (text: string) => /\d+ \w+ \d{4}/.exec(text)?.[0];
  expect(day(first), 'the first time: a day ago').not.toBe(day(third));
  expect(day(third)).toBe(day(second));
  await elsewhere.close();
});

test('a manager finds the decisions to countersign, as many as the page says', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'manager.swindon');
  const link = page.getByRole('link', { name: /^To countersign \(\d+\)/ });
  const count = Number(/\d+/.exec(await link.innerText())?.[0]);
  expect(count).toBeGreaterThan(0);
  await link.click();
  await expect(page.getByRole('table')).toContainText(`${count} decision`);
  await expect(page.locator('main tbody tr')).toHaveCount(Math.min(count, 25));
  await close();
});

test('rows that answer what was asked before say so, until the answer comes', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'triage.swindon');
  const rows = page.locator('main tbody tr');
  await expect(rows.first()).toBeVisible();
  const content = page.locator('.app-content');
  await expect(content).toHaveAttribute('aria-busy', 'false');
  const go = await hold(page);
  await page.getByRole('link', { name: /^Decided/ }).click();
  await expect(page.getByText('Loading', { exact: true })).toBeVisible();
  await expect(content).toHaveAttribute('aria-busy', 'true');
  await expect(content).toHaveCSS('opacity', '0.5');
  await expect(rows.first()).toContainText(/Take it|Give it back|has it/);
  go();
  await expect(content).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0);
  await expect(rows.first()).toContainText(/Accepted|Declined|Redirected|Duplicate|Added|Withdrawn/);
  await close();
});

test('a search for a record says nothing of what another one found', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'triage.swindon');
  const [known] = (
    await ask<{ youngPeople: { nodes: Array<{ displayName: string }> } }>(page, '{ youngPeople(first: 1) { nodes { displayName } } }')
  ).youngPeople.nodes;
  const path = await page.locator('main tbody a[href^="/referrals/"]').first().getAttribute('href');
  await page.goto(`${path}?act=decide`);
  await page.getByLabel('Close as a duplicate').check();
  const search = page.getByLabel('Find the record that this child already has');
  const find = page.getByRole('button', { name: 'Find', exact: true });
  await search.fill('Zzyzzyx');
  await find.click();
  const none = page.getByText('No record found that you may open.');
  await expect(none).toBeVisible();
  const go = await hold(page);
  await search.fill(known?.displayName ?? '');
  await find.click();
  await expect(find).toHaveAttribute('aria-disabled', 'true');
  await expect(none).toHaveCount(0);
  go();
  await expect(page.getByRole('group', { name: 'Which record?' })).toBeVisible();
  await close();
});
