/**
 * What of a register waits on this device to be sent, for those parts of a page that do not know registers: the count, and
 * how it is taken away. Filled by delivery/register/device.ts, once that is loaded.
 */
import { makeStore } from './store';

export interface OnDevice {
  /** Whether anybody has looked yet. */
  known: boolean;
  /** Of the person who is signed in. */
  own: number;
  /** Of other people: sealed, and kept for them. */
  others: number;
  /** Takes away the person's own, sent or not. */
  wipe: () => Promise<void>;
}

export const onDevice = makeStore<OnDevice>({
  known: false,
  own: 0,
  others: 0,
  wipe: async () => undefined,
});
