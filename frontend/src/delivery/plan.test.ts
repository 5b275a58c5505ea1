import { describe, expect, it } from 'vitest';
import { answered, askedAbout, planned } from './plan';

const wish = {
  on: { day: '20', month: '10', year: '2026' },
  from: '4pm',
  to: '17:30',
  everyWeeks: 1,
  times: '3',
};

describe('planned sessions', () => {
  it('are at the same hour by the clock on the wall when the clocks go back', () => {
    expect(planned(wish)).toEqual({
      problems: [],
      sessions: [
        { startsAt: '2026-10-20T15:00:00.000Z', endsAt: '2026-10-20T16:30:00.000Z' },
        { startsAt: '2026-10-27T16:00:00.000Z', endsAt: '2026-10-27T17:30:00.000Z' },
        { startsAt: '2026-11-03T16:00:00.000Z', endsAt: '2026-11-03T17:30:00.000Z' },
      ],
    });
  });

  it('are one where it does not come again, and every other week where that is said', () => {
    const days = (over: object) =>
      planned({ ...wish, ...over }).sessions.map((one) => one.startsAt.slice(0, 10));
    expect(days({ everyWeeks: 0, times: 'x' })).toEqual(['2026-10-20']);
    expect(days({ everyWeeks: 2, times: '2' })).toEqual(['2026-10-20', '2026-11-03']);
  });

  it('say what is wrong at its field, and nothing is planned', () => {
    const wrong = (over: object) => {
      const { sessions, problems } = planned({ ...wish, ...over });
      expect(sessions).toEqual([]);
      return problems.map((problem) => problem.path);
    };
    expect(wrong({ on: { day: '31', month: '2', year: '2026' } })).toEqual(['on']);
    expect(wrong({ from: 'tea time', to: '' })).toEqual(['from', 'to']);
    expect(wrong({ to: '3pm' })).toEqual(['to']);
    for (const times of ['', '0', '101', '1.5']) expect(wrong({ times })).toEqual(['times']);
  });
});

describe('what the server asks', () => {
  const sent = planned(wish).sessions;
  const holiday = { path: 'sessions.1.startsAt', code: 'OUT_OF_RANGE', message: 'This is a bank holiday.' };

  it('is told by session, and what is about none of them stays apart', () => {
    const stale = { path: 'version', code: 'STALE', message: 'It changed.' };
    const beyond = { path: 'sessions.9.startsAt', code: 'OUT_OF_RANGE', message: 'No such one.' };
    expect(askedAbout(sent, [holiday, holiday, stale, beyond])).toEqual({
      asked: [{ ...sent[1], says: ['This is a bank holiday.'] }],
      others: [stale, beyond],
    });
  });

  it('is answered by a person: nothing is taken or left out that nobody said', () => {
    const day = sent[1]?.startsAt ?? '';
    const yes = (answers: Array<[string, 'out' | 'anyway']>) =>
      answered(sent, new Map(answers)).map((one) => one.anyway);
    expect(yes([])).toEqual([false, false, false]);
    expect(yes([[day, 'anyway']])).toEqual([false, true, false]);
    expect(yes([[day, 'out']])).toEqual([false, false]);
  });
});
