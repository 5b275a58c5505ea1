/** The reports that were published, the newest first, and which of them a later release tells otherwise. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Pager, type Place, pageOf } from '../components/pager';
import { Second, Table } from '../components/table';
import { Tag } from '../components/tag';
import { graphql } from '../gql/gql';
import type { ReportListQuery } from '../gql/graphql';
import { useData } from '../platform/data';
import { day } from '../platform/dates';
import { NotFoundPage } from '../platform/not-found-page';

const ReportList = graphql(`
  query ReportList($first: Int, $after: String, $last: Int, $before: String) {
    viewer { canSeeOutcomes }
    reports(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id title publishedAt restated
        by { id name }
        question { release asAt period filters { label } }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

type Row = NonNullable<ReportListQuery['reports']>['nodes'][number];

const columns = [
  {
    head: 'Report',
    heads: true,
    cell: (row: Row) => (
      <>
        <Link className="govuk-link" to="/outcomes/reports/$id" params={{ id: row.id }}>
          {row.title}
        </Link>{' '}
        {row.restated && <Tag colour="yellow">Restated</Tag>}
      </>
    ),
  },
  {
    head: 'Of',
    cell: (row: Row) => (
      <>
        {[...row.question.filters.map((one) => one.label), row.question.period].join(', ')}
        <Second>
          Release {row.question.release}, as at {day(row.question.asAt)}
        </Second>
      </>
    ),
  },
  {
    head: 'Published',
    cell: (row: Row) => (
      <>
        {day(row.publishedAt)}
        <Second>{row.by.name}</Second>
      </>
    ),
  },
];

export function ReportsPage() {
  const { after, before } = useSearch({ strict: false }) as Place;
  const navigate = useNavigate();
  const { data, failure, loading, reload } = useData(ReportList, pageOf({ after, before }));
  if (data && !data.viewer.canSeeOutcomes) return <NotFoundPage />;
  const rows = data?.reports?.nodes ?? [];
  const any = rows.some((row) => row.restated);
  return (
    <Page
      title="Reports"
      back={
        <Link to="/outcomes" className="govuk-back-link app-no-print">
          Outcomes
        </Link>
      }
    >
      {loading && <Loading what="reports" />}
      {failure && !data && <NotShown message={failure.message} retry={reload} />}
      {data && rows.length === 0 && (
        <p className="govuk-body">
          Nothing has been published yet. A partnership manager publishes figures from “Outcomes”.
        </p>
      )}
      {rows.length > 0 && (
        <>
          <p className="govuk-body">
            A report stays as it was published.
            {any &&
              ' “Restated”: the newest release tells other figures for the same time, or was made by another method.'}
          </p>
          <Table caption="Reports" hideCaption rows={rows} keyOf={(row) => row.id} columns={columns} />
        </>
      )}
      {data?.reports && (
        <Pager
          info={data.reports.pageInfo}
          go={(place) => void navigate({ to: '/outcomes/reports', search: place })}
        />
      )}
    </Page>
  );
}
