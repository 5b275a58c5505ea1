/** The main job, end to end, in the windows of those who do it. Runs first: others look at the case that it leaves. */
import { expect, type Page, test } from '@playwright/test';
import { hears, newName, origins, refer, windowOf } from './actors';
import { onPaper } from './accessible';

test('a school refers, triage accepts, a manager allocates, a caseworker works, the school hears @story', async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const child = newName();
  const triage = await windowOf(browser, 'triage.swindon');
  await expect(triage.page.getByRole('heading', { name: 'Triage' })).toBeVisible();
  await expect(triage.page.getByRole('link', { name: child.full })).toHaveCount(0);
  const school = await windowOf(browser, 'school.one');
  const addresses: string[] = [];
  const asWell = (page: Page) => page.on('request', (request) => addresses.push(request.url()));
  for (const window of [triage, school]) asWell(window.page);
  // Where there are two nodes, what the one writes is followed on the other.
  const at = [triage, school].map((window) => new URL(window.page.url()).origin);
  expect(at).toEqual(origins.length > 1 ? origins : [origins[0], origins[0]]);
  const reference = await refer(school.page, child);
  await expect(school.page.getByText('It will be read and decided by')).toBeVisible();

  // The queue hears of it without a reload: by itself where nobody touches the list, else when somebody asks.
  const queue = triage.page;
  await expect(queue.locator('.app-live')).toContainText(/changed/);
  await queue.getByLabel('Order').selectOption('newest');
  const row = queue.getByRole('row').filter({ hasText: reference });
  await hears(queue, row);
  // The list may bring itself up to date under the pointer; who meant to take it then clicks again.
  await expect(async () => {
    const take = row.getByRole('button', { name: /^Take it/ });
    if (await take.isVisible()) await take.click({ timeout: 2_000 });
    await expect(row.getByRole('button', { name: /^Give it back/ })).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await row.getByRole('link', { name: child.full }).click();
  await expect(queue.getByRole('heading', { name: child.full })).toBeVisible();
  await expect(queue).toHaveTitle(`Referral ${reference} - Ridgeway`);

  const manager = await windowOf(browser, 'manager.swindon');
  const worker = await windowOf(browser, 'caseworker.swindon');
  for (const window of [manager, worker]) asWell(window.page);
  await expect(worker.page.getByRole('heading', { name: 'My work' })).toBeVisible();

  await queue.getByRole('button', { name: 'Decide' }).click();
  await queue.getByLabel('Accept and open a case').check();
  await queue.getByLabel('Pathway').selectOption('EARLY_PREVENTION');
  await queue.getByLabel('Words for those who referred').fill('Thank you. Somebody will meet the family this week.');
  await queue.getByLabel('Why, for the record').fill('Fits early prevention.');
  await queue.getByRole('button', { name: 'Record the decision' }).click();
  await expect(queue.getByText('The decision is recorded.')).toBeVisible();
  const caseReference = await queue.locator('a[href^="/cases/"]').first().innerText();

  // The manager's list of cases without a worker.
  await manager.page.goto(`/cases/${caseReference}`);
  await manager.page.getByRole('button', { name: 'Allocate the case' }).click();
  const name = await worker.page.locator('.app-who strong').innerText();
  const options = manager.page.getByLabel('Caseworker', { exact: true }).locator('option');
  await expect(options.filter({ hasText: name })).toHaveCount(1);
  await manager.page.getByLabel('Caseworker', { exact: true }).selectOption({ label: name });
  await manager.page.getByRole('group', { name: /conflict of interest/ }).getByLabel('No').check();
  await manager.page.getByRole('button', { name: 'Allocate', exact: true }).click();
  await expect(manager.page.getByText(`${name} has the case now`)).toBeVisible();

  // The caseworker's list shows it at once.
  const list = worker.page;
  await expect(list.locator('.app-live')).toContainText(/changed/);
  const link = list.getByRole('link', { name: child.full });
  await hears(list, link);
  await link.click();
  await expect(list.getByRole('heading', { name: child.full })).toBeVisible();
  await expect(list.getByText('A fight after school').or(list.getByText('Friends involved in violence'))).toBeVisible();

  await expect(list).toHaveTitle(`Case ${caseReference} - Ridgeway`);
  await list.getByRole('button', { name: 'Add a note' }).click();
  await list.getByLabel('Kind of note').selectOption('PHONE_CALL');
  await list.getByLabel('How did it go?').selectOption('SPOKE');
  await list.getByLabel('Note', { exact: true }).fill('Rang the mother. She is glad that somebody helps.');
  await expect(list.getByText(`This can be read by: ${name}`).first()).toBeVisible();
  await list.getByRole('button', { name: 'Add the note' }).click();
  await expect(list.getByText('The note was added.')).toBeVisible();
  await expect(list.getByText('Rang the mother. She is glad that somebody helps.')).toBeVisible();

  await list.getByRole('button', { name: 'Amend' }).first().click();
  await list.getByLabel('The note').fill('Rang the mother. She is glad that somebody helps her son.');
  await list.getByLabel('Why do you amend it?').fill('Left out a word.');
  await list.getByRole('button', { name: 'Save the amended note' }).click();
  await expect(list.getByText('Amended, 1 earlier')).toBeVisible();

  await list.getByRole('button', { name: 'Add a task' }).click();
  await list.getByLabel('What is to be done?').fill('Visit at home');
  await list.getByRole('button', { name: 'Add the task' }).click();
  await expect(list.getByText('The task was added.')).toBeVisible();
  const task = list.getByRole('row').filter({ hasText: 'Visit at home' });
  await task.getByRole('button', { name: /Mark as done/ }).click();
  await expect(task).toHaveCount(0);

  // The school sees the stage, the words meant for it and whom to ring, and nothing else.
  await school.page.goto(`/referrals/${reference}`);
  await expect(school.page.getByText('Someone is working on it').first()).toBeVisible();
  await expect(school.page.getByText('Somebody will meet the family this week').first()).toBeVisible();
  await expect(school.page.locator('a[href^="tel:"]').first()).toBeVisible();
  const seen = await school.page.locator('body').innerText();
  for (const hidden of [name, caseReference, 'Rang the mother', 'Fits early prevention', 'Visit at home']) {
    expect(seen).not.toContain(hidden);
  }
  expect(await school.page.evaluate(() => localStorage.length)).toBe(0);

  // On paper: what was sent, and of the case what the page shows; marked and dated, and nothing to press.
  await onPaper(school.page, async () => {
    await expect(school.page.getByText('A fight after school').first()).toBeVisible();
    await expect(school.page.getByText('Somebody will meet the family this week').first()).toBeVisible();
  });
  await onPaper(list, async () => {
    await expect(list.getByText('She is glad that somebody helps her son.').first()).toBeVisible();
  });
  const words = new RegExp(`${child.given}|${child.family}|fight|mother`, 'i');
  expect(addresses.filter((address) => words.test(decodeURIComponent(address)))).toEqual([]);
  expect(addresses.length).toBeGreaterThan(20);
  for (const window of [triage, school, manager, worker]) await window.close();
});
