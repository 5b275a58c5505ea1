/** Sending a referral: once, whatever the hand does. */
import { expect, test } from '@playwright/test';
import { fillReferral, newName, windowOf } from './actors';
import { ask } from './network';

test('a double click sends one referral, and no draft of it is left', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  const child = newName();
  const kept = async () => {
    const query = 'query($text: String!) { referrals(filter: { text: $text }) { totalCount } viewer { drafts { id } } }';
    const { referrals, viewer } = await ask<{ referrals: { totalCount: number }; viewer: { drafts: unknown[] } }>(page, query, {
      text: child.family,
    });
    return { referrals: referrals.totalCount, drafts: viewer.drafts.length };
  };
  const before = await kept();
  await page.goto('/referrals/new');
  await fillReferral(page, child);
  await page.getByRole('button', { name: 'Send the referral' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Referral sent' })).toBeVisible();
  expect(await kept()).toEqual({ referrals: 1, drafts: before.drafts });
  await close();
});
