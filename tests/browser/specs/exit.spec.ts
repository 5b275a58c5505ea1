/** "Exit this page": at once, elsewhere, and nothing behind it. */
import { expect, type Page, test } from '@playwright/test';
import { chooseRole, signInHere, watch, windowOf } from './actors';

async function standIn(page: Page): Promise<void> {
  await page.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
  );
}

async function left(page: Page): Promise<void> {
  await expect(page).toHaveURL('https://www.bbc.co.uk/weather');
  // The answer to the sign-out has come as well: it took the cookie away.
  await expect.poll(async () => (await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('ridgeway');
}

async function nothingBehind(page: Page): Promise<void> {
  await left(page);
  await page.goBack().catch(() => undefined);
  // Where that page was the only one, there is none before it.
  await expect(page).toHaveURL(/^(https:\/\/www\.bbc\.co\.uk\/weather|about:blank)$/);
}

test('by its button, from a page of a referral', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  await standIn(page);
  await page.getByRole('link', { name: 'Refer a child' }).first().click();
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Exit this page' }).click();
  await nothingBehind(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await close();
});

test('forgets the role that was chosen in the tab', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  watch(page);
  await standIn(page);
  await page.goto('/');
  await signInHere(page, 'two.roles');
  await chooseRole(page, 'Referrer');
  await page.getByRole('button', { name: 'Exit this page' }).click();
  await left(page);
  await page.goto('/');
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  await signInHere(page, 'two.roles');
  await expect(page.getByRole('heading', { name: 'Choose your role' })).toBeVisible();
  await context.close();
});

test('by Shift three times', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  await standIn(page);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await nothingBehind(page);
  await close();
});

test('by Escape on a page without a form, and not on one with a form', async ({ page }) => {
  watch(page);
  await standIn(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Exit this page' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('link', { name: 'Cookies' }).click();
  await expect(page.getByRole('heading', { name: 'Cookies' })).toBeVisible();
  await page.keyboard.press('Escape');
  await nothingBehind(page);
});

test('is not on the pages of a service', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'caseworker.swindon');
  await expect(page.getByRole('button', { name: 'Exit this page' })).toHaveCount(0);
  await close();
});
