/** An offer that nobody answers: its place moves on by itself while the demo's clock runs, and open pages show it. */
import { expect, type Page, test } from '@playwright/test';
import { hears } from './actors';
import { eachItsOwn, fullProgramme, open, start, stop } from './partnership';

eachItsOwn();

/** The next Tuesday, ten in the morning: five working days later is a Tuesday, whatever happens outside Christmas. */
function tuesday(): string {
  const day = new Date();
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() !== 2 || (day.getUTCMonth() === 11 && day.getUTCDate() > 14) || (day.getUTCMonth() === 0 && day.getUTCDate() < 5));
  return `${day.toISOString().slice(0, 10)}T10:00:00Z`;
}

test('a lapsed offer moves on to the child who waits, on a page that is open', async ({ browser }) => {
  test.setTimeout(700_000);
  const begin = tuesday();
  await start(begin);
  const title = 'Bicycle workshop by night';
  const [first, second] = await fullProgramme(title, begin.slice(0, 10));

  // The same partnership a week later, a minute and a half before the offer ends.
  await stop();
  const nearly = new Date(Date.parse(first?.offerExpiresAt ?? '') - 90_000).toISOString();
  await start(nearly);
  const waits = await open(browser, 'manager.swindon', `/cases/${second?.reference}`);
  const place = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(place(waits)).toContainText('Number 1 on the list');
  const lapses = await open(browser, 'manager.swindon', `/cases/${first?.reference}`);
  await expect(place(lapses)).toContainText('The place is held until');

  await hears(waits, place(waits).filter({ hasText: 'The place is held until' }), 180_000);
  await hears(lapses, place(lapses).filter({ hasText: 'Passed over until the caseworker confirms' }), 180_000);
  await place(lapses).getByRole('button', { name: 'Still wants a place' }).click();
  await expect(place(lapses)).toContainText('Number 1 on the list');
});
