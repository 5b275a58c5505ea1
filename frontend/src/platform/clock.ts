/** The server's clock, by which days and deadlines go; the device's may be wrong, and a demonstration can set its own. */

let ahead = 0;

/** Takes the server's time from an answer that has just come. */
export function setClock(now: string | undefined): void {
  const at = Date.parse(now ?? '');
  if (!Number.isNaN(at)) ahead = at - Date.now();
}

/** How far the server's clock was ahead when it was last heard, in milliseconds. */
export function clockAhead(): number {
  return ahead;
}

/** What was known of it before this page was loaded, where the server cannot be asked. */
export function setAhead(known: number): void {
  ahead = known;
}

export function now(): Date {
  return new Date(Date.now() + ahead);
}
