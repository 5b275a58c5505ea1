/** Who does what in a browser: each actor is a window of their own, signed in. */
import { type Browser, expect, type Locator, type Page } from '@playwright/test';

export interface Window {
  page: Page;
  close: () => Promise<void>;
}

/** The nodes that serve the partnership. */
export const origins = (process.env.RIDGEWAY_TEST_ORIGINS ?? '').split(' ');
let windows = 0;

/** The demo's one password, as the sign-in page has it. */
async function password(page: Page): Promise<string> {
  const answer = await page.request.get('/sign-in-options');
  return ((await answer.json()) as { password: string }).password;
}

/** Fills in the sign-in that is on the page. */
export async function signInHere(page: Page, who: string): Promise<void> {
  await page.getByLabel('Email address').fill(`${who}@ridgeway.example`);
  await page.getByLabel('Password', { exact: true }).fill(await password(page));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Chooses a role on the page that asks for it. */
export async function chooseRole(page: Page, role: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Choose your role' })).toBeVisible();
  await page.getByLabel(new RegExp(`^${role}`)).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.app-who')).toContainText(role);
}

/** A new window, signed in, at the start page of the next node in turn. A request by GET to /graphql, or a script's fault, fails the test. */
export async function windowOf(browser: Browser, who: string, width = 1280): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    baseURL: origins[windows++ % origins.length],
  });
  const page = await context.newPage();
  watch(page);
  await page.goto('/');
  await signInHere(page, who);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  return { page, close: () => context.close() };
}

/** The page hears of a change and shows it: by itself, or once who reads it says so. */
export async function hears(page: Page, seen: Locator, timeout = 30_000): Promise<void> {
  await expect(async () => {
    const show = page.getByRole('button', { name: 'Show', exact: true });
    if (await show.isVisible()) await show.click({ timeout: 2_000 });
    await expect(seen).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout });
}

export function watch(page: Page): void {
  const slow = Number(process.env.RIDGEWAY_TEST_SLOW ?? '0');
  if (slow > 0)
    void page.route('**/graphql', async (route) => {
      await new Promise((done) => setTimeout(done, Math.random() * slow));
      await route.continue().catch(() => undefined);
    });
  page.on('request', (request) => {
    const get = request.method() === 'GET' && !request.url().startsWith('ws');
    if (get && new URL(request.url()).pathname === '/graphql') throw new Error('a GET reached /graphql');
  });
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    // The content security policy speaks here when a page does what it forbids.
    if (/Content Security Policy/i.test(message.text())) throw new Error(message.text());
  });
}

/** A name that no other child of the partnership bears. */
export function newName(): { given: string; family: string; full: string } {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const made = Array.from({ length: 7 }, () => letters[Math.floor(Math.random() * 26)]).join('');
  const family = `Q${made}`;
  return { given: 'Ardel', family, full: `Ardel ${family}` };
}

/** Refers a child by the short journey, as a school does; answers the reference. */
export async function refer(page: Page, name: { given: string; family: string }): Promise<string> {
  await page.goto('/referrals/new');
  return referHere(page, name);
}

/** Fills in a referral from the first step of the journey, which is on the page, to the last. */
export async function fillReferral(page: Page, name: { given: string; family: string }): Promise<void> {
  const next = () => page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('No', { exact: true }).check();
  await next();
  await page.getByLabel('First name').fill(name.given);
  await page.getByLabel('Last name (optional)').fill(name.family);
  await page.getByLabel('Day').fill('3');
  await page.getByLabel('Month').fill('4');
  await page.getByLabel('Year').fill('2012');
  await page.getByLabel('Male', { exact: true }).check();
  await next();
  await page.getByLabel('What happened?').fill('A fight after school. A teacher saw it.');
  await page.getByLabel('What worries you most?').selectOption('PEERS_INVOLVED_IN_VIOLENCE');
  await page.getByLabel('Was there an event').selectOption('NONE');
  await next();
  await page.getByRole('group', { name: 'Does a parent or carer know' }).getByLabel('Yes').check();
  await next();
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
}

/** Refers a child from the first step of the journey, which is on the page. */
export async function referHere(page: Page, name: { given: string; family: string }): Promise<string> {
  await fillReferral(page, name);
  await page.getByRole('button', { name: 'Send the referral' }).click();
  await expect(page.getByRole('heading', { name: 'Referral sent' })).toBeVisible();
  return page.locator('.govuk-panel__body strong').innerText();
}
