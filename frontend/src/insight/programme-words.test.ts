import { describe, expect, it } from 'vitest';
import type { Count } from './figures';
import {
  besideFinding,
  completion,
  completionFinding,
  dosageFinding,
  type Places,
  reachFinding,
  waitFinding,
} from './programme-words';

const told = (value: number, display = String(value)): Count => ({ value, display, suppressed: false });
const hidden: Count = { value: null, display: '0 to 4', suppressed: true };
const few: Count = { value: null, display: 'too few to say', suppressed: true };
const notRun: Count = { value: null, display: 'not run here', suppressed: false };

const own: Places = {
  enrolled: told(40),
  started: told(35),
  completed: told(20),
  endedEarly: told(10),
  endedEarlyByChild: hidden,
  endedEarlyByUs: hidden,
  attendanceRate: told(75, '75%'),
  medianWaitWorkingDays: told(12, '12 working days'),
};
const none: Places = {
  enrolled: hidden,
  started: hidden,
  completed: hidden,
  endedEarly: hidden,
  endedEarlyByChild: hidden,
  endedEarlyByUs: hidden,
  attendanceRate: few,
  medianWaitWorkingDays: few,
};

describe('what a programme’s figures say', () => {
  it('says what is told beside all programmes', () => {
    expect(reachFinding(own)).toBe('About 35 children came to a first session');
    expect(waitFinding(own, own)).toBe(
      'Half of the children waited up to 12 working days; in all programmes 12 working days',
    );
    expect(dosageFinding(own, none)).toBe('Children came to 75% of the sessions at which they were expected');
    expect(completionFinding(own, own)).toBe(
      '67% of those who completed or left early completed; in all programmes 67%',
    );
  });

  it('makes no number of what is kept back', () => {
    for (const finding of [
      reachFinding(none),
      waitFinding(none, own),
      dosageFinding(none, own),
      completionFinding(none, own),
    ]) {
      expect(finding).toMatch(/^Too few children/);
      expect(finding).not.toMatch(/\d/);
    }
    expect(completion({ ...own, endedEarly: hidden }).value).toBeNull();
    expect(reachFinding({ ...none, started: notRun })).toBe('It was not run in this time');
  });

  it('says whether there is anything to stand beside', () => {
    expect(besideFinding('Mentoring', 1)).toBe('No other programme here takes this approach: Mentoring');
    expect(besideFinding('Mentoring', 3)).toBe('3 programmes here take this approach: Mentoring');
  });

  it('never says why', () => {
    const all = [
      reachFinding(own),
      waitFinding(own, own),
      dosageFinding(own, own),
      completionFinding(own, own),
    ];
    for (const finding of all)
      expect(finding).not.toMatch(/because|due to|led to|caused|effect|worked|helped/i);
  });
});
