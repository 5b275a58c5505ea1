/** The public page: a child or parent finds what there is near them, and nothing of it stays. */
import { expect, type Page, test } from '@playwright/test';
import { accessible as clean } from './accessible';
import { watch } from './actors';

for (const width of [1280, 390]) {
  test(`somebody finds help at ${width} px by keyboard, and nothing of it stays`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    watch(page);
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto('/');
    await page.getByRole('link', { name: 'Find something to join' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Find something to join' })).toBeVisible();
    await expect(page.getByLabel('Or choose where you live').getByRole('option', { name: 'Walcot' })).toBeAttached();
    await expect(page.getByRole('button', { name: /Exit this page/ })).toBeVisible();
    await expect(page.getByText('OFFICIAL-SENSITIVE')).toHaveCount(0);
    await clean(page, 'the form');

    await page.getByRole('button', { name: 'Find', exact: true }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('Enter an age');
    await clean(page, 'the form with its error');
    await page.getByLabel('How old are you, or your child?').fill('7');
    await page.getByRole('button', { name: 'Find', exact: true }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('Enter an age from 8 to 25');
    await page.getByLabel('How old are you, or your child?').fill('14');
    await page.getByLabel(/^Your postcode/).fill('ZZ99 9ZZ');
    await page.getByRole('button', { name: 'Find', exact: true }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('We do not know this postcode');
    await page.getByLabel(/^Your postcode/).fill('');
    await page.getByLabel('Or choose where you live').selectOption('Walcot');
    await page.getByLabel('Getting angry, or fighting').check();
    await page.getByLabel(/^Your postcode/).press('Enter');
    const heading = page.getByRole('heading', { name: /^We found \d+ for Walcot$/ });
    await expect(heading).toBeFocused();
    await expect(page.getByRole('article').first()).toContainText('What to do:');
    await expect(page.getByRole('article').first()).toContainText('Yes, there is a place');
    await expect(page.getByRole('link', { name: /^01632/ }).first()).toHaveAttribute('href', /^tel:01632/);
    await expect(page.getByRole('main')).not.toContainText('Clear path');
    await clean(page, 'what was found');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Find', exact: true })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Who to ring' })).toBeVisible();
    await expect(page.getByText('OFFICIAL-SENSITIVE')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });

    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(new URL(page.url()).search).toBe('');
    expect(addresses.filter((address) => /ZZ99|age|area_/.test(address.split('/assets/')[0] ?? ''))).toEqual([]);
    const origin = new URL(page.url()).origin;
    expect(addresses.every((address) => address.startsWith(origin)), 'nobody else is told').toBe(true);
    await context.close();
  });
}

test('who leaves the page leaves it at once', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather', contentType: 'text/html' }));
  await page.goto('/find');
  await page.getByLabel('How old are you, or your child?').fill('14');
  await page.getByRole('button', { name: /Exit this page/ }).click();
  await expect(page).toHaveURL(/bbc\.co\.uk\/weather/);
  await context.close();
});
