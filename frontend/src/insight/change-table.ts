/** Rows of what was measured before and after: their columns, their dots, and the word of caution. */
import { informantWords, instrumentWords } from '../casework/case/measure-words';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { type Change, directionOf, labelOf } from './figures';

const OneChange = graphql(`
  fragment OutcomeChange on MeasureChange {
    instrument informant
    pairs { value display suppressed }
    missingAtEnd { value display suppressed }
    meanBefore { value display suppressed }
    meanAfter { value display suppressed }
    effectSize { value display suppressed }
    effectSizeLow { value display suppressed }
    effectSizeHigh { value display suppressed }
    improved { value display suppressed }
    noReliableChange { value display suppressed }
    deteriorated { value display suppressed }
  }
`);

export interface Measured {
  key: ReadonlyArray<{ label: string }>;
  change: Change;
}

export const changeColumns = [
  { head: 'Measured before and after', of: (row: Measured) => row.change.pairs.display },
  { head: 'Missing after', of: (row: Measured) => row.change.missingAtEnd.display },
  { head: 'Mean before', of: (row: Measured) => row.change.meanBefore.display },
  { head: 'Mean after', of: (row: Measured) => row.change.meanAfter.display },
  { head: 'Effect size (g)', of: (row: Measured) => row.change.effectSize.display },
  { head: '95 % from', of: (row: Measured) => row.change.effectSizeLow.display },
  { head: '95 % to', of: (row: Measured) => row.change.effectSizeHigh.display },
  { head: 'Reliably better', of: (row: Measured) => row.change.improved.display },
  { head: 'No reliable change', of: (row: Measured) => row.change.noReliableChange.display },
  { head: 'Reliably worse', of: (row: Measured) => row.change.deteriorated.display },
];

export function dotsOf(rows: readonly Measured[]) {
  return rows.flatMap((row) => {
    const { effectSize, effectSizeLow, effectSizeHigh } = row.change;
    if (effectSize.value == null || effectSizeLow.value == null || effectSizeHigh.value == null) return [];
    return [
      {
        label: labelOf(row),
        value: effectSize.value,
        low: effectSizeLow.value,
        high: effectSizeHigh.value,
        says: `${effectSize.display} (${effectSizeLow.display} to ${effectSizeHigh.display})`,
      },
    ];
  });
}

/** Whom and what a row of changes is of, where it is not a programme. */
export const measuredBy = (change: Change): Measured => ({
  key: [
    { label: `${instrumentWords[change.instrument]}: ${informantWords[change.informant].toLowerCase()}` },
  ],
  change,
});

/** The counts of a row of changes. */
export const partsOf = ({ change }: Measured) => change;

/** The row of whom the child's own difficulties are told. */
export function measuredOf(key: Measured['key'], changes: readonly Change[]): Measured[] {
  const change = ownDifficulties(changes);
  return change ? [{ key, change }] : [];
}

/** What the child says of its own difficulties: the change by which programmes stand beside each other. */
export const ownDifficulties = (changes: readonly Change[]) =>
  changes.find((one) => one.instrument === 'SDQ' && one.informant === 'SELF');

/** What the child's own word says of all of them, as the heading of their table. */
export function findingOf(rows: readonly Measured[]): string {
  const own = ownDifficulties(rows.map((row) => row.change));
  const direction = own && directionOf(own);
  if (!own || !direction) return 'Too few children were measured before and after to say what changed';
  const words = {
    better: 'fewer difficulties at the end than',
    worse: 'more difficulties at the end than',
    unsure: 'about as many difficulties at the end as',
  }[direction];
  return `Children report ${words} at the start (effect size ${own.effectSize.display})`;
}

export const caution =
  'Only children measured before and after by the same person and version. Children are measured when things are worst, and are usually nearer to the average later, whatever is done: this says what changed and not why.';

export function changesOf(changes: ReadonlyArray<FragmentType<typeof OneChange>>): readonly Change[] {
  return unmask(OneChange, changes);
}
