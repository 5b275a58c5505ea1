/** Signing in where real records are: a database made by the command line, `serve`, an authenticator app made here. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { accessibleAtBothWidths as check } from './accessible';
import { watch } from './actors';

const binary = process.env.RIDGEWAY_BIN ?? resolve(import.meta.dirname, '../../../target/debug/ridgeway');

interface Served {
  origin: string;
  password: string;
  stop: () => Promise<void>;
}

const email = 'lead@ridgeway.example';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A partnership for real records with one manager, served on a port of its own. */
async function serve(more: Record<string, string> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'ridgeway-real-'));
  // However the worker ends, nothing is left behind.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: `sqlite:${join(folder, 'real.sqlite')}`,
    RIDGEWAY_SECRET: randomBytes(32).toString('hex'),
    RIDGEWAY_LISTEN: `127.0.0.1:${port}`,
    RIDGEWAY_LOG: 'warn',
    RIDGEWAY_DRAIN: '0',
    ...(process.env.RIDGEWAY_FRONTEND && { RIDGEWAY_FRONTEND: process.env.RIDGEWAY_FRONTEND }),
    ...more,
  };
  const run = (...words: string[]) => execFileSync(binary, words, { env, encoding: 'utf8' }).trim();
  run('migrate', 'up');
  const place = ['--organisation', 'Youth justice service', '--make-organisation', 'YOUTH_JUSTICE_SERVICE'];
  const link = run('user', 'add', '--email', email, '--name', 'Mel Lead', ...place, '--role', 'TEAM_MANAGER');
  const server: ChildProcess = spawn(binary, ['serve'], { env, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  await expect(async () => {
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  }).toPass({ timeout: 30_000 });
  const password = randomBytes(12).toString('hex');
  const chosen = await fetch(`${origin}/one-time-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(link).hash.slice(1), password }),
  });
  expect(chosen.status).toBe(204);
  const stop = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, password, stop };
}

/** A code as an authenticator app computes it (RFC 6238), `ahead` steps from now. */
function codeOf(key: string, ahead = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const hash = createHmac('sha1', bytes).update(step).digest();
  const at = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** By keyboard alone: the password and Enter. */
async function password(page: Page, served: Served): Promise<void> {
  await page.goto(served.origin);
  await page.getByLabel('Email address').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(served.password);
  await page.keyboard.press('Enter');
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('a second factor is set up, asked for, and replaced by a recovery code', async ({ browser }) => {
  const served = await serve();
  try {
    const page = await (await browser.newContext()).newPage();
    watch(page);
    await password(page, served);
    await expect(heading(page, 'Set up your second factor')).toBeFocused();
    await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
    await check(page, 'setting up');
    const key = ((await page.locator('.app-key').textContent()) ?? '').replaceAll(' ', '');
    const type = async (code: string) => {
      await page.getByLabel('Code', { exact: true }).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
    };
    await type('12');
    await expect(page.locator('.govuk-error-summary')).toBeFocused();
    await check(page, 'a wrong code');
    await type(codeOf(key));
    await expect(heading(page, 'Keep your recovery codes')).toBeFocused();
    await check(page, 'recovery codes');
    const codes = await page.locator('.app-codes li').allTextContents();
    expect(codes).toHaveLength(10);
    await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await expect(page.getByText('Password only')).toHaveCount(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(heading(page, 'Sign in')).toBeVisible();

    // Codes are good once: this one is the next, which is taken half a minute early.
    await password(page, served);
    await expect(heading(page, 'Enter your code')).toBeFocused();
    await check(page, 'the code');
    await type(codeOf(key, 1));
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(heading(page, 'Sign in')).toBeVisible();

    await password(page, served);
    await expect(heading(page, 'Enter your code')).toBeFocused();
    await type(codes[0] ?? '');
    await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
    await check(page, 'a recovery code used');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  } finally {
    await served.stop();
  }
});

test('where a password is enough, every page says so; too many tries are told in words', async ({ page }) => {
  const served = await serve({ RIDGEWAY_ALLOW_PASSWORD_ONLY: 'true' });
  try {
    watch(page);
    await page.goto(served.origin);
    await expect(page.getByText('Second factors are switched off here')).toBeVisible();
    await check(page, 'signing in with the banner');
    await password(page, served);
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await expect(page.getByText('Second factors are switched off here')).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    for (let tries = 0; tries < 6; tries += 1) {
      const body = { email: 'nobody@ridgeway.example', password: 'wrong' };
      await page.request.post(`${served.origin}/sign-in`, { data: body });
    }
    await page.getByLabel('Email address').fill('nobody@ridgeway.example');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await expect(async () => {
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.locator('.govuk-error-summary')).toContainText('too many tries', { timeout: 1000 });
    }).toPass();
    await check(page, 'too many tries');
  } finally {
    await served.stop();
  }
});
