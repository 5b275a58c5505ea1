/** A safeguarding lead who never touches the mouse sends a referral. */
import { expect, test } from '@playwright/test';
import { newName, windowOf } from './actors';

test('a referral by keyboard alone', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'school.one');
  const child = newName();
  const key = (name: string) => page.keyboard.press(name);
  const type = (text: string) => page.keyboard.type(text);
  /** Tab until the element with this accessible name has the focus. */
  const tabTo = async (name: string | RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await key('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0) continue;
      const label = await focused.evaluate((element) => {
        const labels = (element as HTMLInputElement).labels;
        return labels?.[0]?.textContent ?? element.textContent ?? '';
      });
      if (typeof name === 'string' ? label.trim() === name : name.test(label.trim())) return;
    }
    throw new Error(`no tab stop called ${name}`);
  };
  const heading = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeFocused();

  await page.goto('/referrals/new');
  await expect(page.getByText('in immediate danger?')).toBeVisible();
  await tabTo('No');
  await key('Space');
  await key('Enter');
  await heading('Who is the child?');
  await key('Tab');
  // An empty form tells what is missing, and each line of the summary leads to its field.
  await tabTo('Continue');
  await key('Enter');
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await key('Tab');
  await key('Enter');
  await expect(page.getByLabel('First name')).toBeFocused();
  await type(child.given);
  await tabTo('Last name (optional)');
  await type(child.family);
  await tabTo('Day');
  await type('9');
  await tabTo('Month');
  await type('6');
  await tabTo('Year');
  await type('2011');
  await tabTo(/Female|Male|Not known/);
  await key('Space');
  await key('Enter');
  await heading('What happened?');
  await tabTo('What happened?');
  await type('He was found crying after a fight.');
  await tabTo('What worries you most?');
  await type('Has been a');
  await tabTo(/event that made you refer/);
  await type('No single');
  await tabTo('Continue');
  await key('Enter');
  await heading('Does the family know?');
  await tabTo('Yes');
  await key('Space');
  await tabTo('Continue');
  await key('Enter');
  await heading('Check your answers');
  await expect(page.getByText(child.full)).toBeVisible();
  await tabTo('Send the referral');
  await key('Enter');
  await heading('Referral sent');
  await close();
});
