/** Goals and measures on a case: baseline and end, and whether the change is reliable; used at phone width, looked at at both. */
import { expect, type Page, test } from '@playwright/test';
import { accessibleAtBothWidths as accessible } from './accessible';
import { windowOf } from './actors';

/** Opens the first case of the list whose child is of an age for the questionnaire and of which nothing is measured. */
async function measurable(page: Page): Promise<void> {
  await expect(page.getByRole('table')).toBeVisible();
  const links = await page.locator('main tbody a[href^="/cases/"]').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const path of paths) {
    await page.goto(path ?? '/');
    await expect(page.getByRole('heading', { name: 'Measures' })).toBeVisible();
    const main = await page.getByRole('main').innerText();
    const age = Number(/20\d\d \((\d+)\)/.exec(main)?.[1]);
    const fresh = main.includes('Nothing is measured yet') && main.includes('No goal is set');
    if (age >= 11 && age <= 17 && fresh && main.includes('Record a measure')) return;
  }
  throw new Error('no case of this list can be measured');
}

async function record(page: Page, stage: string, total: string): Promise<void> {
  await page.getByRole('button', { name: 'Record a measure' }).click();
  await page.getByLabel('What was measured?').selectOption('SDQ');
  await page.getByLabel('Who answered, or where was it looked up?').selectOption('SELF');
  await page.getByLabel('When on the way?').selectOption(stage);
  await page.getByLabel('Totals, already worked out').check();
  await page.getByLabel('Total difficulties, from 0 to 40').fill(total);
  await page.getByRole('button', { name: 'Record it' }).click();
}

test('a caseworker records baseline and end and sees reliable change', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'caseworker.swindon', 390);
  await measurable(page);
  await page.getByRole('button', { name: 'Set a goal' }).click();
  await accessible(page, 'setting a goal');
  await page.getByLabel('The goal, in their words').fill('Sleep through');
  await page.getByLabel("The child's").check();
  await page.getByRole('button', { name: 'Set the goal' }).click();
  await expect(page.getByText('The goal was set.')).toBeVisible();
  await page.getByRole('button', { name: 'Rate Sleep through' }).click();
  await page.getByLabel('How near is it? 0 to 10; 10 is met').fill('11');
  await page.getByRole('button', { name: 'Save the rating' }).click();
  await expect(page.locator('.govuk-error-summary')).toContainText('Enter a number from 0 to 10');
  await page.getByLabel('How near is it? 0 to 10; 10 is met').fill('4');
  await page.getByRole('button', { name: 'Save the rating' }).click();
  await expect(page.getByText('The rating was saved.')).toBeVisible();

  await record(page, 'BASELINE', '41');
  await expect(page.locator('.govuk-error-summary')).toContainText('Enter a number from 0 to 40');
  await accessible(page, 'an impossible measure');
  await page.getByLabel('Total difficulties, from 0 to 40').fill('22');
  await page.getByLabel('Peer').fill('11');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.locator('.govuk-error-summary')).toContainText('Enter a number from 0 to 10');
  await page.locator('.govuk-error-summary').getByRole('link').click();
  await expect(page.getByLabel('Peer')).toBeFocused();
  await page.getByLabel('Peer').fill('5');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.getByText('It was recorded.')).toBeVisible();
  // The timeline tells it too, without being asked.
  await expect(page.getByRole('heading', { level: 3, name: 'Strengths and difficulties: at the start' })).toHaveCount(1);
  await record(page, 'END', '14');
  await expect(page.getByRole('cell', { name: 'Reliably better' })).toBeVisible();
  await expect(page.getByRole('img', { name: /SDQ totals over time. The child: Reliably better/ })).toBeVisible();
  await expect(page.getByText('6 months after:')).toBeVisible();
  await accessible(page, 'goals and measures');

  await page.getByRole('button', { name: 'Record a measure' }).click();
  await page.getByLabel('What was measured?').selectOption('EDUCATION_TRAINING_EMPLOYMENT');
  await page.getByLabel('Who answered, or where was it looked up?').selectOption('WORKER');
  await page.getByLabel('When on the way?').selectOption('REVIEW');
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page.getByRole('button', { name: 'Add another place' }).click();
  const place = (nth: number) => page.getByRole('group', { name: `Place ${nth}` });
  for (const [nth, kind, hours] of [[1, 'COLLEGE', '15'], [2, 'VOLUNTARY_WORK', '200']] as const) {
    await place(nth).getByLabel('What kind of place?').selectOption(kind);
    await place(nth).getByLabel('Hours offered a week').fill(hours);
    await place(nth).getByLabel('Yes').check();
  }
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.locator('.govuk-error-summary').getByRole('link')).toHaveCount(1);
  await page.locator('.govuk-error-summary').getByRole('link').click();
  await expect(place(2).getByLabel('Hours offered a week')).toBeFocused();
  await accessible(page, 'places of education');
  await place(2).getByLabel('Hours offered a week').fill('10');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page.getByRole('cell', { name: /25 hours a week/ })).toBeVisible();
  await close();
});
