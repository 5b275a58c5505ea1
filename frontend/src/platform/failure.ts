/** A top-level error of the API in words for a person. What they can put right comes as problems instead. */
import type { CombinedError } from '@urql/core';

export interface Failure {
  code: string;
  message: string;
}

const words: Record<string, string> = {
  NOT_FOUND: 'This is not here, or it is not for you to see.',
  FORBIDDEN: 'You can see this, but doing that is not part of your role.',
  RATE_LIMITED: 'That was too many requests in a short time. Wait a minute and try again.',
  UNAVAILABLE: 'Ridgeway cannot do this at the moment. Nothing was changed. Try again in a minute.',
  CURSOR_EXPIRED: 'This list is too old to go on from here. Load it again.',
  BAD_USER_INPUT: 'Ridgeway did not understand that. Load the page again and retry.',
  NETWORK: 'Ridgeway cannot be reached. Check your connection and try again. What you typed is still here.',
};

export function failureOf(error: CombinedError | undefined): Failure | undefined {
  if (!error) return undefined;
  const first = error.graphQLErrors[0];
  if (!first) {
    return { code: 'NETWORK', message: words.NETWORK ?? '' };
  }
  const code = String(first.extensions?.code ?? 'INTERNAL');
  // A question that cannot be answered says itself what to put right.
  const problems = (first.extensions?.problems ?? []) as ReadonlyArray<{ message: string }>;
  if (code === 'BAD_USER_INPUT' && problems.length > 0) {
    return { code, message: problems.map((problem) => problem.message).join(' ') };
  }
  const reference = first.extensions?.reference;
  const told = reference ? ` If it happens again, tell support this reference: ${String(reference)}.` : '';
  return { code, message: words[code] ?? `Something went wrong on our side. Nothing was changed.${told}` };
}
