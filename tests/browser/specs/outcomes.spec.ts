/** Outcomes: a partnership manager reads protected figures, narrows them, prints and takes the numbers along. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { accessibleAtBothWidths as accessible, onPaper } from './accessible';
import { windowOf } from './actors';

test('a partnership manager sees what became of children, and no child', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'partnership');
  await expect(page.getByRole('heading', { level: 1, name: /Outcomes/ })).toBeVisible();
  await expect(page.getByText(/Release 8, as at/)).toBeVisible();
  await expect(page.getByText(/Who already knows all children but one is not kept out/)).toBeVisible();
  const table = page.getByRole('table', { name: 'How many children, and how soon' });
  const started = table.getByRole('row', { name: /Came to a first session/ }).getByRole('cell').nth(1);
  await expect(started).toHaveText(/^\d*[05]$/);
  await expect(page.getByRole('heading', { name: /children started in the last full quarter|Children who started, quarter by quarter/ })).toBeVisible();
  for (const finding of [
    /About \d+ children were referred, \d+ accepted, and \d+ came to a first session/,
    /^\d+% of referrals were decided in time/,
    /^Longest wait: .*, where half of the children waited up to \d+ working days?/,
    /^Most contacts: .*, about [\d,]+/,
    /^By sex: most children who started: /,
  ]) {
    await expect(page.getByRole('heading', { name: finding })).toBeVisible();
  }
  const bySex = page.getByRole('region', { name: /^By sex/ });
  await expect(bySex.getByRole('list', { name: /how many were accepted, by sex/ })).toContainText(/\d+%/);
  // Fewer, or too near to none to say so: each demonstration draws its own noise.
  await expect(page.getByRole('heading', { name: /Children report (fewer|about as many) difficulties at the end/ })).toBeVisible();
  await expect(page.getByText(/this says what changed and not why/).first()).toBeVisible();
  await accessible(page, 'outcomes');

  const before = await started.innerText();
  await page.getByLabel('Where', { exact: true }).selectOption({ label: 'Swindon' });
  await expect(started).not.toHaveText(before);
  await page.getByLabel('When, for all but the first table').selectOption('year');
  await expect(page).toHaveURL(/time=year/);
  await expect(page.getByText(/^Children who came to a first session, by programme\. April \d{4} to now\.$/)).toBeVisible();
  await accessible(page, 'outcomes of a council');

  // In April too few have started.
  const figure = page.getByRole('region', { name: /^(Most children who|About as many children|Too few children) started/ }).first();
  await figure.getByText('The same in numbers').click();
  await expect(figure.getByRole('columnheader', { name: 'Completed' }).first()).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), figure.getByRole('link', { name: /Download/ }).click()]);
  const file = await readFile(await download.path(), 'utf8');
  expect(file).toMatch(/Source: Ridgeway, release 8/);
  expect(file.split('\r\n').length).toBeGreaterThan(6);
  await onPaper(page, async () => expect(figure).toBeVisible());

  // A programme that counts who comes has contacts, and no figure of children.
  await page.goto('/outcomes');
  const contacts = page.getByRole('region', { name: /^Most contacts/ });
  await contacts.getByRole('list').getByRole('link').first().click();
  await expect(page.getByText('It takes no child by name, so no figure here is of children.')).toBeVisible();
  await expect(page.getByRole('region', { name: /^Most contacts/ }).getByText(/^[\d,]+$/).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /came to a first session/ })).toHaveCount(0);
  await accessible(page, 'contacts of a programme');
  await close();
});
