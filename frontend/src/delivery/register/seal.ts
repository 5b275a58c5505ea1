/** What this device keeps, sealed: AES-256-GCM, bound to the row that it lies in, so that no row passes for another. */

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Whether this browser can seal; it cannot without HTTPS, as in a trial on a local network. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The key as the browser holds it: nothing can read it out again. */
export async function keyOf(text: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOf(text), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const boundTo = (row: string) => new TextEncoder().encode(row);

export async function seal(key: CryptoKey, row: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(row) },
    key,
    plain,
  );
  return { iv, bytes };
}

/** What was sealed for this row; undefined where it does not open: another key, or another row's. */
export async function unseal(key: CryptoKey, row: string, { iv, bytes }: Sealed): Promise<unknown> {
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData: boundTo(row) };
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes)));
  } catch {
    return undefined;
  }
}
