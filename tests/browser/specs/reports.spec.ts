/** Reports: a manager freezes figures under a title, reads and prints the board pack, and takes the numbers along once. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { accessibleAtBothWidths as accessible, onPaper } from './accessible';
import { windowOf } from './actors';

/** Publishes what the page shows. */
async function publish(page: Page, title: string, by: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish as a report' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Broken down by').selectOption(by);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page).toHaveURL(/\/outcomes\/reports\/report_[\w-]+$/);
}

/** Downloads the workbook that was asked for; its path. */
async function workbook(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: 'Download the workbook' });
  await expect(link).toBeVisible();
  const path = (await link.getAttribute('href')) ?? '';
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('ridgeway-figures.xlsx');
  const file = await readFile(await download.path());
  expect(file.subarray(0, 2).toString()).toBe('PK');
  await expect(page.getByText(/The workbook was downloaded/)).toBeVisible();
  return path;
}

for (const width of [1280, 390]) {
  test(`a manager goes from overview to programme to board pack at ${width} px`, async ({ browser }) => {
    const { page, close } = await windowOf(browser, 'partnership', width);
    const overview = page.getByRole('region', { name: /Most children who started|About as many children started/ }).first();
    const link = overview.getByRole('list').getByRole('link').first();
    const name = await link.innerText();
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible();
    await publish(page, `One programme at ${width}`, 'AGE_BAND');
    const heading = page.getByRole('heading', { level: 1, name: new RegExp(`One programme at ${width}`) });
    await expect(heading).toContainText(`${name}, The 12 months up to`);
    const figure = page.getByRole('region', { name: /children who started|children started/i }).first();
    await expect(figure.getByRole('row', { name: /^14 to 15/ })).toBeVisible();
    await accessible(page, 'report of a programme');
    await close();
  });
}

test('a manager takes figures along without publishing them', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'partnership', 390);
  await page.getByRole('button', { name: 'Export figures' }).click();
  await expect(page.getByRole('heading', { name: 'Export figures' })).toBeFocused();
  await page.getByLabel('Broken down by').selectOption('SEX');
  await accessible(page, 'export figures');
  await page.getByRole('button', { name: 'Export to Excel' }).click();
  const path = await workbook(page);
  expect(await page.evaluate(async (there) => (await fetch(there)).status, path)).toBe(410);
  await close();
});

test('a manager publishes a board pack, prints it and exports it once', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'partnership');
  await page.getByRole('button', { name: 'Publish as a report' }).click();
  await expect(page.getByRole('heading', { name: 'Publish as a report' })).toBeFocused();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Enter what the report is called' })).toBeVisible();
  await accessible(page, 'publish a report');
  await page.getByLabel('Title').fill('=1+1 for the board');
  await page.getByLabel('Broken down by').selectOption('PROGRAMME');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();

  const heading = page.getByRole('heading', { level: 1, name: /=1\+1 for the board/ });
  await expect(heading).toBeVisible();
  await expect(page).toHaveURL(/\/outcomes\/reports\/report_[\w-]+$/);
  await expect(page).not.toHaveTitle(/board/);
  await expect(heading).toContainText(/The 12 months up to \d+ \w+ \d{4}/);
  await expect(page.getByText(/Figures of release 8, as at/)).toBeVisible();
  const figure = page.getByRole('region', { name: /children who started|children started/i }).first();
  const together = figure.getByRole('row', { name: /All together/ }).getByRole('cell').first();
  await expect(together).toHaveText(/^\d*[05]$/);
  await expect(page.getByText(/Who already knows all children but one is not kept out/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What each figure counts' })).toBeVisible();
  await accessible(page, 'report');
  await onPaper(page, async () => {
    await expect(figure.getByRole('table')).toBeVisible();
    await expect(figure.getByText(/Source: Ridgeway, release 8 as at .* referred, .* started/)).toBeVisible();
    await expect(page.getByText('Children who came to a first session in the time.')).toBeVisible();
    await expect(page.getByText('Export to Excel')).toBeHidden();
  });

  await page.getByRole('button', { name: 'Export to Excel' }).click();
  await expect(page.getByRole('link', { name: 'Download the workbook' })).toBeVisible();
  await accessible(page, 'report with a workbook');
  const path = await workbook(page);
  expect(await page.evaluate(async (there) => (await fetch(there)).status, path)).toBe(410);

  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  const row = page.getByRole('row', { name: /=1\+1 for the board/ });
  await expect(row).toBeVisible();
  await expect(row.getByText('Restated')).toHaveCount(0);
  await accessible(page, 'reports');
  await close();
});

test('a team manager reads reports and publishes none', async ({ browser }) => {
  const manager = await windowOf(browser, 'partnership');
  await publish(manager.page, 'For those who read', 'SEX');
  await manager.close();
  const { page, close } = await windowOf(browser, 'manager.swindon', 390);
  await page.goto('/outcomes');
  await expect(page.getByRole('link', { name: 'Reports that were published' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish as a report' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Reports that were published' }).click();
  await page.getByRole('link', { name: 'For those who read' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /For those who read/ })).toBeVisible();
  await close();
});
