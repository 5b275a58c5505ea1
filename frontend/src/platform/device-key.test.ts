// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { deviceKey, fetchDeviceKeys, forgetDeviceKey, keepDeviceKey } from './device-key';

afterEach(() => {
  forgetDeviceKey();
  vi.unstubAllGlobals();
});

const hour = 3_600_000;

it('is kept with the sign-in until it is forgotten', () => {
  const key = { person: 'user_a-B_1', ticket: 'ticket', key: 'k_-1', until: Date.now() + hour };
  keepDeviceKey(key);
  expect(deviceKey()).toEqual(key);
  forgetDeviceKey();
  expect(deviceKey()).toBeUndefined();
  expect(document.cookie).toBe('');
});

it('is no key any more once its time is over', () => {
  keepDeviceKey({ person: 'user_a', ticket: 't', key: 'k', until: Date.now() - 1 });
  expect(deviceKey()).toBeUndefined();
  expect(document.cookie).toBe('');
});

it('lasts as long as the sign-in has left, whatever the device takes the time to be', async () => {
  const body = {
    now: '2031-01-01T10:00:00Z',
    until: '2031-01-01T11:00:00Z',
    keys: [
      { ticket: 't1', key: 'k1' },
      { ticket: 't2', key: 'k2' },
    ],
  };
  const ask = vi.fn(async () => new Response(JSON.stringify(body)));
  vi.stubGlobal('fetch', ask);
  const before = Date.now();
  expect(await fetchDeviceKeys('user_a', ['t1', 't2', 'theirs'])).toEqual(body.keys);
  const kept = deviceKey();
  expect(kept).toMatchObject({ person: 'user_a', ticket: 't1', key: 'k1' });
  expect((kept?.until ?? 0) - before).toBeGreaterThanOrEqual(hour);
  expect((kept?.until ?? 0) - before).toBeLessThan(hour + 5000);
});

it('is not made up where the server gives none', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response('{}', { status: 401 })),
  );
  expect(await fetchDeviceKeys('user_a', [])).toBeUndefined();
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Promise.reject(new TypeError('no network'))),
  );
  expect(await fetchDeviceKeys('user_a', [])).toBeUndefined();
  expect(deviceKey()).toBeUndefined();
});
