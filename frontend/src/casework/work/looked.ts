/** When somebody last looked at their list, in this page's memory; at first, a day ago. */

import { now } from '../../platform/clock';

const at = new Map<string, string>();

export function lastLooked(membershipId: string): string {
  return at.get(membershipId) ?? new Date(now().getTime() - 24 * 3_600_000).toISOString();
}

export function looked(membershipId: string): void {
  at.set(membershipId, now().toISOString());
}
