/** People come and go: invited, agreed to, a password chosen, a new link asked for. Nobody else sees a password. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { accessibleAtBothWidths as check } from './accessible';
import { watch, windowOf } from './actors';

const word = () => Math.random().toString(36).slice(2, 8).replace(/\d/g, 'q');
const password = `tundra ${word()} harbour ${word()}`;

async function invite(page: Page, who: { name: string; email: string; role: string; lead?: boolean }): Promise<void> {
  await page.goto('/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Their name').fill(who.name);
  await page.getByLabel('Their email address').fill(who.email);
  const organisation = page.getByLabel('Part of the name (optional)').first();
  if ((await organisation.count()) > 0) {
    await organisation.fill('Swindon Youth');
    await page.getByLabel('Organisation', { exact: true }).first().selectOption({ label: 'Swindon Youth Justice Service' });
  }
  await page.getByLabel('Role', { exact: true }).selectOption({ label: who.role });
  if (who.lead) await page.getByLabel(/They lead the group/).check();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByText(`${who.name} is invited.`)).toBeVisible();
}

async function agree(browser: Browser, name: string): Promise<void> {
  const manager = await windowOf(browser, 'manager.swindon');
  await manager.page.getByRole('link', { name: 'People', exact: true }).click();
  await manager.page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: /^Agree/ }).click();
  await expect(manager.page.getByText('You agreed.')).toBeVisible();
  await manager.close();
}

async function newLink(page: Page, name: string): Promise<string> {
  await page.goto('/people');
  await page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: /^Make a link/ }).click();
  return page.locator('.app-one-time-link').innerText();
}

/** Opens a link in a browser of its own, as the person who got it, and signs in with the password that they choose. */
async function choose(browser: Browser, link: string, email: string, chosen: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  watch(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(link);
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/link$/);
  await page.getByLabel('Password', { exact: true }).fill('passwordpassword');
  await page.getByRole('button', { name: 'Use this password' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await check(page, 'choose a password');
  await page.getByLabel('Password', { exact: true }).fill(chosen);
  await page.getByRole('button', { name: 'Use this password' }).click();
  await expect(page.getByText('Your password is set.')).toBeVisible();
  const token = link.split('#')[1] ?? 'none';
  expect(asked.filter((url) => url.includes(token))).toEqual([]);
  await page.getByRole('link', { name: /Sign in with/ }).click();
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(chosen);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  return page;
}

test('a lead invites, the manager agrees, the person chooses a password and signs in', async ({ browser }) => {
  test.setTimeout(360_000);
  const lead = { name: 'Juniper Stallworth', email: `${word()}@example.org`, role: 'Triage officer', lead: true };
  const admin = await windowOf(browser, 'admin');
  await invite(admin.page, lead);
  await agree(browser, lead.name);
  const page = await choose(browser, await newLink(admin.page, lead.name), lead.email, password);
  await expect(page.getByRole('heading', { name: 'Triage' })).toBeVisible();

  const worker = { name: 'Bryony Castellane', email: `${word()}@example.org`, role: 'Caseworker' };
  await invite(page, worker);
  await check(page, 'a lead who invited');
  await agree(browser, worker.name);
  const link = await newLink(page, worker.name);
  await check(page, 'a link to hand over');
  const works = await choose(browser, link, worker.email, `${password} too`);
  await expect(works.getByRole('heading', { name: 'My work' })).toBeVisible();

  // A link works once, and says no more than that.
  const again = await (await browser.newContext()).newPage();
  await again.goto(link);
  await expect(again.getByText('This link does not work.')).toBeVisible();
  await check(again, 'a link that was used');

  // And they leave.
  await page.goto('/people');
  await page.getByRole('row').filter({ hasText: worker.name }).getByRole('button', { name: /^End/ }).click();
  await check(page, 'asked before an end');
  await page.getByRole('button', { name: 'End this role' }).click();
  await expect(page.getByText(`${worker.name} is no longer Caseworker here.`)).toBeVisible();
  await works.reload();
  await expect(works.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await admin.close();
});

test('somebody who cannot sign in gets a link from their lead', async ({ browser }) => {
  const email = 'caseworker2.swindon@ridgeway.example';
  const page = await (await browser.newContext()).newPage();
  watch(page);
  for (const address of ['nobody@example.org', email]) {
    await page.goto('/');
    await page.getByRole('link', { name: 'I cannot sign in' }).click();
    await check(page, 'I cannot sign in');
    await page.getByLabel('Email address').fill(address);
    await page.getByRole('button', { name: 'Ask for a link' }).click();
    await expect(page.getByText('We have your request.')).toBeVisible();
  }
  await check(page, 'asked for a link');

  const manager = await windowOf(browser, 'manager.swindon');
  const people = manager.page;
  await expect(people.getByRole('link', { name: /Confirm your people by/ })).toBeVisible();
  await check(people, 'a reminder');
  await expect(async () => {
    await people.goto('/people');
    await expect(people.getByRole('button', { name: /^Give a link/ })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await people.getByRole('button', { name: /^Give a link/ }).click();
  await check(people, 'who cannot sign in');
  await people.getByRole('button', { name: /make the link/ }).click();
  const link = await people.locator('.app-one-time-link').innerText();
  await choose(browser, link, email, `${password} three`);

  await people.getByRole('button', { name: 'Confirm your people' }).click();
  await people.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(people.getByText(/at once\. Is that right\?/)).toBeVisible();
  await check(people, 'who stays');
  const boxes = people.getByRole('group', { name: 'Tick everyone who stays' }).getByRole('checkbox');
  for (const box of await boxes.all()) await box.check();
  await people.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(people.getByText('The people are confirmed.')).toBeVisible();
  await manager.close();
});

test('an administrator sees everybody, and what is not confirmed', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'admin');
  await page.goto('/people');
  await expect(page.getByText('Groups whose people are not confirmed')).toBeVisible();
  await check(page, 'an administrator');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await check(page, 'an invitation with its errors');
  await close();
  const school = await windowOf(browser, 'school.one');
  await school.page.goto('/people');
  await expect(school.page.getByRole('row').nth(1)).toBeVisible();
  await check(school.page, 'a school');
  await school.close();
  const deputy = await windowOf(browser, 'caseworker.wiltshire');
  await expect(deputy.page.getByRole('link', { name: 'People' })).toHaveCount(0);
  await deputy.close();
});
