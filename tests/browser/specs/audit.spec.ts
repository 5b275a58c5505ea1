/** Who looked at a child, as those who answer for it see it: and no name or typed text in a URL. */
import { expect, test } from '@playwright/test';
import { windowOf } from './actors';

test('a manager sees who opened a case, and the officer finds the same by its reference', async ({ browser }) => {
  const worker = await windowOf(browser, 'caseworker.swindon');
  await expect(worker.page.getByRole('row').nth(1)).toBeVisible();
  const link = worker.page.locator('main a[href^="/cases/"]').first();
  const reference = ((await link.getAttribute('href')) ?? '').split('/').pop() ?? '';
  expect(reference).toMatch(/^C-/);
  await link.click();
  await expect(worker.page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await expect(worker.page.getByRole('link', { name: 'Who has looked at this record' })).toHaveCount(0);
  await worker.close();

  const unknown = await browser.newPage();
  await unknown.goto('/');
  await unknown.getByLabel('Email address').fill('finance@ridgeway.example');
  await unknown.getByLabel('Password', { exact: true }).fill('not this one');
  await unknown.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(unknown.locator('.govuk-error-summary')).toBeFocused();
  await unknown.close();

  const manager = await windowOf(browser, 'manager.swindon');
  await manager.page.goto(`/cases/${reference}`);
  await manager.page.getByRole('link', { name: 'Who has looked at this record' }).click();
  await expect(manager.page).toHaveURL(new RegExp(`/audit\\?.*reference=${reference}`));
  const opened = manager.page.getByRole('row', { name: /Caseworker, .*Opened a case/ }).first();
  await expect(opened).toContainText('Their own case');
  await expect(opened).toContainText(reference);
  await manager.close();

  const dpo = await windowOf(browser, 'dpo');
  const { page } = dpo;
  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();
  await page.getByText('Choose what to see').click();
  await page.getByLabel('Reference').fill('Ardel');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('link', { name: /A reference is Y-, C- or R-/ })).toBeVisible();
  expect(page.url()).not.toContain('Ardel');
  await page.getByLabel('Reference').fill(reference.toLowerCase().replace('-', ' '));
  await page.getByLabel('What was done').selectOption('Opened');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`reference=${reference}`));
  const seen = page.getByRole('row', { name: /Caseworker, .*Opened a case/ }).first();
  await expect(seen).toContainText(reference);
  await expect(seen).toContainText('Their own case');
  await expect(page.getByText('Only:')).toContainText(`${reference}, opened`);
  await page.goto('/audit?reference=Ardel&person=Ardel&what=Ardel');
  await expect(page.getByText('Only:')).toHaveCount(0);
  // Whose account it was, beside who did it and why.
  await page.goto('/audit?what=signins');
  const failed = page.getByRole('row', { name: /Somebody.*Sign-in failed/ }).filter({ hasText: 'Colette Varnham-Dew' });
  await expect(failed.first()).toContainText('Signing in');
  await dpo.close();

  const admin = await windowOf(browser, 'admin');
  await admin.page.getByRole('link', { name: 'Audit', exact: true }).click();
  await expect(admin.page.getByRole('row', { name: /Signed in/ }).first()).toBeVisible();
  await expect(admin.page.getByRole('row', { name: /Opened/ })).toHaveCount(0);
  await admin.close();
});
