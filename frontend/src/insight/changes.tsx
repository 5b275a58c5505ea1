/** What was measured before and after, by instrument over all children and by programme. Descriptive: never why. */
import { Loading, NotShown } from '../components/messages';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import {
  caution,
  changeColumns,
  changesOf,
  dotsOf,
  findingOf,
  type Measured,
  measuredBy,
  measuredOf,
} from './change-table';
import { Dots } from './charts';
import { CoarserChanges } from './coarser';
import { Figure } from './figure';

const WhatChanged = graphql(`
  query OutcomeChanges($filter: OutcomeFilter) {
    whole: outcomeSummary(filter: $filter, groupBy: []) { release asAt total { changes { ...OutcomeChange } } }
    programmes: outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {
      release asAt
      rows { key { label } started { value display suppressed } changes { ...OutcomeChange } }
    }
  }
`);

export function Changes({ filter }: { filter: { areaId?: string; period?: { year: number } } }) {
  const { data, failure, reload } = useData(WhatChanged, { filter }, { former: 'dropped' });
  if (failure && !data) return <NotShown message={failure.message} retry={reload} />;
  if (!data?.whole || !data.programmes) return <Loading what="what changed" />;
  const rows: Measured[] = changesOf(data.whole.total.changes).map(measuredBy);
  const programmes = data.programmes.rows
    .filter((row) => row.started.display !== 'not run here')
    .flatMap((row) => measuredOf(row.key, changesOf(row.changes)));
  const dots = dotsOf(programmes);
  return (
    <>
      <Figure
        finding={findingOf(rows)}
        says={caution}
        rows={rows}
        first="By what, and who answered"
        columns={changeColumns}
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
        columns={changeColumns}
        release={data.programmes}
      >
        <Dots dots={dots} says="Effect sizes by programme with their 95 % intervals" />
      </Figure>
      <CoarserChanges by="PROGRAMME" filter={filter} rows={programmes} />
    </>
  );
}
