// @vitest-environment node
import { expect, it } from 'vitest';
import { keyOf, seal, unseal } from './seal';

const one = () => keyOf('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8');
const other = () => keyOf('__ECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8');

it('opens with its key in its row, and never twice the same', async () => {
  const key = await one();
  const value = { name: 'Ardel Q', mark: 'PRESENT' };
  const [a, b] = [await seal(key, 'row 1', value), await seal(key, 'row 1', value)];
  expect(await unseal(key, 'row 1', a)).toEqual(value);
  expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(false);
  expect(Buffer.from(a.bytes).includes('Ardel')).toBe(false);
});

it('does not open with another key, in another row, or changed', async () => {
  const key = await one();
  const sealed = await seal(key, 'row 1', 'words');
  expect(await unseal(await other(), 'row 1', sealed)).toBeUndefined();
  expect(await unseal(key, 'row 2', sealed)).toBeUndefined();
  const changed = new Uint8Array(sealed.bytes.slice(0));
  changed[0] = (changed[0] ?? 0) ^ 1;
  expect(await unseal(key, 'row 1', { iv: sealed.iv, bytes: changed.buffer })).toBeUndefined();
});

it('gives its key to nobody', async () => {
  await expect(crypto.subtle.exportKey('raw', await one())).rejects.toThrow();
});
