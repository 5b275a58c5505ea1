/** Signing in, choosing a role, and the end of a sign-in. */
import { expect, test } from '@playwright/test';
import { chooseRole, newName, signInHere, watch, windowOf } from './actors';
import { unanswered, withoutPoll } from './network';

test('a wrong password is told, and what was typed is kept', async ({ page }) => {
  watch(page);
  await page.goto('/');
  await page.getByLabel('Email address').fill('school.one@ridgeway.example');
  await page.getByLabel('Password', { exact: true }).fill('not this one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await expect(page.getByLabel('Email address')).toHaveValue('school.one@ridgeway.example');
});

test('the page sends the role that it shows', async ({ page }) => {
  watch(page);
  await page.goto('/');
  await signInHere(page, 'two.roles');
  await expect(page.getByRole('heading', { name: 'Choose your role' })).toBeVisible();
  const sent: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) sent.push(request.headers()['ridgeway-membership']);
  });
  await page.getByLabel(/^Caseworker/).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
  await expect(page.locator('.app-who')).toContainText('Caseworker');
  const first = sent[0];
  expect(first).toBeTruthy();
  expect(sent.every((one) => one === first)).toBe(true);

  sent.length = 0;
  await page.getByRole('button', { name: 'Change role' }).click();
  await page.getByLabel(/^Referrer/).check();
  sent.length = 0;
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Referrals you sent' })).toBeVisible();
  await expect(page.locator('.app-who')).toContainText('Referrer');
  expect(sent[0]).toBeTruthy();
  expect(sent[0]).not.toBe(first);
});

test('each tab keeps its own role through a reload, until the person signs out', async ({ browser }) => {
  const context = await browser.newContext();
  const [first, second] = [await context.newPage(), await context.newPage()];
  const sent: (string | undefined)[] = [];
  for (const page of [first, second]) watch(page);
  await first.goto('/');
  await signInHere(first, 'two.roles');
  await chooseRole(first, 'Caseworker');
  await second.goto('/');
  await chooseRole(second, 'Referrer');

  first.on('request', (request) => {
    if (request.url().endsWith('/graphql')) sent.push(request.headers()['ridgeway-membership']);
  });
  await first.reload();
  await expect(first.getByRole('heading', { name: 'My work' })).toBeVisible();
  await expect(first.locator('.app-who')).toContainText('Caseworker');
  expect(new Set(sent).size, 'one membership, from the first request on').toBe(1);
  expect(sent[0]).toBeTruthy();
  await second.reload();
  await expect(second.locator('.app-who')).toContainText('Referrer');

  await first.getByRole('button', { name: 'Sign out' }).click();
  await expect(first.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await first.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  await signInHere(first, 'two.roles');
  await expect(first.getByRole('heading', { name: 'Choose your role' })).toBeVisible();
  await context.close();
});

test('the role that one person chose in a tab is not the next person’s', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  watch(page);
  await page.goto('/');
  await signInHere(page, 'two.roles');
  await chooseRole(page, 'Caseworker');
  await context.clearCookies();
  await page.reload();
  await signInHere(page, 'school.one');
  await expect(page.getByRole('heading', { name: 'Referrals you sent' })).toBeVisible();
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  await context.close();
});

test('signing out in one window blanks the others at once', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  const child = newName();
  await withoutPoll(page);
  await page.goto('/referrals/new');
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('First name').fill(child.full);
  // The page asks nothing by itself, has no socket, and no answer to a draft that it saves tells it: only the other window can.
  await unanswered(page);
  const other = await page.context().newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You were signed out')).toBeVisible();
  expect(await page.content()).not.toContain(child.family);
  await close();
});

test('the end of a sign-in blanks the page and gives back what was typed, to the same person', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  const child = newName();
  await page.goto('/referrals/new');
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('First name').fill(child.full);
  await page.context().clearCookies();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('You were signed out')).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain(child.family);
  expect(await page.content()).not.toContain(child.family);
  await signInHere(page, 'school.one');
  await expect(page.getByLabel('First name')).toHaveValue(child.full);
  await close();
});

test('somebody else gets nothing of what was typed', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  const child = newName();
  await page.goto('/referrals/new');
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('First name').fill(child.full);
  await page.context().clearCookies();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('You were signed out')).toBeVisible();
  await signInHere(page, 'school.two');
  await expect(page.getByRole('heading', { name: 'Referrals you sent' })).toBeVisible();
  await page.getByRole('link', { name: 'Refer a child' }).first().click();
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('First name')).toHaveValue('');
  await close();
});

test('signing out ends it', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'caseworker.swindon');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goBack().catch(() => undefined);
  await page.goto('/tasks');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await close();
});
