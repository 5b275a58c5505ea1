/** What lists tell besides their rows. */
import { expect, type Page, test } from '@playwright/test';
import { windowOf } from './actors';

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
  const again = marked(page);
  await page.reload();
  await again;
  const second = await changedSince(page);
  expect(second).not.toBe(first);
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
