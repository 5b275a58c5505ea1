/** An offer that nobody answers: its place moves on by itself while the demo's clock runs, and open pages show it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { signInHere, watch } from './actors';

const binary = process.env.RIDGEWAY_BIN ?? resolve(import.meta.dirname, '../../../target/debug/ridgeway');
const port = Number(process.env.RIDGEWAY_TEST_PORT ?? '8473') + 20;
const origin = `http://127.0.0.1:${port}`;
const manager = 'manager.swindon@ridgeway.example';

let data = '';
let server: ChildProcess | undefined;

test.beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'ridgeway-lapse-'));
});
test.afterEach(async () => {
  await stop();
  rmSync(data, { recursive: true, force: true });
});

/** A partnership of its own, on SQLite, whose clock begins at an instant and runs. */
async function start(now: string): Promise<void> {
  const { DATABASE_URL: _, REDIS_URL: __, ...env } = process.env;
  server = spawn(binary, ['demo', '--listen', `127.0.0.1:${port}`, '--data', data, '--now', now], {
    env: { ...env, RIDGEWAY_LOG: 'warn', RIDGEWAY_DRAIN: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ready = () => fetch(`${origin}/health/ready`).then((answer) => answer.ok, () => false);
  await expect.poll(ready, { timeout: 120_000 }).toBe(true);
}

async function stop(): Promise<void> {
  const running = server;
  server = undefined;
  if (!running || running.exitCode !== null) return;
  const gone = new Promise((done) => running.once('exit', done));
  running.kill('SIGTERM');
  await gone;
}

async function ask(document: string, input: unknown = null): Promise<Record<string, any>> {
  const token = execFileSync(binary, ['token', 'issue', '--user', manager, '--ttl', '60d', '--data', data], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${String(token).trim()}` },
    body: JSON.stringify({ query: document, variables: input ? { input } : {} }),
  });
  const told = (await answer.json()) as { data: Record<string, any>; errors?: unknown };
  expect(told.errors).toBeUndefined();
  return told.data;
}

async function open(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  watch(page);
  await page.goto('/');
  await signInHere(page, 'manager.swindon');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await page.goto(path);
  return page;
}

/** The page hears of a change and shows it: by itself, or once who reads it says so. */
async function hears(page: Page, place: Locator, words: string): Promise<void> {
  await expect(async () => {
    const show = page.getByRole('button', { name: 'Show', exact: true });
    if (await show.isVisible()) await show.click();
    await expect(place).toContainText(words, { timeout: 2_000 });
  }).toPass({ timeout: 120_000 });
}

/** The next Tuesday, ten in the morning: five working days later is a Tuesday, whatever happens outside Christmas. */
function tuesday(): string {
  const day = new Date();
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() !== 2 || (day.getUTCMonth() === 11 && day.getUTCDate() > 14) || (day.getUTCMonth() === 0 && day.getUTCDate() < 5));
  return `${day.toISOString().slice(0, 10)}T10:00:00Z`;
}

test('a lapsed offer moves on to the child who waits, on a page that is open', async ({ browser }) => {
  test.setTimeout(400_000);
  const begin = tuesday();
  await start(begin);
  const known = await ask(`{ organisations(filter: { kinds: [PROVIDER] }, first: 1) { nodes { id } }
    cases(filter: { statuses: [ALLOCATED, ASSESSMENT, PLAN_AGREED, ACTIVE] }, first: 60) { nodes { id reference } } }`);
  const title = 'Bicycle workshop by night';
  const { createProgramme } = await ask(
    'mutation($input: ProgrammeInput!) { createProgramme(input: $input) { programme { id } } }',
    { title, summary: 'Mending bicycles together.', providerId: known.organisations.nodes[0].id, strand: 'EARLY_INTERVENTION',
      approach: 'MENT', mode: 'GROUP', reach: 'NAMED', minAge: 8, maxAge: 25, areaIds: [] },
  );
  const startsOn = begin.slice(0, 10);
  const { createOffering } = await ask(
    'mutation($input: OfferingInput!) { createOffering(input: $input) { offering { id } } }',
    { programmeId: createProgramme.programme.id, startsOn, endsOn: `${Number(startsOn.slice(0, 4)) + 1}${startsOn.slice(4)}`,
      schedule: 'Mondays at 16:00', capacity: 1 },
  );
  const placed: Array<{ reference: string; status: string; offerExpiresAt: string | null }> = [];
  for (const { id, reference } of known.cases.nodes) {
    if (placed.length === 2) break;
    const { enrol } = await ask(
      'mutation($input: EnrolInput!) { enrol(input: $input) { enrolment { status offerExpiresAt } problems { code } } }',
      { caseId: id, offeringId: createOffering.offering.id },
    );
    if (enrol.enrolment) placed.push({ reference, ...enrol.enrolment });
  }
  const [first, second] = placed;
  expect([first?.status, second?.status]).toEqual(['OFFERED', 'WAITLISTED']);

  // The same partnership a week later, three quarters of a minute before the offer ends.
  await stop();
  const nearly = new Date(Date.parse(first?.offerExpiresAt ?? '') - 45_000).toISOString();
  await start(nearly);
  const waits = await open(browser, `/cases/${second?.reference}`);
  const place = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(place(waits)).toContainText('Number 1 on the list');
  const lapses = await open(browser, `/cases/${first?.reference}`);
  await expect(place(lapses)).toContainText('The place is held until');

  await hears(waits, place(waits), 'The place is held until');
  await hears(lapses, place(lapses), 'Passed over until the caseworker confirms');
  await place(lapses).getByRole('button', { name: 'Still wants a place' }).click();
  await expect(place(lapses)).toContainText('Number 1 on the list');
});
