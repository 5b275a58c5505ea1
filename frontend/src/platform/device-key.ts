/**
 * The key to what this device keeps of a register while there is no network. It is part of the sign-in: the server gives
 * it to whoever is signed in, it lies with the sign-in's own cookie in a cookie that ends with the browser, and it goes
 * when the sign-in does. What it opens lies elsewhere (delivery/register/shelf.ts), and holds no key. The reasons are in
 * docs/security.md.
 */

export interface DeviceKey {
  /** Whose it is. */
  person: string;
  /** By this the server finds the same key again, for the same person alone. */
  ticket: string;
  /** 32 bytes, as text. */
  key: string;
  /** When it ends whatever happens, by this device's clock. */
  until: number;
}

const name = () => (location.protocol === 'https:' ? '__Host-ridgeway-register' : 'ridgeway-register');

function write(value: string, age?: number): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const ends = age === undefined ? '' : `; Max-Age=${age}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store of the newer API is not in every browser
  document.cookie = `${name()}=${value}; Path=/; SameSite=Strict${secure}${ends}`;
}

/** Kept until the browser ends, or the sign-in. */
export function keepDeviceKey(it: DeviceKey): void {
  write([it.until, it.person, it.ticket, it.key].join('.'));
}

export function forgetDeviceKey(): void {
  write('', 0);
}

/** The key of this sign-in; none where it is over. */
export function deviceKey(): DeviceKey | undefined {
  const start = `${name()}=`;
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(start));
  const [until, person, ticket, key] = (found ?? '').slice(start.length).split('.');
  if (!until || !person || !ticket || !key) return undefined;
  if (Number(until) > Date.now()) return { until: Number(until), person, ticket, key };
  forgetDeviceKey();
  return undefined;
}

interface Answer {
  until: string;
  now: string;
  keys: Array<{ ticket: string; key: string }>;
}

/**
 * Asks the server for the keys to what waits on this device under these tickets; those of other people are left out. Where
 * none is this person's own, there is a new one. The first is kept.
 */
export async function fetchDeviceKeys(
  person: string,
  tickets: readonly string[],
): Promise<Answer['keys'] | undefined> {
  try {
    const answer = await fetch('/register-key', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ tickets: tickets.slice(0, 20) }),
    });
    if (!answer.ok) return undefined;
    const { until, now, keys } = (await answer.json()) as Answer;
    const left = Date.parse(until) - Date.parse(now);
    const [first] = keys;
    if (first && left > 0) keepDeviceKey({ ...first, person, until: Date.now() + left });
    return keys;
  } catch {
    return undefined;
  }
}
