/** Lists that are never changed in place. */

/** The list with one of its things changed. */
export function replaced<T>(all: readonly T[], index: number, change: Partial<T>): T[] {
  return all.map((one, at) => (at === index ? { ...one, ...change } : one));
}

/** The list without one of its things. */
export function without<T>(all: readonly T[], index: number): T[] {
  return all.filter((_, at) => at !== index);
}
