/** Places by programme, added up over the runs that take children. Pure. */
import type { OfferingStatus } from '../gql/graphql';

interface Places {
  capacity?: number | null | undefined;
  taken?: number | null | undefined;
  held?: number | null | undefined;
  left?: number | null | undefined;
  waiting?: number | null | undefined;
  expectedWaitWorkingDays?: number | null | undefined;
}

export interface ProgrammeRuns {
  id: string;
  title: string;
  provider: { name: string };
  offerings: { nodes: ReadonlyArray<{ status: OfferingStatus; places: Places }> };
}

export interface Capacity {
  id: string;
  title: string;
  provider: string;
  runs: number;
  capacity: number;
  taken: number;
  held: number;
  left: number;
  waiting: number;
  /** The longest wait of its runs, in working days; none where nobody waits or too few have waited. */
  wait: number | undefined;
}

const takesChildren: readonly OfferingStatus[] = ['OPEN', 'RUNNING', 'CLOSED'];

/** Only programmes that have places which this viewer may know, with the longest waiting lists first. */
export function capacities(programmes: readonly ProgrammeRuns[]): Capacity[] {
  return programmes
    .map((programme) => {
      const known = programme.offerings.nodes
        .filter((run) => takesChildren.includes(run.status) && run.places.capacity != null)
        .map((run) => run.places);
      const sum = (of: keyof Places) => known.reduce((all, places) => all + (places[of] ?? 0), 0);
      const waits = known.map((places) => places.expectedWaitWorkingDays ?? 0);
      return {
        id: programme.id,
        title: programme.title,
        provider: programme.provider.name,
        runs: known.length,
        capacity: sum('capacity'),
        taken: sum('taken'),
        held: sum('held'),
        left: sum('left'),
        waiting: sum('waiting'),
        wait: Math.max(0, ...waits) || undefined,
      };
    })
    .filter((it) => it.capacity + it.waiting > 0)
    .sort((a, b) => b.waiting - a.waiting || a.left - b.left || a.title.localeCompare(b.title, 'en-GB'));
}

/** What the chart shows, said: the heading over it. */
export function finding(all: readonly Capacity[]): string {
  const free = all.filter((it) => it.left > 0).length;
  const waiting = all.reduce((sum, it) => sum + it.waiting, 0);
  const programmes = `${free} of ${all.length} ${all.length === 1 ? 'programme' : 'programmes'}`;
  const has = free === 1 ? 'has' : 'have';
  const waits = waiting === 1 ? '1 child waits' : `${waiting === 0 ? 'no' : waiting} children wait`;
  return `${programmes} ${has} a free place; ${waits}`;
}

export function waitShort(workingDays: number | undefined): string {
  if (!workingDays) return 'Not known';
  const weeks = Math.ceil(workingDays / 5);
  return weeks === 1 ? 'Up to a week' : `Up to ${weeks} weeks`;
}
