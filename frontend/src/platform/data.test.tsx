// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { cacheExchange, createClient, fetchExchange, Provider } from 'urql';
import { afterEach, describe, expect, it } from 'vitest';
import { TypedDocumentString } from '../gql/graphql';
import { useChange, useData } from './data';
import { formerAnswers } from './former';
import { session } from './session';

interface Rows {
  rows: string;
}
const document = new TypedDocumentString<Rows, { order: string }>(
  'query Rows($order: String!) { rows(order: $order) }',
);

afterEach(cleanup);

/** A client, what answers its first and then its next requests, and what it has sent so far. */
function connected() {
  const answers = new TransformStream<Response, Response>(undefined, { highWaterMark: 2 });
  const [writer, reader] = [answers.writable.getWriter(), answers.readable.getReader()];
  const sent: unknown[] = [];
  const client = createClient({
    url: 'http://127.0.0.1/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_, init) => {
      sent.push(JSON.parse(String(init?.body)).variables);
      return (await reader.read()).value ?? Response.error();
    },
  });
  const answer = (body: object) => {
    const headers = { 'content-type': 'application/json' };
    void writer.write(new Response(JSON.stringify(body), { headers }));
  };
  const wrapper = ({ children }: PropsWithChildren) => <Provider value={client}>{children}</Provider>;
  return { wrapper, answer, sent };
}

/** The hook asked with "due". */
function asked(options: { former?: 'kept' | 'dropped' } = {}) {
  const { wrapper, answer } = connected();
  const hook = renderHook(({ order }) => useData(document, { order }, options), {
    initialProps: { order: 'due' },
    wrapper,
  });
  const state = () => {
    const { data, loading, former } = hook.result.current;
    return { rows: data?.rows, loading, former, told: formerAnswers.get() };
  };
  const becomes = (expected: ReturnType<typeof state>) => waitFor(() => expect(state()).toEqual(expected));
  return { hook, answer, state, becomes };
}

const shown = (rows: string) => ({ rows, loading: false, former: false, told: 0 });

describe('an answer on the page', () => {
  it('is of before from the choice of another question to its answer', async () => {
    const { hook, answer, state, becomes } = asked();
    expect(state()).toEqual({ rows: undefined, loading: true, former: false, told: 0 });
    answer({ data: { rows: 'by due day' } });
    await becomes(shown('by due day'));
    hook.rerender({ order: 'newest' });
    expect(state()).toEqual({ ...shown('by due day'), former: true, told: 1 });
    answer({ data: { rows: 'newest' } });
    await becomes(shown('newest'));
  });

  it('is not of before when the same question is asked again', async () => {
    const { hook, answer, state, becomes } = asked();
    answer({ data: { rows: 'by due day' } });
    await becomes(shown('by due day'));
    act(() => hook.result.current.reload());
    expect(state()).toEqual(shown('by due day'));
    answer({ data: { rows: 'a new one' } });
    await becomes(shown('a new one'));
  });

  it('that is on its way is not thrown away for being asked for again', async () => {
    const { hook, answer, becomes } = asked();
    act(() => hook.result.current.reload());
    answer({ data: { rows: 'by due day' } });
    await becomes(shown('by due day'));
    answer({ data: { rows: 'a new one' } });
    await becomes(shown('a new one'));
  });

  it('gives way to a failure', async () => {
    const { hook, answer, becomes } = asked();
    answer({ data: { rows: 'by due day' } });
    await becomes(shown('by due day'));
    hook.rerender({ order: 'newest' });
    answer({ errors: [{ message: 'Too much at once.' }] });
    await becomes({ rows: undefined, loading: false, former: false, told: 0 });
    expect(hook.result.current.failure).toBeDefined();
  });

  it('is told of no more when its page is left', async () => {
    const { hook, answer, state, becomes } = asked();
    answer({ data: { rows: 'by due day' } });
    await becomes(shown('by due day'));
    hook.rerender({ order: 'newest' });
    expect(state().told).toBe(1);
    hook.unmount();
    expect(formerAnswers.get()).toBe(0);
  });

  it('is not told of beside what the page is about', async () => {
    const { hook, answer, state, becomes } = asked({ former: 'kept' });
    answer({ data: { rows: 'by due day' } });
    await becomes(shown('by due day'));
    hook.rerender({ order: 'newest' });
    expect(state()).toEqual({ ...shown('by due day'), former: true });
  });

  it('is not shown where it would be taken for the new one', async () => {
    const { hook, answer, state, becomes } = asked({ former: 'dropped' });
    answer({ data: { rows: 'by due day' } });
    await becomes(shown('by due day'));
    hook.rerender({ order: 'newest' });
    expect(state()).toEqual({ rows: undefined, loading: true, former: true, told: 0 });
    answer({ data: { rows: 'newest' } });
    await becomes(shown('newest'));
  });
});

describe('a change', () => {
  interface Referral {
    referral: { __typename: string; id: string; version: number };
    problems: [];
  }
  type Input = { input: { referralId: string; version: number } };
  const take = new TypedDocumentString<{ take: Referral }, Input>(
    'mutation Take($input: ReferralVersionInput!) { take(input: $input) { referral { id version } } }',
  );
  const taken = (version: number) => ({
    data: { take: { referral: { __typename: 'Referral', id: 'r7', version }, problems: [] } },
  });

  it('waits for the one before it, and goes on from its version', async () => {
    const { wrapper, answer, sent } = connected();
    const { result } = renderHook(() => [useChange(take), useChange(take)] as const, { wrapper });
    const [first, second] = result.current;
    const opened = { referralId: 'r7', version: 3 };
    let outcomes: Array<ReturnType<typeof first.run>> = [];
    act(() => {
      outcomes = [first.run(opened), second.run(opened)];
    });
    await waitFor(() => expect(sent).toEqual([{ input: opened }]));
    answer(taken(4));
    await waitFor(() => expect(sent).toEqual([{ input: opened }, { input: { ...opened, version: 4 } }]));
    answer(taken(5));
    expect((await Promise.all(outcomes)).map((outcome) => outcome.payload?.referral.version)).toEqual([4, 5]);
  });

  it('is not sent as somebody else than who made it', async () => {
    const { wrapper, answer, sent } = connected();
    const { result } = renderHook(() => [useChange(take), useChange(take)] as const, { wrapper });
    const [first, second] = result.current;
    const outcomes: Array<ReturnType<typeof first.run>> = [];
    act(() => {
      outcomes.push(
        first.run({ referralId: 'r8', version: 1 }),
        second.run({ referralId: 'r9', version: 1 }),
      );
    });
    await waitFor(() => expect(sent.length).toBe(1));
    const times = { idleEndsAt: '2026-11-24T10:00:00Z', absoluteEndsAt: '2026-11-24T20:00:00Z' };
    session.set({ state: 'signedIn', person: 'another', since: 2, ...times });
    answer(taken(2));
    const [done, unsent] = await Promise.all(outcomes);
    expect(done?.payload?.referral.version).toBe(2);
    expect(unsent?.failure?.message).toContain('This was not sent');
    expect(sent.length).toBe(1);
  });
});
