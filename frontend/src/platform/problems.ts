/** Problems of an input, found here or by the server, and the fields of a page that they belong to. */

export interface Problem {
  /** The path within the input, dotted: `youngPerson.dateOfBirth`. */
  path: string;
  code: string;
  message: string;
}

/** The id of a field's first element, from its path. */
export function idOf(path: string): string {
  return `f-${path.replaceAll('.', '-')}`;
}

export function required(path: string, message: string): Problem {
  return { path, code: 'REQUIRED', message };
}

/**
 * The field that shows a problem: the one at its path, or the nearest one around it (`contacts.0.phone` shows at
 * `contacts` where there is no closer field). Undefined: no field here, it belongs in the summary alone.
 */
export function fieldFor(path: string, fields: readonly string[]): string | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const candidate = parts.slice(0, length).join('.');
    if (fields.includes(candidate)) return candidate;
  }
  return undefined;
}

/** Problems by the step of a journey that can put them right; what fits nowhere stays at the last step. */
export function problemsByStep<S extends string>(
  problems: readonly Problem[],
  steps: ReadonlyArray<{ step: S; fields: readonly string[] }>,
  last: S,
): Map<S, Problem[]> {
  const grouped = new Map<S, Problem[]>();
  for (const problem of problems) {
    const home = steps.find((s) => fieldFor(problem.path, s.fields) !== undefined)?.step ?? last;
    grouped.set(home, [...(grouped.get(home) ?? []), problem]);
  }
  return grouped;
}
