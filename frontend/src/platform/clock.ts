/** The server's clock, by which days and deadlines go; the device's may be wrong, and a demonstration can set its own. */

let ahead = 0;

/** Takes the server's time from an answer that has just come. */
export function setClock(now: string | undefined): void {
  const at = Date.parse(now ?? '');
  if (!Number.isNaN(at)) ahead = at - Date.now();
}

export function now(): Date {
  return new Date(Date.now() + ahead);
}
