/** What was measured before and after, by instrument over all children and by programme. Descriptive: never why. */
import { informantWords, instrumentWords } from '../casework/case/measure-words';
import { Loading, NotShown } from '../components/messages';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { Dots } from './charts';
import { Figure } from './figure';
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

const WhatChanged = graphql(`
  query OutcomeChanges($filter: OutcomeFilter) {
    whole: outcomeSummary(filter: $filter, groupBy: []) { release asAt total { changes { ...OutcomeChange } } }
    programmes: outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {
      release asAt
      rows { key { label } changes { ...OutcomeChange } }
    }
  }
`);

interface Told {
  key: ReadonlyArray<{ label: string }>;
  change: Change;
}

const columns = [
  { head: 'Measured before and after', of: (row: Told) => row.change.pairs.display },
  { head: 'Missing after', of: (row: Told) => row.change.missingAtEnd.display },
  { head: 'Mean before', of: (row: Told) => row.change.meanBefore.display },
  { head: 'Mean after', of: (row: Told) => row.change.meanAfter.display },
  { head: 'Effect size (g)', of: (row: Told) => row.change.effectSize.display },
  { head: '95 % from', of: (row: Told) => row.change.effectSizeLow.display },
  { head: '95 % to', of: (row: Told) => row.change.effectSizeHigh.display },
  { head: 'Reliably better', of: (row: Told) => row.change.improved.display },
  { head: 'No reliable change', of: (row: Told) => row.change.noReliableChange.display },
  { head: 'Reliably worse', of: (row: Told) => row.change.deteriorated.display },
];

function dotsOf(rows: readonly Told[]) {
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

function findingOf(rows: readonly Told[]): string {
  const own = rows.find(({ change }) => change.instrument === 'SDQ' && change.informant === 'SELF')?.change;
  const direction = own && directionOf(own);
  if (!own || !direction) return 'Too few children were measured before and after to say what changed';
  const words = { better: 'fewer', worse: 'more', unsure: 'about as many' }[direction];
  return `Children report ${words} difficulties at the end than at the start (effect size ${own.effectSize.display})`;
}

const caution =
  'Only children measured before and after by the same person and version. Children are measured when things are worst, and are usually nearer to the average later, whatever is done: this says what changed and not why.';

function changesOf(changes: ReadonlyArray<FragmentType<typeof OneChange>>): readonly Change[] {
  return unmask(OneChange, changes);
}

export function Changes({ filter }: { filter: { areaId?: string; period?: { year: number } } }) {
  const { data, failure, reload } = useData(WhatChanged, { filter });
  if (failure && !data) return <NotShown message={failure.message} retry={reload} />;
  if (!data?.whole || !data.programmes) return <Loading what="what changed" />;
  const rows: Told[] = changesOf(data.whole.total.changes).map((change) => ({
    key: [
      { label: `${instrumentWords[change.instrument]}: ${informantWords[change.informant].toLowerCase()}` },
    ],
    change,
  }));
  const programmes: Told[] = data.programmes.rows.flatMap((row) => {
    const change = changesOf(row.changes).find((one) => one.instrument === 'SDQ' && one.informant === 'SELF');
    return change ? [{ key: row.key, change }] : [];
  });
  const dots = dotsOf(programmes);
  return (
    <>
      <Figure
        finding={findingOf(rows)}
        says={caution}
        rows={rows}
        first="By what, and who answered"
        columns={columns}
        release={data.whole}
      >
        <Dots dots={dotsOf(rows)} says="Effect sizes with their 95 % intervals" />
      </Figure>
      <Figure
        finding={
          dots.length > 0
            ? `What changed can be told for ${dots.length} of ${programmes.length} programmes`
            : 'No programme has enough children measured before and after to say what changed'
        }
        says={`Difficulties as the child reports them (SDQ), by programme: left of the line is fewer. ${caution}`}
        rows={programmes}
        first="Programme"
        columns={columns}
        release={data.programmes}
      >
        <Dots dots={dots} says="Effect sizes by programme with their 95 % intervals" />
      </Figure>
    </>
  );
}
