/** Outcomes from overview to programme, to the coarser table where too much is kept back, and to the indicators. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { accessible, onPaper } from './accessible';
import { windowOf } from './actors';

async function file(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile(await download.path(), 'utf8');
}

for (const width of [1280, 390]) {
  test(`a manager goes from overview to programme, coarser table and indicators at ${width} px`, async ({ browser }) => {
    const { page, close } = await windowOf(browser, 'partnership', width);
    const figure = page.getByRole('region', { name: /Most children who started|About as many children started/ }).first();
    await expect(figure).toBeVisible();
    const link = figure.getByRole('list').getByRole('link').first();
    const name = await link.innerText();
    await link.click();

    await expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible();
    await expect(page.getByText(/Release 8, as at/)).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /About \d+ children came to a first session/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /children waited up to \d+ working days?|Too few children to say how long/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /Children came to \d+% of the sessions|Too few children to say how many sessions/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /of those who completed or left early|Too few children completed/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /effect: tests found|No clear evidence|Not rated/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /take this approach|takes this approach/ })).toBeVisible();
    // Regression to the mean is said, once.
    await expect(page.getByText(/usually nearer to the average later/)).toHaveCount(1);
    await accessible(page, 'outcomes of a programme');
    const wait = page.getByRole('region', { name: /waited up to|how long they waited/ });
    const numbers = await file(page, () => wait.getByRole('link', { name: /Download/ }).click());
    expect(numbers).toMatch(/All programmes,/);
    expect(numbers).toMatch(/Source: Ridgeway, release 8/);
    await page.getByLabel('When').selectOption('year');
    await expect(page).toHaveURL(/time=year/);
    await expect(page.getByText(/^April \d{4} to now: had a place/)).toBeVisible();
    // The programme's own page leads here too.
    const here = new URL(page.url());
    await page.goto(here.pathname.replace('/outcomes', ''));
    await page.getByRole('link', { name: 'What became of the children in it' }).click();
    await expect(page).toHaveURL(here.pathname);
    await page.getByLabel('When').selectOption('year');
    await expect(page.getByText(/^April \d{4} to now: had a place/)).toBeVisible();
    await onPaper(page, async () => expect(page.getByText(/^April \d{4} to now: had a place/)).toBeVisible());
    await page.emulateMedia({ forcedColors: 'active' });
    await accessible(page, 'outcomes of a programme in high contrast');
    await page.emulateMedia({ forcedColors: 'none' });

    // Back on the overview; some ethnic groups are small in every demonstration, so that the next coarser table is offered.
    await page.getByRole('link', { name: 'Outcomes', exact: true }).first().click();
    const offer = page.getByRole('button', { name: /^Show .* instead of ethnic groups$/ });
    await offer.click();
    const hide = page.getByRole('button', { name: /^Hide .* instead of ethnic groups$/ });
    await expect(hide).toHaveAttribute('aria-expanded', 'true');
    const words = ((await hide.innerText()).match(/^Hide (.*?)\s+instead of ethnic groups$/) ?? [])[1] ?? '';
    expect(words).not.toBe('');
    const coarser = page.getByRole('region').filter({ hasText: `The same as above, as ${words}` });
    await coarser.getByText('The same in numbers').click();
    const cells = await coarser.getByRole('cell').allInnerTexts();
    const hidden = cells.filter((cell) => /0 to 4|not shown/.test(cell)).length;
    expect(cells.length).toBeGreaterThan(0);
    expect(hidden * 3, `${hidden} of ${cells.length} kept back`).toBeLessThanOrEqual(cells.length);
    await accessible(page, 'outcomes with a coarser table');

    await page.getByRole('link', { name: 'Youth justice indicators and Turnaround measures' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Indicators/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: 'Suitable accommodation: our data cannot give it' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: /^Children on Turnaround, and completion: about \d+ \(accepted/ })).toBeVisible();
    await page.getByText('What its owner counts: Ministry of Justice').first().click();
    await expect(page.getByText(/recreate_kpi_case_level_views/).first()).toBeVisible();
    await expect(page.getByText('Definition not verified')).toHaveCount(5);
    await accessible(page, 'indicators');
    const all = await file(page, () => page.getByRole('link', { name: 'Download all of these' }).click());
    expect(all).toMatch(/YJ-KPI-10,Victims/);
    expect(all).toMatch(/do not compare them with national ones/);
    await onPaper(page, async () => expect(page.getByText('Local analogue.', { exact: true })).toBeVisible());
    await close();
  });
}
