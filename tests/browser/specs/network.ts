/** A network that can be switched off: what a browser sends goes through it to the node. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { origins } from './actors';

export interface Network {
  origin: string;
  off: () => Promise<void>;
  on: () => Promise<void>;
  close: () => Promise<void>;
}

export async function network(): Promise<Network> {
  const node = new URL(origins[0] ?? '');
  const open = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  const on = async () => {
    server = createServer((from) => {
      const to = connect(Number(node.port), node.hostname);
      for (const socket of [from, to]) {
        open.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          open.delete(socket);
          from.destroy();
          to.destroy();
        });
      }
      from.pipe(to).pipe(from);
    });
    await new Promise<void>((done) => server?.listen(port, '127.0.0.1', done));
    const address = server.address();
    if (address && typeof address !== 'string') port = address.port;
  };
  const off = async () => {
    const closed = new Promise((done) => server?.close(done));
    for (const socket of open) socket.destroy();
    await closed;
  };
  await on();
  return { origin: `http://127.0.0.1:${port}`, on, off, close: off };
}

/** From here on no answer comes, until what is given back is called. */
export async function hold(page: Page): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((done) => {
    go = done;
  });
  await page.route('**/graphql', async (route) => {
    await held;
    await route.fallback().catch(() => undefined);
  });
  return go;
}

/** From here on no answer ever comes, except to what is asked after what is given back was called. */
export async function unanswered(page: Page): Promise<() => void> {
  let silent = true;
  await page.route('**/graphql', (route) => (silent ? new Promise<void>(() => undefined) : route.fallback()));
  return () => {
    silent = false;
  };
}

/** From its next load on the page does not ask by itself, each half-minute, whether its sign-in has ended. */
export async function withoutPoll(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const each = window.setInterval.bind(window);
    const often = (act: TimerHandler, after = 0) => (after < 30_000 ? each(act, after) : 0);
    window.setInterval = often as typeof window.setInterval;
  });
}

/** Asks the API as whoever is signed in in a window. */
export async function ask<T>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const sent = await fetch('/graphql', { method: 'POST', headers, body });
      return (await sent.json()) as { data?: unknown; errors?: unknown };
    },
    JSON.stringify({ query, variables }),
  );
  expect(answer.errors, query).toBeUndefined();
  return answer.data as T;
}

/** What the pages have put into the browser, as text: sealed rows, and all else; and how many rows there are of each kind. */
export async function onDevice(
  page: Page,
): Promise<{ rows: string; rest: string; registers: number; entries: number }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open('register', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' });
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const rows = await new Promise<Array<{ kind: string; bytes: ArrayBuffer }>>((done) => {
      const request = database.transaction('rows').objectStore('rows').getAll();
      request.onsuccess = () => done(request.result);
    });
    database.close();
    const bytes = rows.map((row) => new TextDecoder('latin1').decode(row.bytes)).join(' ');
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) kept.push(`${request.url} ${await (await cache.match(request))?.text()}`);
    }
    return {
      rows: `${JSON.stringify(rows)} ${bytes}`,
      rest: [...kept, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(' '),
      registers: rows.filter((row) => row.kind === 'register').length,
      entries: rows.filter((row) => row.kind === 'entry').length,
    };
  });
}

/** The service worker has what the pages of registers are made of. */
export async function readyWithoutNetwork(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await (await caches.open('pages')).keys();
        const names = kept.map((request) => new URL(request.url).pathname);
        return names.includes('/') && names.some((name) => name.includes('away-page'));
      }),
    )
    .toBe(true);
}

/** A telephone that was started again: cookies that end with the browser are gone, and what lies on the device is not. */
export async function startAgain(context: BrowserContext): Promise<Page> {
  for (const page of context.pages()) await page.close();
  await context.clearCookies();
  return context.newPage();
}
