/** A session's note on a child, of its three parts. */
export interface NoteParts {
  did: string;
  were: string;
  next: string;
}

const heads: ReadonlyArray<[keyof NoteParts, string]> = [
  ['did', 'What we did'],
  ['were', 'How they were'],
  ['next', 'Next'],
];

/** One text; parts that nobody wrote are left out. */
export function noteOf(parts: NoteParts): string {
  return heads
    .filter(([name]) => parts[name].trim())
    .map(([name, head]) => `${head}: ${parts[name].trim()}`)
    .join('\n');
}
