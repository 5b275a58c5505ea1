/**
 * What someone is typing, held in memory so that it outlives the end of a sign-in. Never written to the device.
 * It is given back to the same person only: session.ts forgets it when somebody else signs in.
 */
import { useEffect, useRef, useState } from 'react';

const kept = new Map<string, unknown>();
let keeping = false;

/** From here on, what unmounts stays kept: the sign-in has ended and the page goes blank. */
export function keepTyped(on: boolean): void {
  keeping = on;
}

export function forgetKept(): void {
  kept.clear();
}

/** State that survives the end of a sign-in, but not leaving the page. */
export function useKept<T>(key: string, initial: T): [T, (next: T | ((before: T) => T)) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    if (latest.current !== undefined) kept.set(key, latest.current);
    return () => {
      if (!keeping) kept.delete(key);
    };
  }, [key]);
  const set = (next: T | ((before: T) => T)) => {
    const made = typeof next === 'function' ? (next as (before: T) => T)(latest.current) : next;
    latest.current = made;
    kept.set(key, made);
    setValue(made);
  };
  return [value, set];
}
