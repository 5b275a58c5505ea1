/** For team managers: whether others were placed before children of some groups more often than of others. */
import { useState } from 'react';
import { Loading, NotShown } from '../components/messages';
import { Select } from '../components/select';
import { Table } from '../components/table';
import { graphql } from '../gql/gql';
import { now } from '../platform/clock';
import { useData } from '../platform/data';
import { isoDay } from '../platform/dates';
import {
  groupWords,
  type PassedGroup,
  passedFinding,
  quartersOver,
  quarterWords,
  shareOf,
} from './passed-over';

const PassedOver = graphql(`
  query PassedOver($year: Int!, $quarter: Int!) {
    passedOverCheck(year: $year, quarter: $quarter) {
      sex { of waited passedOver }
      ethnicity { of waited passedOver }
    }
  }
`);

const lookBack = 8;

const columns = [
  { head: 'Children', heads: true, cell: groupWords },
  { head: 'Joined a waiting list', cell: (it: PassedGroup) => it.waited },
  { head: 'Were passed over', cell: (it: PassedGroup) => it.passedOver },
  { head: 'In 100', cell: shareOf },
];

function Groups({ by, rows }: { by: string; rows: readonly PassedGroup[] }) {
  if (rows.length === 0)
    return (
      <p className="govuk-body">{by}: the groups are too small to be told without telling of one child.</p>
    );
  return <Table caption={by} columns={columns} rows={rows} keyOf={groupWords} />;
}

export function PassedOverSection() {
  const over = quartersOver(isoDay(now()), lookBack);
  const [chosen, setChosen] = useState('0');
  const when = over[Number(chosen)] ?? { year: 2026, quarter: 1 };
  const { data, failure, loading, reload } = useData(PassedOver, { ...when }, { former: 'dropped' });
  const check = data?.passedOverCheck;
  // Either list has the same children; one may be too small where the other is not.
  const told = check && [check.sex, check.ethnicity].find((groups) => groups.length > 0);
  return (
    <section aria-labelledby="passed-over">
      <h2 className="govuk-heading-m" id="passed-over">
        Who was passed over
      </h2>
      <p className="govuk-body">
        A child is passed over when another one, who joined the same waiting list later, is placed before
        them. Each time there is a reason; together they have to be fair. Children of your service are counted
        once, in groups in which at least 5 were passed over.
      </p>
      <Select
        path="quarter"
        label="Joined a waiting list in"
        value={chosen}
        onChange={setChosen}
        options={over.map((it, nth) => ({ value: String(nth), label: quarterWords(it) }))}
      />
      {loading && <Loading what="who was passed over" />}
      {failure && !check && <NotShown message={failure.message} retry={reload} />}
      <div aria-live="polite">
        {check && (
          <p className="govuk-body">
            {told
              ? passedFinding(told, when)
              : `From ${quarterWords(when)}, too few children were passed over, or too few were not, to be told.`}
          </p>
        )}
        {check && told && <Groups by="By sex" rows={check.sex} />}
        {check && told && <Groups by="By ethnic group" rows={check.ethnicity} />}
      </div>
    </section>
  );
}
