/**
 * The version that one's own last change made. The page is loaded again behind a change; who acts twice before that
 * has come would be told that somebody else changed the object.
 */

const own = new Map<string, number>();

/** Takes the versions out of a payload: of the objects that it holds. */
export function rememberVersions(payload: object | undefined): void {
  for (const value of Object.values(payload ?? {})) {
    const held = value as { id?: unknown; version?: unknown } | null;
    if (held && typeof held.id === 'string' && typeof held.version === 'number')
      own.set(held.id, held.version);
  }
}

/** The input with the version of one's own change just before, where nothing else lies between. */
export function withOwnVersion<T>(input: T): T {
  const held = input as Record<string, unknown>;
  const [first] = Object.values(held);
  // A contact's version is not that of the child who is named first.
  if (typeof held.version !== 'number' || typeof first !== 'string' || 'contactId' in held) return input;
  return own.get(first) === held.version + 1 ? { ...input, version: held.version + 1 } : input;
}
