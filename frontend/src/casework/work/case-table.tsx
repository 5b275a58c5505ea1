/** Cases as dense rows: the child, what is due, when last seen. */

import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import { Second, Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { graphql } from '../../gql/gql';
import type { CaseRowFragment } from '../../gql/graphql';
import { now } from '../../platform/clock';
import { day, daysBetween, dueWords, isoDay } from '../../platform/dates';
import { CaseStatusTag, OverdueTag } from '../tags';
import { pathwayWords } from '../words';

export const CaseRow = graphql(`
  fragment CaseRow on Case {
    id reference status pathway nextDueOn lastSeenOn lastNoteAt openedAt
    youngPerson { id displayName age school { id name } }
    caseworker { id name }
  }
`);

export function isOverdue(row: CaseRowFragment, today: string): boolean {
  return row.nextDueOn != null && row.nextDueOn < today;
}

export function isDue(row: CaseRowFragment, today: string): boolean {
  return row.nextDueOn != null && daysBetween(today, row.nextDueOn) <= 7;
}

interface Props {
  rows: readonly CaseRowFragment[];
  caption: string;
  withWorker?: boolean;
  changed?: ReadonlySet<string>;
  ref?: Ref<HTMLTableElement>;
}

export function CaseTable({ rows, caption, withWorker, changed, ref }: Props) {
  const today = isoDay(now());
  const columns = [
    {
      head: 'Child',
      heads: true,
      cell: (row: CaseRowFragment) => (
        <>
          <Link className="govuk-link" to="/cases/$reference" params={{ reference: row.reference }}>
            {row.youngPerson.displayName}
          </Link>
          {changed?.has(row.id) && (
            <>
              {' '}
              <Tag colour="blue">Changed</Tag>
            </>
          )}
          <Second>{[row.youngPerson.age, row.reference].filter((x) => x != null).join(', ')}</Second>
        </>
      ),
    },
    {
      head: 'Next due',
      cell: (row: CaseRowFragment) => (
        <>
          {row.nextDueOn ? dueWords(row.nextDueOn, today) : 'Nothing'}
          {isOverdue(row, today) && (
            <Second>
              <OverdueTag />
            </Second>
          )}
        </>
      ),
    },
    {
      head: 'Last seen',
      cell: (row: CaseRowFragment) => (
        <>
          {row.lastSeenOn ? day(row.lastSeenOn) : 'Not seen yet'}
          {row.lastNoteAt && <Second>Last note {day(row.lastNoteAt)}</Second>}
        </>
      ),
    },
    {
      head: 'Status',
      cell: (row: CaseRowFragment) => (
        <>
          <CaseStatusTag status={row.status} />
          <Second>{pathwayWords[row.pathway]}</Second>
        </>
      ),
    },
    withWorker
      ? { head: 'Caseworker', cell: (row: CaseRowFragment) => row.caseworker?.name ?? 'Not allocated' }
      : { head: 'School', cell: (row: CaseRowFragment) => row.youngPerson.school?.name ?? '' },
  ];
  return (
    <Table
      ref={ref}
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      marked={(row) => isOverdue(row, today)}
    />
  );
}
