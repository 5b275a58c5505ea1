/**
 * The browser against the real binary: for each worker a demo partnership on a folder of its own; on DATABASE_URL one alone.
 * RIDGEWAY_TEST_NODES=2 serves it by two nodes, on DATABASE_URL and REDIS_URL, and windows go to them in turn.
 * RIDGEWAY_BIN names the binary, RIDGEWAY_FRONTEND a folder to serve in place of the pages inside it,
 * CHROMIUM the browser. RIDGEWAY_TEST_SLOW=900 lets each answer of the API wait for up to 900 ms: what only a quick one hides is seen.
 * RIDGEWAY_TEST_NOW=2027-04-13T10:00:00Z says when it is, in place of the next opening hours.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const binary = process.env.RIDGEWAY_BIN ?? join(root, 'target/debug/ridgeway');
const port = Number(process.env.RIDGEWAY_TEST_PORT ?? '8473');
const workers = process.env.DATABASE_URL ? 1 : 2;
// Workers read this file as well: they inherit the folder that the first reading made and takes away when all is over.
if (!process.env.RIDGEWAY_TEST_FOLDER) {
  const folder = mkdtempSync(join(tmpdir(), 'ridgeway-browser-'));
  process.env.RIDGEWAY_TEST_FOLDER = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
const partnerships = Array.from({ length: workers }, (_, nth) => ({
  data: join(process.env.RIDGEWAY_TEST_FOLDER ?? '', `${nth}`),
  ports: Array.from({ length: Number(process.env.RIDGEWAY_TEST_NODES ?? '1') }, (_, node) => port + 2 * nth + node),
}));
// What a worker's tests see is the partnership of that worker.
const mine = partnerships[Number(process.env.TEST_PARALLEL_INDEX ?? '0')] ?? { data: '', ports: [] };
const origins = mine.ports.map((port) => `http://127.0.0.1:${port}`);
process.env.RIDGEWAY_TEST_ORIGINS = origins.join(' ');
process.env.RIDGEWAY_TEST_DATA = mine.data;
const now = process.env.RIDGEWAY_TEST_NOW ?? openingTime();

/** Ten on a Tuesday, Wednesday or Thursday to come, outside Christmas: the service is open, whenever this is run. */
function openingTime(): string {
  const day = new Date();
  do {
    day.setUTCDate(day.getUTCDate() + 1);
  } while (![2, 3, 4].includes(day.getUTCDay()) || (day.getUTCMonth() === 11 && day.getUTCDate() > 22) || (day.getUTCMonth() === 0 && day.getUTCDate() < 5));
  return `${day.toISOString().slice(0, 10)}T10:00:00Z`;
}

export default defineConfig({
  testDir: 'specs',
  outputDir: 'results',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // Tests of a file see each other's children, one after the other.
  workers,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: origins[0],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // One after the other: the first makes the partnership, the next goes on with it.
  webServer: partnerships.flatMap(({ data, ports }) => ports.map((port) => ({
    command: `"${binary}" demo --listen 127.0.0.1:${port} --data "${data}" --now ${now}`,
    env: { RIDGEWAY_LOG: process.env.RIDGEWAY_LOG ?? 'warn', RIDGEWAY_DRAIN: '0' },
    url: `http://127.0.0.1:${port}/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  }))),
});
