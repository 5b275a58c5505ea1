/** Programmes: a school asks what could take a child now; a caseworker gives a child a place, and the child's answer. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { hears, newName, referHere, windowOf } from './actors';
import { ask } from './network';
import { fullProgramme } from './partnership';

test('a school finds what could take a child, narrows it, and learns no number', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  await page.getByRole('link', { name: 'Programmes', exact: true }).click();
  await page.getByLabel('Age of the child').fill('14');
  await page.getByLabel('Where the child lives').selectOption('Penhill and Pinehurst');
  await page.getByRole('button', { name: 'Find' }).click();
  const found = page.getByText(/^\d+ found that take children like this\.$/);
  await expect(found).toBeVisible();
  const all = Number.parseInt(await found.innerText(), 10);
  await expect(page.getByRole('article').first()).toContainText('Evidence');
  await expect(page.getByRole('main')).not.toContainText(/\d+ left/);
  await expect(page.getByRole('main')).not.toContainText('Family time');

  await page.getByLabel('Only with a free place').check();
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page).toHaveURL(/free=yes/);
  await expect(page.getByRole('article').filter({ hasNotText: 'Yes, there is a place' })).toHaveCount(0);
  expect(Number.parseInt(await found.innerText(), 10)).toBeLessThanOrEqual(all);

  // By school year, worry and postcode, which is in no address.
  await page.getByLabel('Only with a free place').uncheck();
  await page.getByLabel('Age of the child').fill('');
  await page.getByLabel('Or the school year').fill('9');
  await page.getByLabel('What worries you most?').selectOption('SUSPENSIONS');
  await page.getByLabel('Kind of programme').selectOption('EARLY_INTERVENTION');
  await page.getByLabel("Or the child's postcode").fill('SN99 9ZZ');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page).toHaveURL(/year=%229%22/);
  await expect(page.getByRole('main')).toContainText('We do not know this postcode');
  expect(page.url()).not.toContain('SN99');
  await page.getByLabel("Or the child's postcode").fill('');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(found).toBeVisible();

  await page.getByLabel('Age of the child').fill('200');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter an age from 8 to 25');
  await close();
});

/** A programme for which a child waits; its title. */
async function awaited(browser: Browser): Promise<string> {
  const { page, close } = await windowOf(browser, 'manager.swindon');
  const title = `Bicycle workshop of ${newName().family}`;
  const now: string = await page.evaluate(async () => (await (await fetch('/session')).json()).now);
  await fullProgramme(title, now.slice(0, 10), (document, input) => ask(page, document, { input }));
  await close();
  return title;
}

test('a school finds, sees that there is a wait, refers from the result, and hears', async ({ browser }) => {
  const title = await awaited(browser);
  const school = await windowOf(browser, 'school.one');
  const { page } = school;
  await page.goto('/programmes?age=14');
  const waits = page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(waits).toContainText('There is a waiting list');
  // Too few have waited for it to tell.
  await expect(waits).toContainText('We cannot say yet how long children wait.');

  // Taken away and asked for again, by the programme's own page.
  await waits.getByRole('link', { name: `Refer a child to ${title}` }).click();
  await expect(page.getByText(`You ask for ${title}.`)).toBeVisible();
  await page.getByRole('button', { name: `Refer without ${title}` }).click();
  await expect(page.getByText(`You ask for ${title}.`)).toHaveCount(0);
  await expect(page).not.toHaveURL(/programme=/);
  await page.goto('/programmes?age=14');
  await page.getByRole('article').getByRole('link', { name: title, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('There is a waiting list').first()).toBeVisible();
  await page.getByRole('link', { name: `Refer a child to ${title}` }).click();
  await expect(page.getByText(`You ask for ${title}.`)).toBeVisible();

  const reference = await referHere(page, newName());
  await page.goto(`/referrals/${reference}`);
  await expect(page.getByRole('definition').filter({ hasText: title })).toBeVisible();
  await expect(page.getByText('Received').first()).toBeVisible();

  const triage = await windowOf(browser, 'triage.swindon');
  await triage.page.goto(`/referrals/${reference}`);
  await expect(triage.page.getByRole('link', { name: title })).toBeVisible();
  await triage.page.getByRole('button', { name: /^Take/ }).click();
  await triage.page.getByRole('button', { name: 'Decide' }).click();
  await triage.page.getByLabel('Accept and open a case').check();
  await triage.page.getByLabel('Pathway').selectOption('EARLY_PREVENTION');
  await triage.page.getByLabel('Words for those who referred').fill('Thank you. The list is short.');
  await triage.page.getByLabel('Why, for the record').fill('Fits.');
  await triage.page.getByRole('button', { name: 'Record the decision' }).click();
  await expect(triage.page.getByText('The decision is recorded.')).toBeVisible();

  // The school's page hears of it without a reload.
  await hears(page, page.getByText('Someone is working on it').first());
  await expect(page.getByText('The list is short.').first()).toBeVisible();
  await triage.close();
  await school.close();
});

/** Opens the first case of the list on which a child can be placed. */
async function placeable(page: Page): Promise<void> {
  await expect(page.getByRole('table')).toBeVisible();
  const links = await page.locator('main tbody a[href^="/cases/"]').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const path of paths) {
    await page.goto(path ?? '/');
    await expect(page.getByRole('heading', { name: 'Tasks' })).toBeVisible();
    if ((await page.getByRole('button', { name: 'Place the child in a programme' }).count()) > 0) return;
  }
  throw new Error('no case of this list places a child');
}

test('a caseworker places a child, and the answer is on the case', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'caseworker.wiltshire');
  await placeable(page);
  await page.getByRole('button', { name: 'Place the child in a programme' }).click();
  const programmes = page.getByRole('group', { name: 'Programme' });
  const free = programmes.getByText(/Yes, there is a place · \d+ left/);
  await expect(free.first()).toBeVisible();
  // Where the child has a place already, the page says so and the next one is tried.
  const choices = await programmes.getByRole('radio').all();
  for (const choice of choices) {
    await choice.check();
    const answered = page.waitForResponse((response) => Boolean(response.request().postData()?.includes('"Enrol"')));
    await page.getByRole('button', { name: 'Place the child', exact: true }).click();
    const { data } = await (await answered).json();
    if (data.enrol.enrolment) break;
  }
  await expect(page.getByText('A place is held. Ask the child and save the answer.')).toBeVisible();
  const place = page.getByRole('listitem').filter({ hasText: 'The place is held until' }).first();
  await place.getByRole('button', { name: 'The child says yes' }).click();
  await page.getByLabel('What did the child say?').fill('I will try.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The place is taken. The provider sees it now.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Place accepted' }).first()).toBeVisible();
  await close();
});

test('two roles compare what they see of one programme: a school an answer, a manager the numbers', async ({ browser }) => {
  const manager = await windowOf(browser, 'manager.swindon');
  await manager.page.goto('/places');
  const rows = manager.page.getByRole('row');
  await expect(rows.nth(1)).toBeVisible();
  const school = await windowOf(browser, 'school.one');
  await school.page.goto('/programmes?age=14');
  const found = school.page.getByRole('article');
  await expect(found.first()).toBeVisible();
  const titles = await found.getByRole('heading').allInnerTexts();
  let title = '';
  for (const one of titles) {
    if ((await rows.filter({ hasText: one }).count()) > 0) title = one;
  }
  expect(title).not.toBe('');
  const numbers = (text: string) => text.match(/\b\d+\b/g) ?? [];
  expect(numbers(await rows.filter({ hasText: title }).first().innerText()).length).toBeGreaterThanOrEqual(3);
  const seen = await found.filter({ hasText: title }).first().innerText();
  expect(seen).toMatch(/Yes, there is a place|There is a waiting list|No/);
  expect(seen).not.toMatch(/\d+ (left|places|waiting|taken)/);
  await manager.close();
  await school.close();
});
