/** Every page at two widths: no rule that a machine can check is broken, and nothing scrolls sideways. */
import { expect, type Page, test } from '@playwright/test';
import { newName, refer, watch, windowOf } from './actors';
import { accessible as check } from './accessible';

/** The first link to such a page on the page that is open. */
async function firstTo(page: Page, start: string): Promise<string | null> {
  const link = page.locator(`main a[href^="${start}"]`).first();
  if ((await link.count()) === 0) return null;
  return link.getAttribute('href');
}

for (const width of [1280, 390]) {
  test.describe(`at ${width} px`, () => {
    test('signed out', async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const page = await context.newPage();
      watch(page);
      for (const path of ['/', '/find', '/cookies', '/accessibility', '/privacy', '/nowhere']) {
        await page.goto(path);
        await check(page, path);
      }
      await context.close();
    });

    test('a school', async ({ browser }) => {
      const { page, close } = await windowOf(browser, 'school.one', width);
      await check(page, 'sent referrals');
      await page.goto('/programmes?age=14');
      await check(page, 'programmes');
      await page.goto((await firstTo(page, '/programmes/')) ?? '/nowhere');
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
      const { page, close } = await windowOf(browser, 'school.one', width);
      await page.goto('/referrals/new');
      await page.getByRole('button', { name: 'Continue' }).click();
      await check(page, 'danger with its error');
      await page.getByLabel('Yes', { exact: true }).check();
      await page.getByLabel('I have called').check();
      await check(page, 'danger');
      await page.getByLabel('No', { exact: true }).check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await check(page, 'child with its errors');
      for (const step of ['what', 'family', 'check', 'more']) {
        await page.evaluate((to) => history.pushState({}, '', `/referrals/new?step=${to}`), step);
        await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
        await expect(page).toHaveURL(new RegExp(`step=${step}`));
        await check(page, step);
      }
      await close();
    });

    test('triage', async ({ browser }) => {
      const { page, close } = await windowOf(browser, 'triage.swindon', width);
      await check(page, 'queue');
      await page.goto('/?view=decided');
      await check(page, 'decided');
      await page.goto('/');
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      const referral = await firstTo(page, '/referrals/R-');
      if (!referral) throw new Error('the queue is empty');
      await page.goto(referral);
      await check(page, 'referral');
      for (const act of ['decide', 'pass', 'message', 'concern']) {
        await page.goto(`${referral}?act=${act}`);
        await check(page, act);
      }
      for (const path of ['/tasks', '/concerns']) {
        await page.goto(path);
        await check(page, path);
      }
      await close();
    });

    test('a manager', async ({ browser }) => {
      const { page, close } = await windowOf(browser, 'manager.swindon', width);
      for (const view of ['unallocated', 'all', 'unseen', 'countersign']) {
        await page.goto(`/?view=${view}`);
        await check(page, view);
      }
      await page.goto('/?view=all');
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      const one = await firstTo(page, '/cases/');
      if (!one) throw new Error('the team has no case');
      await page.goto(`${one}?act=allocate`);
      await check(page, 'allocate');
      await page.goto('/tasks?view=team');
      await check(page, 'tasks of the team');
      await close();
    });

    test('a caseworker', async ({ browser }) => {
      const { page, close } = await windowOf(browser, 'caseworker.swindon', width);
      await check(page, 'my work');
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      const one = await firstTo(page, '/cases/');
      if (!one) throw new Error('the caseworker has no case');
      await page.goto(one);
      await check(page, 'case');
      for (const act of ['note', 'task', 'consent', 'concern']) {
        await page.goto(`${one}?act=${act}`);
        await check(page, act);
      }
      await page.goto(one);
      await check(page, 'case again');
      const child = await firstTo(page, '/children/');
      if (!child) throw new Error('the case has no link to the record');
      await page.goto(child);
      await check(page, 'record');
      for (const act of ['change', 'contact', 'relation']) {
        await page.goto(`${child}?act=${act}`);
        await check(page, act);
      }
      await close();
    });

    for (const who of ['manager.swindon', 'dpo', 'admin']) {
      test(`the audit of ${who}`, async ({ browser }) => {
        const { page, close } = await windowOf(browser, who, width);
        await page.goto('/audit');
        await expect(page.getByRole('row').nth(1)).toBeVisible();
        await check(page, 'audit');
        await page.getByText('Choose what to see').click();
        await check(page, 'its filter');
        await page.goto('/audit?reference=Y-0000000&what=opened&from=2026-11-01');
        await check(page, 'nothing found');
        await close();
      });
    }

    for (const who of ['analyst', 'dpo', 'police', 'two.roles']) {
      test(`the start page of ${who}`, async ({ browser }) => {
        const context = await browser.newContext({ viewport: { width, height: 900 } });
        await context.close();
        const { page, close } = await windowOf(browser, who, width);
        await check(page, who);
        await close();
      });
    }
  });
}
