/** A demo partnership of a test's own, on SQLite, whose clock begins where the test says and runs. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { signInHere, watch } from './actors';

const binary = process.env.RIDGEWAY_BIN ?? resolve(import.meta.dirname, '../../../target/debug/ridgeway');
// Besides those of the partnerships that are there all along, one for each worker.
const port = Number(process.env.RIDGEWAY_TEST_PORT ?? '8473') + 20 + Number(process.env.TEST_PARALLEL_INDEX ?? '0');
const origin = `http://127.0.0.1:${port}`;

let data = '';
let server: ChildProcess | undefined;

/** Gives each test of a file a folder for a partnership, and takes it away after it. */
export function eachItsOwn(): void {
  test.beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'ridgeway-own-'));
  });
  test.afterEach(async () => {
    await stop();
    rmSync(data, { recursive: true, force: true });
  });
}

/** Starts it, or goes on with it, at an instant. */
export async function start(now: string): Promise<void> {
  const { DATABASE_URL: _, REDIS_URL: __, ...env } = process.env;
  server = spawn(binary, ['demo', '--listen', `127.0.0.1:${port}`, '--data', data, '--now', now], {
    env: { ...env, RIDGEWAY_LOG: 'warn', RIDGEWAY_DRAIN: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ready = () => fetch(`${origin}/health/ready`).then((answer) => answer.ok, () => false);
  await expect.poll(ready, { timeout: 300_000 }).toBe(true);
}

export async function stop(): Promise<void> {
  const running = server;
  server = undefined;
  if (!running || running.exitCode !== null) return;
  const gone = new Promise((done) => running.once('exit', done));
  running.kill('SIGTERM');
  await gone;
}

/** What the API answers to somebody. An error fails the test. */
export async function ask(who: string, document: string, input: unknown = null): Promise<Record<string, any>> {
  const user = `${who}@ridgeway.example`;
  const token = execFileSync(binary, ['token', 'issue', '--user', user, '--ttl', '60d', '--data', data], {
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

type Asks = (document: string, input?: unknown) => Promise<Record<string, any>>;
const asManager: Asks = (document, input) => ask('manager.swindon', document, input);

/** A programme with one run of its own, by a provider; made by the manager who asks. */
export async function programme(
  providerId: string,
  title: string,
  run: { startsOn: string; endsOn: string; capacity: number },
  asks = asManager,
): Promise<{ programmeId: string; offeringId: string }> {
  const { createProgramme } = await asks(
    'mutation($input: ProgrammeInput!) { createProgramme(input: $input) { programme { id } } }',
    { title, summary: 'Mending bicycles together.', providerId, strand: 'EARLY_INTERVENTION', approach: 'MENT',
      mode: 'GROUP', reach: 'NAMED', minAge: 8, maxAge: 25, areaIds: [] },
  );
  const programmeId = createProgramme.programme.id;
  const { createOffering } = await asks(
    'mutation($input: OfferingInput!) { createOffering(input: $input) { offering { id } } }',
    { programmeId, schedule: 'Mondays at 16:00', ...run },
  );
  return { programmeId, offeringId: createOffering.offering.id };
}

interface Placed {
  reference: string;
  status: string;
  offerExpiresAt: string | null;
}

/** A programme whose one place, for a year, is offered to one child while another waits for it: these two. */
export async function fullProgramme(title: string, startsOn: string, asks = asManager): Promise<Placed[]> {
  const known = await asks(`{ organisations(filter: { kinds: [PROVIDER] }, first: 1) { nodes { id } }
    cases(filter: { statuses: [ALLOCATED, ASSESSMENT, PLAN_AGREED, ACTIVE] }, first: 60) { nodes { id reference } } }`);
  const endsOn = new Date(Date.parse(startsOn) + 365 * 86_400_000).toISOString().slice(0, 10);
  const run = { startsOn, endsOn, capacity: 1 };
  const { offeringId } = await programme(known.organisations.nodes[0].id, title, run, asks);
  const placed: Placed[] = [];
  for (const { id, reference } of known.cases.nodes) {
    if (placed.length === 2) break;
    const { enrol } = await asks(
      'mutation($input: EnrolInput!) { enrol(input: $input) { enrolment { status offerExpiresAt } problems { code } } }',
      { caseId: id, offeringId },
    );
    if (enrol.enrolment) placed.push({ reference, ...enrol.enrolment });
  }
  expect(placed.map((it) => it.status)).toEqual(['OFFERED', 'WAITLISTED']);
  return placed;
}

/** A window of somebody who is signed in. */
export async function open(browser: Browser, who: string, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  watch(page);
  await page.goto('/');
  await signInHere(page, who);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await page.goto(path);
  return page;
}
