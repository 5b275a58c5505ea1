/** What else people do with referrals, cases and records, each act once through its page. */
import { expect, type Page, test } from '@playwright/test';
import { newName, refer, type Window, windowOf } from './actors';

const open: Window[] = [];
test.afterEach(async () => {
  for (const window of open.splice(0)) await window.close();
});

async function as(browser: Parameters<typeof windowOf>[0], who: string): Promise<Page> {
  const window = await windowOf(browser, who);
  open.push(window);
  return window.page;
}

async function decide(page: Page, reference: string, outcome: string, more: () => Promise<void>): Promise<void> {
  await page.goto(`/referrals/${reference}?act=decide`);
  await page.getByLabel(outcome).check();
  await more();
  await page.getByLabel(/Words for those who referred|Your question/).fill('Words for the school.');
  await page.getByLabel('Why, for the record').fill('For the record.');
  await page.getByRole('button', { name: /Record the decision|Send the question/ }).click();
  await expect(page.getByText(/The decision is recorded|Your question was sent/)).toBeVisible();
}

test('a question is asked and answered', async ({ browser }) => {
  const school = await as(browser, 'school.one');
  const reference = await refer(school, newName());
  const triage = await as(browser, 'triage.swindon');
  await decide(triage, reference, 'Ask those who referred a question', async () => undefined);
  await school.goto('/?view=asked');
  await expect(school.getByRole('row').filter({ hasText: reference })).toContainText('Answer by');
  await school.goto(`/referrals/${reference}`);
  await expect(school.getByText('Words for the school.').first()).toBeVisible();
  await school.getByRole('button', { name: 'Answer the question' }).click();
  await school.getByLabel('Your answer').fill('It was on Tuesday.');
  await school.getByRole('button', { name: 'Send the answer' }).click();
  await expect(school.getByText('Your answer was sent.')).toBeVisible();
  await triage.goto(`/referrals/${reference}`);
  await expect(triage.getByText('It was on Tuesday.')).toBeVisible();
});

test('declined for lack of room: countersigned, then the school is still worried', async ({ browser }) => {
  const school = await as(browser, 'school.one');
  const child = newName();
  const reference = await refer(school, child);
  const triage = await as(browser, 'triage.swindon');
  await decide(triage, reference, 'Decline', async () => {
    await triage.getByLabel('Reason').selectOption('NO_CAPACITY');
    await triage.getByLabel('What do you offer instead?').fill('The youth club on Fridays');
  });
  const manager = await as(browser, 'manager.swindon');
  await manager.goto('/?view=countersign');
  await manager.getByRole('link', { name: child.full }).click();
  await manager.getByRole('group', { name: 'Do you agree?' }).getByLabel('Yes').check();
  await manager.getByLabel('Comment').fill('Agreed.');
  await manager.locator('form').getByRole('button', { name: 'Countersign' }).click();
  await expect(manager.getByText('The decision stands.')).toBeVisible();
  await school.goto(`/referrals/${reference}`);
  await expect(school.getByText('Not taken on').first()).toBeVisible();
  await school.getByRole('button', { name: 'I am still worried' }).click();
  await school.getByLabel('What are you still worried about?').fill('It has become worse.');
  await school.getByRole('button', { name: 'Tell the manager' }).click();
  await expect(school.getByText('The team manager has been told.')).toBeVisible();
  await expect(school.getByRole('button', { name: 'I am still worried' })).toHaveCount(0);
  await manager.goto(`/referrals/${reference}?act=message`);
  await manager.getByLabel('Your message').fill('I have read it again and will ring you.');
  await manager.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(manager.getByText('Your message was sent.')).toBeVisible();
});

test('redirected, and confirmed', async ({ browser }) => {
  const school = await as(browser, 'school.one');
  const reference = await refer(school, newName());
  const triage = await as(browser, 'triage.swindon');
  await decide(triage, reference, 'Redirect to another service', async () => {
    await triage.getByLabel('Which service?').fill('Early help');
    await triage.getByLabel('Reason').selectOption('BETTER_MET_ELSEWHERE');
  });
  await triage.getByRole('button', { name: 'Confirm the redirect' }).click();
  await triage.getByLabel('Who accepted it there?').fill('Kim at early help');
  await triage.locator('form').getByRole('button', { name: 'Confirm the redirect' }).click();
  await expect(triage.getByText('The redirect is finished.')).toBeVisible();
});

test('passed on to the other service, and withdrawn', async ({ browser }) => {
  const school = await as(browser, 'school.one');
  const child = newName();
  const reference = await refer(school, child);
  const triage = await as(browser, 'triage.swindon');
  await triage.goto(`/referrals/${reference}?act=pass`);
  await triage.getByLabel('To which service?').selectOption({ label: 'Wiltshire Youth Justice Service' });
  await triage.getByLabel('Why?').fill('Lives in Wiltshire.');
  await triage.locator('form').getByRole('button', { name: 'Pass on' }).click();
  // The one who passed it on has no more business with it.
  await expect(
    triage.getByText('The referral was passed on.').or(triage.getByRole('heading', { name: 'Page not found' })),
  ).toBeVisible();
  const other = await as(browser, 'triage.wiltshire');
  await other.goto(`/referrals/${reference}`);
  await expect(other.getByRole('heading', { name: child.full })).toBeVisible();
  await school.goto(`/referrals/${reference}?act=add`);
  await school.getByLabel('What do you want to add?').fill('His uncle lives in Chippenham.');
  await school.getByRole('button', { name: 'Add to the referral' }).click();
  await expect(school.getByText('It was added to the referral.')).toBeVisible();
  await school.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await school.getByLabel('Why do you withdraw it?').fill('Sent twice.');
  await school.getByRole('button', { name: 'Withdraw the referral' }).click();
  await expect(school.getByText('The referral was withdrawn.')).toBeVisible();
});

test('danger: a call that was not made keeps a draft; one that was made makes it immediate', async ({ browser }) => {
  const school = await as(browser, 'school.one');
  await school.goto('/referrals/new');
  await school.getByLabel('Yes', { exact: true }).check();
  await expect(school.getByText('Call 999 now')).toBeVisible();
  await expect(school.locator('.app-front-doors a[href^="tel:"]').first()).toBeVisible();
  await school.getByLabel('Not yet').check();
  await school.getByRole('button', { name: 'Save the draft' }).click();
  await expect(school.getByText(/Draft saved at/)).toBeVisible();
  await school.reload();
  await school.getByRole('button', { name: 'Go on with it' }).first().click();
  await expect(school.getByLabel('Not yet')).toBeChecked();
  await school.getByRole('link', { name: 'Referrals', exact: true }).click();
  await school.getByRole('link', { name: 'Refer a child' }).first().click();
  const discard = school.getByRole('button', { name: 'Delete it' });
  await expect(discard.first()).toBeVisible();
  const before = await discard.count();
  const answered = school.waitForResponse((response) => Boolean(response.request().postData()?.includes('"DiscardDraft"')));
  await discard.first().click();
  await expect(discard).toHaveCount(before - 1);
  const { data } = await (await answered).json();
  expect(data.discardDraft).toMatchObject({ draft: null, problems: [] });
});

test('a case: consent, a concern, its record and a contact', async ({ browser }) => {
  test.setTimeout(240_000);
  const school = await as(browser, 'school.one');
  const reference = await refer(school, newName());
  const triage = await as(browser, 'triage.swindon');
  await decide(triage, reference, 'Accept and open a case', async () => {
    await triage.getByLabel('Pathway').selectOption('TARGETED_PREVENTION');
  });
  const caseReference = await triage.locator('a[href^="/cases/"]').first().innerText();
  const manager = await as(browser, 'manager.swindon');
  await manager.goto(`/cases/${caseReference}?act=consent`);
  await manager.getByLabel('What was decided on?').selectOption('PARTICIPATE_CHILD');
  await manager.getByLabel('Given', { exact: true }).check();
  await manager.getByLabel('Who decided?').fill('The child, in words');
  await manager.getByRole('button', { name: 'Record it' }).click();
  await expect(manager.getByText('The decision was recorded.')).toBeVisible();
  await expect(manager.locator('.app-consent')).toContainText('Given');
  await manager.getByRole('button', { name: /^Withdraw/ }).click();
  await manager.getByLabel('Why is it withdrawn?').fill('Changed their mind.');
  await manager.getByRole('button', { name: 'Withdraw the consent' }).click();
  await expect(manager.getByText('The consent was withdrawn.')).toBeVisible();

  await manager.getByRole('button', { name: 'Raise a safeguarding concern' }).click();
  const group = (name: string | RegExp) => manager.getByRole('group', { name });
  await group('Is a child in danger now?').getByLabel('No').check();
  await manager.getByLabel('A child may be harmed').check();
  await manager.getByLabel('What did you see or hear?').fill('A bruise on the arm.');
  await group(/Does the child know/).getByLabel('Yes').check();
  await group(/Does a parent know/).getByLabel('No').check();
  await manager.getByRole('button', { name: 'Raise the concern' }).click();
  await expect(manager.getByText(/The safeguarding concern is raised/)).toBeVisible();
  await expect(manager.getByText('A bruise on the arm.')).toBeVisible();
  await manager.getByRole('button', { name: 'Resolve this concern' }).click();
  await manager.getByLabel('What was decided and done?').fill('The front door decided: early help.');
  await manager.getByRole('button', { name: 'Resolve the concern' }).click();
  await expect(manager.locator('.app-concern')).toContainText('Resolved');

  await manager.locator('a[href^="/children/"]').first().click();
  await manager.getByRole('button', { name: 'Correct or change details' }).click();
  await manager.getByLabel('Names').check();
  await manager.getByLabel('It was never so').check();
  await manager.getByLabel('First name').fill('Ardell');
  await manager.getByLabel('How do you know?').fill('Birth certificate');
  await manager.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(manager.getByText(/The record was put right/)).toBeVisible();
  await expect(manager.getByText('Ardell', { exact: true })).toBeVisible();
  await manager.getByRole('button', { name: 'Correct or change details' }).click();
  await manager.getByLabel('Address').first().check();
  await manager.getByLabel('It has changed').check();
  await manager.getByLabel('Address', { exact: true }).last().fill('1 High Street\nSwindon');
  await manager.getByLabel('Postcode').fill('SN1 1AA');
  await manager.getByLabel('How do you know?').fill('The mother said so');
  await manager.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(manager.getByText(/The record was put right/)).toBeVisible();
  await expect(manager.getByText('1 High Street, Swindon, SN1 1AA', { exact: true })).toBeVisible();

  await manager.goto(manager.url().replace(/\?.*/, ''));
  await manager.getByRole('button', { name: 'Add or change a contact' }).click();
  await manager.getByLabel('Name', { exact: true }).fill('Rosa Example');
  await manager.getByLabel('Who are they to the child?').fill('mother');
  await manager.getByLabel('Phone (optional)').fill('07700 900123');
  await manager.getByLabel('Do not contact').check();
  await manager.getByLabel('How do you know?').fill('She asked for it');
  await manager.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(manager.getByText('The contact was saved.')).toBeVisible();
  await expect(manager.locator('.app-contact').filter({ hasText: 'Rosa Example' })).toContainText('Do not contact');
});

test('two children who are to be kept apart stand on both records, until it is no longer so', async ({ browser }) => {
  const manager = await as(browser, 'manager.swindon');
  await manager.goto('/?view=all');
  const cases = manager.locator('a[href^="/cases/"]');
  await expect(cases.nth(1)).toBeVisible();
  const other = await cases.nth(1).getAttribute('href');
  await cases.nth(0).click();
  await manager.locator('a[href^="/children/"]').first().click();
  await expect(manager).toHaveURL(/\/children\//);
  const mine = manager.url();
  await manager.goto(other ?? '');
  await manager.locator('a[href^="/children/"]').first().click();
  await expect(manager).toHaveURL(/\/children\//);
  await expect(manager.getByRole('heading', { name: 'Other children' })).toBeVisible();
  const reference = /Y-\w{7}/.exec(await manager.getByRole('main').innerText())?.[0] ?? 'no reference';

  await manager.goto(mine);
  await manager.getByRole('button', { name: 'Add another child' }).click();
  await manager.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(manager.locator('.govuk-error-summary')).toContainText('Find the other child and choose them');
  await manager.getByLabel('The other child: name or reference').fill(reference);
  await manager.getByRole('button', { name: 'Find the child' }).click();
  await manager.getByRole('group', { name: 'Who is it?' }).getByRole('radio').first().check();
  await manager.getByLabel('Conflict', { exact: true }).check();
  await manager.getByLabel('How do you know?').fill('The school rang.');
  await manager.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(manager.getByText('It is on both records.')).toBeVisible();
  const related = manager.locator('.app-contact').filter({ hasText: 'Conflict' });
  await expect(related).toContainText('The school rang.');
  await related.getByRole('link').click();
  await expect(manager.getByRole('heading', { level: 1 })).toContainText(`Record ${reference}`);
  await expect(manager.locator('.app-contact').filter({ hasText: 'Conflict' })).toContainText('The school rang.');

  await manager.getByRole('button', { name: /^No longer so/ }).click();
  await manager.getByLabel('How do you know that it is no longer so?').fill('They made it up.');
  await manager.getByRole('button', { name: 'Take it off the record' }).click();
  await expect(manager.getByText('It no longer stands on the record.')).toBeVisible();
  await expect(manager.locator('.app-contact').filter({ hasText: 'Conflict' })).toHaveCount(0);
});
