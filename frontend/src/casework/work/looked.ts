/** When somebody last looked at their list, in this page's memory; at first, a day ago. */

const at = new Map<string, string>();
const start = new Date(Date.now() - 24 * 3_600_000).toISOString();

export function lastLooked(membershipId: string): string {
  return at.get(membershipId) ?? start;
}

export function looked(membershipId: string): void {
  at.set(membershipId, new Date().toISOString());
}
