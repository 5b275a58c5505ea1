/** Pages of a service at two widths: no rule that a machine can check is broken, and nothing scrolls sideways. They are used
 * at the width of a telephone. */
import { expect, test } from '@playwright/test';
import { accessibleAtBothWidths as check, firstTo } from './accessible';
import { windowOf } from './actors';
import { ask } from './network';

// Many pages, each looked at twice.
test.describe.configure({ timeout: 360_000 });

test('triage', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'triage.swindon', 390);
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
  // Two concerns of one kind: what tells each from the other is read too.
  const id = 'query($reference: String!) { referral(reference: $reference) { id } }';
  const reference = referral.split('/').pop();
  const { referral: raisedOn } = await ask<{ referral: { id: string } }>(page, id, { reference });
  const raise = 'mutation($input: RaiseSafeguardingConcernInput!) { raiseSafeguardingConcern(input: $input) { problems { code } } }';
  for (const text of ['He says that he is afraid to go home.', 'A bruise on his arm.']) {
    const input = { referralId: raisedOn.id, text, immediateDanger: false, parentTold: false, childTold: true };
    expect(await ask(page, raise, { input })).toEqual({ raiseSafeguardingConcern: { problems: [] } });
  }
  for (const path of ['/tasks', '/concerns']) {
    await page.goto(path);
    await check(page, path);
  }
  await close();
});

test('a manager', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'manager.swindon', 390);
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
  const { page, close } = await windowOf(browser, 'caseworker.swindon', 390);
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
    const { page, close } = await windowOf(browser, who, 390);
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
