/** What the figures of a release say, in words. Pure: nothing is counted here, and no number is made of a hidden one. */
import type { Informant, Instrument } from '../gql/graphql';

export interface Count {
  value?: number | null | undefined;
  display: string;
  suppressed: boolean;
}

export interface Change {
  instrument: Instrument;
  informant: Informant;
  pairs: Count;
  missingAtEnd: Count;
  meanBefore: Count;
  meanAfter: Count;
  effectSize: Count;
  effectSizeLow: Count;
  effectSizeHigh: Count;
  improved: Count;
  noReliableChange: Count;
  deteriorated: Count;
}

export interface Row {
  key: ReadonlyArray<{ label: string }>;
}

export const labelOf = (row: Row) => row.key.map((key) => key.label).join(', ');

/** For which instruments a fall is good. */
const fallIsGood: Partial<Record<Instrument, boolean>> = { SDQ: true, SUSPENSIONS: true };

export type Direction = 'better' | 'worse' | 'unsure';

/** Which way a change points, where its interval leaves no doubt. It says nothing about why. */
export function directionOf(change: Change): Direction | undefined {
  const [low, high] = [change.effectSizeLow.value, change.effectSizeHigh.value];
  if (low == null || high == null) return undefined;
  if (low <= 0 && high >= 0) return 'unsure';
  return high < 0 === Boolean(fallIsGood[change.instrument]) ? 'better' : 'worse';
}

/** The rows of which a number is told, the greatest first. */
export function shownFirst<T extends Row>(rows: readonly T[], of: (row: T) => Count): T[] {
  const value = (row: T) => of(row).value ?? -1;
  return [...rows].sort((a, b) => value(b) - value(a) || labelOf(a).localeCompare(labelOf(b), 'en-GB'));
}

/**
 * The share of one published count in others, as the API makes its own: whole per cent, half up, where each is told and the
 * whole is 10 or more.
 */
export function shareOf(part: Count, whole: readonly Count[]): Count {
  const of = whole.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one.value == null ? undefined : sum + one.value),
    0,
  );
  if (part.value == null || of === undefined || of < 10) {
    const notRun = [part, ...whole].find((one) => !one.suppressed && one.value == null);
    return notRun ?? { value: null, display: 'too few to say', suppressed: true };
  }
  const value = Math.min(100, Math.floor((200 * part.value + of) / (2 * of)));
  return { value, display: `${value}%`, suppressed: false };
}

/** The finding over a bar chart: which is the greatest, in words. */
export function greatest<T extends Row>(rows: readonly T[], of: (row: T) => Count, verb: string): string {
  const shown = shownFirst(rows, of).filter((row) => of(row).value != null);
  const [first, second] = shown;
  if (!first) return `Too few children ${verb} to tell groups apart`;
  if (second && of(second).value === of(first).value) {
    const alike = shown.filter((row) => of(row).value === of(first).value).map(labelOf);
    return `About as many children ${verb} in ${alike.slice(0, 3).join(', ')}: ${of(first).display} each`;
  }
  return `Most children who ${verb}: ${labelOf(first)}, about ${of(first).display}`;
}

/** The finding over waits: which is the longest, in words. */
export function longestWait<T extends Row & { medianWaitWorkingDays: Count }>(rows: readonly T[]): string {
  const [first] = shownFirst(rows, (row) => row.medianWaitWorkingDays);
  if (first?.medianWaitWorkingDays.value == null) return 'Too few children to say how long they waited';
  return `Longest wait: ${labelOf(first)}, where half of the children waited up to ${first.medianWaitWorkingDays.display}`;
}

/** A finding with what it is told by before it, so that no two figures of a page have one heading. */
export function told(by: string, finding: string): string {
  return `${by.charAt(0).toUpperCase()}${by.slice(1)}: ${finding.charAt(0).toLowerCase()}${finding.slice(1)}`;
}

/** A line of a file that opens in a spreadsheet: each cell is text or a number, and none is a formula. */
export function csvLine(cells: readonly string[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return cells.map(cell).join(',');
}

/** The year in whose April the financial year of a release begins: it tells no later one, whatever day is today. */
export function financialYear(asAt: string): number {
  const day = new Date(asAt);
  return day.getMonth() < 3 ? day.getFullYear() - 1 : day.getFullYear();
}
