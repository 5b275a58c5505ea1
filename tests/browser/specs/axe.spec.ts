/** Pages of those who refer, and of nobody, at two widths: no rule that a machine can check is broken, and nothing scrolls
 * sideways. They are used at the width of a telephone. */
import { expect, test } from '@playwright/test';
import { accessibleAtBothWidths as check, firstTo } from './accessible';
import { newName, refer, watch, windowOf } from './actors';

// Many pages, each looked at twice.
test.describe.configure({ timeout: 360_000 });

test('signed out', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
  const page = await context.newPage();
  watch(page);
  for (const path of ['/', '/find', '/cookies', '/accessibility', '/privacy', '/nowhere']) {
    await page.goto(path);
    await check(page, path);
  }
  await context.close();
});

test('a school', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one', 390);
  await check(page, 'sent referrals');
  await page.goto('/programmes?age=14');
  await check(page, 'programmes');
  const programme = await firstTo(page, '/programmes/');
  if (!programme) throw new Error('no programme is found');
  await page.goto(programme);
  await check(page, 'programme');
  const reference = await refer(page, newName());
  await check(page, 'referral sent');
  await page.goto(`/referrals/${reference}`);
  await check(page, 'sent referral');
  for (const act of ['add', 'withdraw']) {
    await page.goto(`/referrals/${reference}?act=${act}`);
    await check(page, act);
  }
  await close();
});

test('the journey of a referral', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one', 390);
  await page.goto('/referrals/new');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeVisible();
  await check(page, 'danger with its error');
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByLabel('I have called').check();
  await check(page, 'danger');
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Who is the child?' })).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeVisible();
  await check(page, 'child with its errors');
  const steps = { what: 'What happened?', family: 'Does the family know?', check: 'Check your answers', more: 'Add what you have' };
  for (const [step, title] of Object.entries(steps)) {
    await page.evaluate((to) => history.pushState({}, '', `/referrals/new?step=${to}`), step);
    await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
    await expect(page).toHaveURL(new RegExp(`step=${step}`));
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await check(page, step);
  }
  await close();
});

for (const who of ['analyst', 'dpo', 'police', 'two.roles']) {
  test(`the start page of ${who}`, async ({ browser }) => {
    const { page, close } = await windowOf(browser, who, 390);
    await check(page, who);
    await close();
  });
}
