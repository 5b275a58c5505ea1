/** One report, as it was published: findings, tables, definitions and what is promised. Made to be printed for a board. */
import { Link, useParams } from '@tanstack/react-router';
import { Inset, Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { SummaryList } from '../components/summary-list';
import { Tag } from '../components/tag';
import { graphql } from '../gql/gql';
import type { OneReportQuery } from '../gql/graphql';
import { useData } from '../platform/data';
import { day, moment } from '../platform/dates';
import { NotFoundPage } from '../platform/not-found-page';
import { ExportOfReport } from './export-act';
import { ReportFigures } from './report-figures';

const OneReport = graphql(`
  query OneReport($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Report {
        title publishedAt restated
        by { id name }
        question { period groupBy filters { label } }
        definitions { figure meaning }
        summary { ...ReportSummary release asAt disclosure { method note } }
      }
    }
  }
`);

type Report = Extract<NonNullable<OneReportQuery['node']>, { __typename: 'Report' }>;

export function ReportPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, failure, loading, reload } = useData(OneReport, { id });
  const it = data?.node?.__typename === 'Report' ? data.node : undefined;
  if (!it && !loading && (!failure || failure.code === 'NOT_FOUND')) return <NotFoundPage />;
  return (
    <Page
      title="Report"
      heading={it?.title}
      caption={it && [...it.question.filters.map((one) => one.label), it.question.period].join(', ')}
      back={
        <Link to="/outcomes/reports" className="govuk-back-link app-no-print">
          Reports
        </Link>
      }
      actions={it && <ExportOfReport reportId={id} />}
    >
      {loading && <Loading what="the report" />}
      {failure && !it && <NotShown message={failure.message} retry={reload} />}
      {it && <Body it={it} />}
    </Page>
  );
}

function Body({ it }: { it: Report }) {
  const { release, asAt, disclosure } = it.summary;
  return (
    <>
      <p className="govuk-body">
        Published on {day(it.publishedAt)} by {it.by.name}. Figures of release {release}, as at {moment(asAt)}
        .
      </p>
      {it.restated && (
        <Inset>
          <p className="govuk-body">
            <Tag colour="yellow">Restated</Tag> The newest release tells other figures for the same time, or
            was made by another method. What stands here is what was published. Where the time was not over
            then, some of the difference is what happened since.
          </p>
        </Inset>
      )}
      <ReportFigures summary={it.summary} groups={it.question.groupBy} period={it.question.period} />
      <section className="app-figure">
        <h2 className="govuk-heading-m">What is promised about these figures</h2>
        <p className="govuk-body">{disclosure.note}</p>
        <p className="govuk-body">Method: {disclosure.method}.</p>
      </section>
      <section>
        <h2 className="govuk-heading-m">What each figure counts</h2>
        <SummaryList rows={it.definitions.map((one) => ({ key: one.figure, value: one.meaning }))} />
      </section>
    </>
  );
}
