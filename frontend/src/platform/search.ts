/** What a URL may hold: choices, and opaque ids and places. Anything else in it is dropped, names above all. */

const opaque = /^[\w+/=.~:-]{1,2000}$/;

type Kept<A extends Record<string, readonly string[]>, O extends string> = {
  [K in keyof A]?: A[K][number];
} & {
  [K in O]?: string;
};

/**
 * Keeps the named choices of a URL's search, each among its allowed values, and what can only be an opaque id; or, where a
 * shape is given, what has that shape.
 */
export function searchOf<A extends Record<string, readonly string[]>, O extends string = never>(
  allowed: A,
  ids: readonly O[] = [],
  shapes: Partial<Record<O, RegExp>> = {},
): (search: Record<string, unknown>) => Kept<A, O> {
  return (search) => {
    const kept: Record<string, string> = {};
    for (const [name, values] of Object.entries(allowed)) {
      const given = search[name];
      if (typeof given === 'string' && values.includes(given)) kept[name] = given;
    }
    for (const name of ids) {
      const given = search[name];
      if (typeof given === 'string' && (shapes[name] ?? opaque).test(given)) kept[name] = given;
    }
    return kept as Kept<A, O>;
  };
}
