/** When a run meets: sessions written down week by week, what is asked about bank holidays, one cancelled and made good. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { accessibleAtBothWidths as atBothWidths } from './accessible';
import { ask, eachItsOwn, open, programme, start } from './partnership';

eachItsOwn();

async function on(form: Locator, [day, month, year]: [string, string, string]): Promise<void> {
  await form.getByLabel('Day', { exact: true }).fill(day);
  await form.getByLabel('Month').fill(month);
  await form.getByLabel('Year').fill(year);
}

test('a provider writes down sessions of a term, answers what is asked, cancels one and makes it good', async ({ browser }) => {
  test.setTimeout(300_000);
  await start('2026-12-01T10:00:00Z');
  const provider = (await ask('provider.manager', '{ viewer { organisation { id } } }')).viewer.organisation.id;
  const run = { startsOn: '2026-12-01', endsOn: '2027-02-26', capacity: 8 };
  const { programmeId } = await programme(provider, 'Bicycle workshop', run);

  const page = await open(browser, 'provider.manager', `/programmes/${programmeId}`);
  await page.getByRole('link', { name: 'Sessions of the run from 1 December 2026' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'When Bicycle workshop meets' })).toBeVisible();
  await expect(page.getByText('No session is written down.')).toBeVisible();

  await page.getByRole('button', { name: 'Write down sessions' }).click();
  const form = page.locator('form');
  await form.getByRole('button', { name: 'Write down' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the day of the first session');
  await atBothWidths(page, 'the form with its errors');

  // Five Fridays from 11 December: Christmas Day and New Year's Day are among them.
  await on(form, ['11', '12', '2026']);
  await form.getByLabel('Begins at').fill('4pm');
  await form.getByLabel('Ends at').fill('5.30pm');
  await form.getByLabel('Every week').check();
  await form.getByLabel('How many sessions in all?').fill('5');
  await form.getByRole('button', { name: 'Write down' }).click();
  const christmas = form.getByRole('group', { name: /25 December 2026/ });
  const newYear = form.getByRole('group', { name: /1 January 2027/ });
  await expect(christmas).toContainText('This is a bank holiday.');
  await expect(newYear).toContainText('This is a bank holiday.');
  await expect(page.getByText('Nothing has been written down yet.')).toBeVisible();
  await atBothWidths(page, 'what is asked');
  await christmas.getByLabel('Leave this one out').check();
  await form.getByRole('button', { name: 'Write down' }).click();
  await expect(page.getByRole('alert')).toContainText('Say what is to be done on');
  await newYear.getByLabel('It takes place all the same').check();
  await form.getByRole('button', { name: 'Write down' }).click();
  await expect(page.getByText('4 sessions are written down.')).toBeVisible();

  const rows = page.getByRole('row').filter({ hasNot: page.getByRole('columnheader') });
  const row = (words: string) => page.getByRole('row').filter({ hasText: words });
  await expect(rows).toHaveCount(4);
  await expect(row('25 December 2026')).toHaveCount(0);
  await expect(row('1 January 2027')).toHaveCount(1);
  await expect(row('Friday 8 January 2027')).toContainText(/4pm to 5.30pm|4:00pm to 5:30pm/);

  await row('18 December 2026').getByRole('button', { name: /^Cancel the session/ }).click();
  await form.getByRole('button', { name: 'Cancel the session' }).click();
  await expect(page.getByRole('alert')).toContainText('Say why it does not take place');
  await form.getByLabel('Why does it not take place?').fill('The hall is flooded.');
  await atBothWidths(page, 'cancelling');
  await form.getByRole('button', { name: 'Cancel the session' }).click();
  await expect(page.getByText('The session is cancelled.')).toBeVisible();
  await expect(row('18 December 2026')).toContainText('The hall is flooded.');

  // At the same hours, on another day.
  await row('18 December 2026').getByRole('button', { name: /^Add a catch-up session/ }).click();
  await expect(form.getByLabel('Begins at')).not.toHaveValue('');
  await on(form, ['16', '12', '2026']);
  await form.getByRole('button', { name: 'Write down' }).click();
  await expect(page.getByText('The session is written down.')).toBeVisible();
  await expect(row('16 December 2026')).toContainText(/4pm to 5.30pm|4:00pm to 5:30pm/);
  await expect(rows).toHaveCount(5);
  await atBothWidths(page, 'the sessions');
  await page.context().close();
});

test('a team manager says when a run meets and who leads, and the provider sees it at once', async ({ browser }) => {
  test.setTimeout(300_000);
  await start('2026-12-01T10:00:00Z');
  const provider = (await ask('provider.manager', '{ viewer { organisation { id } } }')).viewer.organisation.id;
  const leader = (await ask('provider', '{ viewer { user { name } } }')).viewer.user.name;
  const run = { startsOn: '2026-12-01', endsOn: '2027-02-26', capacity: 8 };
  const { offeringId } = await programme(provider, 'Boat building', run);

  const page = await open(browser, 'manager.swindon', `/offerings/${offeringId}/sessions`);
  const theirs = await open(browser, 'provider.manager', `/offerings/${offeringId}/sessions`);
  const today = await open(browser, 'provider', '/');
  await expect(theirs.getByText('No session is written down.')).toBeVisible();
  await expect(today.getByRole('heading', { level: 1, name: 'Your sessions' })).toBeVisible();

  await page.getByRole('button', { name: 'Write down sessions' }).click();
  const form = page.locator('form');
  await on(form, ['4', '12', '2026']);
  await form.getByLabel('Begins at').fill('7am');
  await form.getByLabel('Ends at').fill('7.30am');
  await form.getByRole('group', { name: 'Who leads?' }).getByLabel(leader).check();
  await atBothWidths(page, 'who leads');
  await form.getByRole('button', { name: 'Write down' }).click();
  await expect(page.getByText('The session is written down.')).toBeVisible();
  const row = (of: Page) => of.getByRole('row').filter({ hasText: '4 December 2026' });
  await expect(row(page)).toContainText(leader);

  // Nobody loads these pages again.
  await expect(row(theirs)).toContainText(leader);
  await expect(today.getByRole('link', { name: /Boat building/ }).first()).toBeVisible();
  await row(page).getByRole('button', { name: /^Cancel the session/ }).click();
  await form.getByLabel('Why does it not take place?').fill('The hall is flooded.');
  await form.getByRole('button', { name: 'Cancel the session' }).click();
  await expect(row(theirs)).toContainText('The hall is flooded.');
  await expect(today.getByText('The hall is flooded.')).toBeVisible();
  for (const one of [page, theirs, today]) await one.context().close();
});
