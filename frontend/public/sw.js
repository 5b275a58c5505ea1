// So that a register opens without a network: keeps the page itself and the files that it is made of, whose names are
// their hashes. Nothing else: no answer of the API, no sign-in, nothing about anybody. A register's marks are elsewhere,
// sealed (src/delivery/register).
const kept = 'pages';
const ownFile = (url) => url.origin === location.origin && url.pathname.startsWith('/assets/');

async function page(request) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    const isPage =
      answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').startsWith('text/html');
    if (isPage && new URL(request.url).pathname !== '/graphiql') await renew(cache, answer.clone());
    return answer;
  } catch (away) {
    const before = await cache.match('/');
    if (before) return before;
    throw away;
  }
}

// Another page is another version of the program: the files of the one before are not needed any more.
async function renew(cache, answer) {
  const [before, now] = [await cache.match('/'), await answer.clone().text()];
  if (before && (await before.text()) !== now) {
    for (const request of await cache.keys()) await cache.delete(request);
  }
  await cache.put('/', answer);
}

async function file(request) {
  const cache = await caches.open(kept);
  const before = await cache.match(request);
  if (before) return before;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (ownFile(new URL(request.url))) event.respondWith(file(request));
});

// The page says what it was made of before this worker was there, and what a register needs besides.
self.addEventListener('message', (event) => {
  const files = (event.data?.files ?? []).filter((name) => ownFile(new URL(name, location.origin)));
  const keep = async () => {
    const cache = await caches.open(kept);
    await renew(cache, await fetch('/', { headers: { accept: 'text/html' } }));
    await Promise.allSettled(files.map(async (name) => (await cache.match(name)) ?? cache.add(name)));
  };
  event.waitUntil(keep().catch(() => undefined));
});
