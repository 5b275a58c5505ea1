import { CombinedError } from '@urql/core';
import { expect, it } from 'vitest';
import type { Entry, MarkEntry } from './marks';
import { answerOf } from './transport';

const common = {
  id: 'i',
  order: 1,
  at: 0,
  sessionId: 's',
  session: '',
  tried: true,
  state: 'waiting',
} as const;
const child = { enrolmentId: 'a', name: 'A' };
const mark: MarkEntry = { ...common, ...child, what: 'mark', mark: 'PRESENT', seen: null, markedAt: '' };
const note: Entry = { ...common, ...child, what: 'note', body: 'Calm.' };

const failed = (code: string) =>
  new CombinedError({ graphQLErrors: [{ message: '', extensions: { code } }] });
const problem = (code: string) => ({ code, message: `because of ${code}` });

it('what may not have arrived goes again', () => {
  const network = new CombinedError({ networkError: new Error('no network') });
  const gateway = new CombinedError({
    networkError: new Error('Bad gateway'),
    response: new Response('', { status: 502 }),
  });
  for (const error of [network, gateway, ...['NOT_SIGNED_IN', 'RATE_LIMITED', 'UNAVAILABLE'].map(failed)])
    expect(answerOf(mark, { error })).toEqual({ is: 'later' });
  expect(answerOf(mark, {})).toEqual({ is: 'later' });
});

it('a refusal is told in words, and nothing is thrown away', () => {
  expect(answerOf(mark, { error: failed('NOT_FOUND') })).toMatchObject({
    is: 'refused',
    told: expect.stringContaining('no longer open this register'),
  });
  expect(answerOf(note, { payload: { problems: [problem('TOO_LONG')] } })).toEqual({
    is: 'refused',
    told: 'because of TOO_LONG',
  });
});

it('another device’s mark is told as it stands now', () => {
  const session = { attendances: [{ enrolment: { id: 'a' }, mark: 'LATE' as const }] };
  const problems = [problem('STALE')];
  expect(answerOf(mark, { payload: { session, problems } })).toEqual({ is: 'stale', theirs: 'LATE' });
  expect(answerOf(mark, { payload: { session: { attendances: [] }, problems } })).toEqual({
    is: 'stale',
    theirs: null,
  });
  expect(answerOf(mark, { payload: { session, problems: [] } })).toEqual({ is: 'done' });
});
