/** What a programme's figures say, as the headings over them. They describe; they never say why. Pure. */
import { type Count, type Row, shareOf } from './figures';

/** What is told of a programme, of all of its approach, and of all programmes. */
export interface Places {
  enrolled: Count;
  started: Count;
  completed: Count;
  endedEarly: Count;
  endedEarlyByChild: Count;
  endedEarlyByUs: Count;
  attendanceRate: Count;
  medianWaitWorkingDays: Count;
}

export type Beside = Row & Places;

/** Completed, of those who completed or left early. */
export const completion = (of: Places) => shareOf(of.completed, [of.completed, of.endedEarly]);

const notRun = (count: Count) => count.display === 'not run here';

export function reachFinding({ started }: Places): string {
  if (notRun(started)) return 'It was not run in this time';
  return started.value == null
    ? 'Too few children came to a first session to say how many'
    : `About ${started.display} children came to a first session`;
}

/** One figure of the programme, and the same of all programmes where that is told. */
function beside(own: Count, all: Count, says: (display: string) => string, otherwise: string): string {
  if (own.value == null) return otherwise;
  return all.value == null ? says(own.display) : `${says(own.display)}; in all programmes ${all.display}`;
}

export function waitFinding(own: Places, all: Places): string {
  return beside(
    own.medianWaitWorkingDays,
    all.medianWaitWorkingDays,
    (wait) => `Half of the children waited up to ${wait}`,
    'Too few children to say how long they waited',
  );
}

export function dosageFinding(own: Places, all: Places): string {
  return beside(
    own.attendanceRate,
    all.attendanceRate,
    (rate) => `Children came to ${rate} of the sessions at which they were expected`,
    'Too few children to say how many sessions they came to',
  );
}

export function completionFinding(own: Places, all: Places): string {
  return beside(
    completion(own),
    completion(all),
    (share) => `${share} of those who completed or left early completed`,
    'Too few children completed or left early to say which share completed',
  );
}

export function besideFinding(name: string, programmes: number): string {
  if (programmes < 2) return `No other programme here takes this approach: ${name}`;
  return `${programmes} programmes here take this approach: ${name}`;
}
