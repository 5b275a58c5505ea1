/** Where too much of a table is kept back, and which coarser table to offer then. The one rule for all figures. Pure. */
import type { OutcomeDimension, OutcomeFilter } from '../gql/graphql';
import type { Count } from './figures';

/** The counts of a row that tables show. */
export type Told = 'referred' | 'accepted' | 'enrolled' | 'started' | 'completed' | 'endedEarly';

/** Whether over a third of the cells are kept back ("0 to 4", "not shown"). What is not run here has no cells. */
export function tooThin<K extends string>(rows: readonly Record<K, Count>[], told: readonly K[]): boolean {
  const cells = rows.flatMap((row) => told.map((of) => row[of])).filter((one) => one.display !== notRun);
  const hidden = cells.filter((cell) => cell.suppressed).length;
  return hidden * 3 > cells.length;
}

const notRun = 'not run here';

export interface Table {
  by: OutcomeDimension[];
  filter: OutcomeFilter;
}

/** What each dimension lies within, the next step first. */
const around: Partial<Record<OutcomeDimension, OutcomeDimension[]>> = {
  PROGRAMME: ['APPROACH', 'STRAND'],
  AREA: ['LOCAL_AUTHORITY'],
  QUARTER: ['YEAR'],
};

/** Whether a coarser dimension is told within a filter: `ridgeway policy --figures`. */
function isListed(by: OutcomeDimension, filter: OutcomeFilter): boolean {
  if (by === 'YEAR') return !filter.approach;
  if (filter.programmeId || filter.approach) return false;
  return !filter.areaId || by === 'STRAND';
}

/**
 * The tables that are coarser than one, the smallest step first: what it lies within where one looks; the same for the whole
 * area; and at last everybody in one row.
 */
export function coarserThan(by: OutcomeDimension, filter: OutcomeFilter): Table[] {
  const within = (filter: OutcomeFilter) =>
    (around[by] ?? []).filter((outer) => isListed(outer, filter)).map((outer) => ({ by: [outer], filter }));
  const { areaId, ...everywhere } = filter;
  const wider = areaId ? [{ by: [by], filter: everywhere }, ...within(everywhere)] : [];
  return [...within(filter), ...wider, { by: [], filter }];
}

const byWords: Partial<Record<OutcomeDimension, string>> = {
  PROGRAMME: 'programmes',
  APPROACH: 'approaches',
  STRAND: 'strands of funding',
  AREA: 'areas',
  LOCAL_AUTHORITY: 'councils',
  QUARTER: 'quarters',
  YEAR: 'years',
  AGE_BAND: 'ages',
  SEX: 'sexes',
  ETHNICITY_GROUP: 'ethnic groups',
  SPECIAL_NEEDS: 'special educational needs',
};

/** A coarser table in words, for whoever looks at a finer one: "approaches", "programmes in the whole area". */
export function wordsOf(table: Table, finer: OutcomeFilter): string {
  const [by] = table.by;
  if (!by) return 'everybody together';
  const rows = byWords[by] ?? 'other groups';
  return finer.areaId && !table.filter.areaId ? `${rows} in the whole area` : rows;
}
