/** Programmes: a school asks what could take a child now; a caseworker gives a child a place, and the child's answer. */
import { expect, type Page, test } from '@playwright/test';
import { windowOf } from './actors';

test('a school finds what could take a child, narrows it, and learns no number', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  await page.getByRole('link', { name: 'Programmes' }).click();
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
  await expect(found).toBeVisible();
  expect(Number.parseInt(await found.innerText(), 10)).toBeLessThanOrEqual(all);

  await page.getByLabel('Age of the child').fill('200');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter an age from 8 to 25');
  await close();
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
    await page.getByRole('button', { name: 'Place the child', exact: true }).click();
    const said = page.getByText(/A place is held\.|There is a problem/).first();
    await expect(said).toBeVisible();
    if ((await said.innerText()).startsWith('A place is held')) break;
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
