/** GraphiQL, from the binary and under its content security policy. */
import { expect, type Page, test } from '@playwright/test';
import { chooseRole, signInHere, watch, windowOf } from './actors';

async function run(page: Page, document: string): Promise<void> {
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(document);
  await page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' }).click();
}

const answer = (page: Page) => page.locator('.result-window');

test('answers the person who is signed in, with nothing from elsewhere', async ({ browser, baseURL }) => {
  const { page, close } = await windowOf(browser, 'triage.swindon');
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL) elsewhere.push(request.url());
  });
  await page.goto('/graphiql');
  await run(page, '{ viewer { role } }');
  await expect(answer(page)).toContainText('"role": "TRIAGE_OFFICER"');
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await expect(page.getByRole('link', { name: 'Mutation', exact: true })).toBeVisible();
  expect(elsewhere).toEqual([]);
  expect(await page.evaluate(() => localStorage.length), 'nothing typed is kept').toBe(0);
  await close();
});

test('listens to a subscription', async ({ browser }) => {
  const { page, close } = await windowOf(browser, 'triage.swindon');
  await page.goto('/graphiql');
  await run(page, 'subscription { workChanged { kind } }');
  await expect(answer(page)).toContainText('"kind": "READY"');
  await close();
});

test('asks under the membership that was chosen in the tab', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  watch(page);
  await page.goto('/');
  await signInHere(page, 'two.roles');
  for (const [role, word] of [['Referrer', 'REFERRER'], ['Caseworker', 'CASEWORKER']] as const) {
    await chooseRole(page, role);
    await page.goto('/graphiql');
    await run(page, '{ viewer { role } }');
    await expect(answer(page)).toContainText(`"role": "${word}"`);
    await page.goto('/');
    await page.getByRole('button', { name: 'Change role' }).click();
  }
  await context.close();
});
