/** Indicators in words: the finding over each, and the columns of its figures. Pure. */
import type { Count } from './figures';

interface Figure {
  words: string;
  count?: Count | null | undefined;
  whole?: Count | null | undefined;
  share?: Count | null | undefined;
  change?:
    | {
        pairs: Count;
        meanBefore: Count;
        meanAfter: Count;
        effectSize: Count;
        effectSizeLow: Count;
        effectSizeHigh: Count;
      }
    | null
    | undefined;
}

interface Indicator {
  name: string;
  local: string;
  figures: readonly Figure[];
}

/** Whether our data cannot give it, as the list says in these words. */
export const cannotGive = (local: string) => local.startsWith('Our data cannot give it');

/** The finding: the first figure that is told, or that our data cannot give one. */
export function headingOf({ name, local, figures }: Indicator): string {
  if (cannotGive(local)) return `${name}: our data cannot give it`;
  if (figures.length === 0) return name;
  for (const { words, count, share, change } of figures) {
    const what = words.charAt(0).toLowerCase() + words.slice(1);
    if (change?.meanBefore.value != null && change.meanAfter.value != null) {
      return `${name}: ${change.meanBefore.display} at the start and ${change.meanAfter.display} at the end, at the mean`;
    }
    if (share?.value != null) return `${name}: ${share.display} (${what})`;
    if (count?.value != null && !share) return `${name}: about ${count.display} (${what})`;
  }
  return `${name}: too few to say`;
}

/** The columns that these figures have. */
export function figureCells(figures: readonly Figure[]): { head: string; of: (figure: Figure) => string }[] {
  const of = (head: string, cell: (figure: Figure) => Count | null | undefined) => ({
    head,
    of: (figure: Figure) => cell(figure)?.display ?? '',
  });
  const all = [
    of('Children', (one) => one.count),
    of('Of', (one) => one.whole),
    of('Share', (one) => one.share),
    of('Measured before and after', (one) => one.change?.pairs),
    of('Mean before', (one) => one.change?.meanBefore),
    of('Mean after', (one) => one.change?.meanAfter),
    of('Effect size (g)', (one) => one.change?.effectSize),
    of('95 % from', (one) => one.change?.effectSizeLow),
    of('95 % to', (one) => one.change?.effectSizeHigh),
  ];
  return all.filter((column) => figures.some((figure) => column.of(figure) !== ''));
}
