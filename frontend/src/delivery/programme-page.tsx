/** One programme: what it is, for whom, what tests found, and its runs that take children or will. */
import { Link, useParams } from '@tanstack/react-router';
import { factorWords } from '../casework/factors';
import { Inset, Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { SummaryList } from '../components/summary-list';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { day } from '../platform/dates';
import { NotFoundPage } from '../platform/not-found-page';
import { useViewer } from '../platform/viewer';
import { OfferingCard, ReferTo } from './offering-card';
import { evidenceWords, modeWords } from './words';

const OneProgramme = graphql(`
  query OneProgramme($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Programme {
        title summary mode reach minAge maxAge active sensitive factors
        provider { id name }
        approach { code name }
        evidence { band source asOf }
        areas { id name }
        offerings(first: 20) { nodes { id status startsOn viewerCanSchedule ...OfferingCard } }
      }
    }
  }
`);

export function ProgrammePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { role } = useViewer();
  const { data, failure, loading, reload } = useData(OneProgramme, { id });
  const it = data?.node?.__typename === 'Programme' ? data.node : undefined;
  if (!it && !loading && (!failure || failure.code === 'NOT_FOUND')) return <NotFoundPage />;
  const runs =
    it?.offerings.nodes.filter((run) => run.status !== 'FINISHED' && run.status !== 'CANCELLED') ?? [];
  const wanted = it?.active && !it.sensitive && it.reach === 'NAMED';
  return (
    <Page
      title="Programme"
      heading={it?.title}
      back={
        <Link to="/programmes" className="govuk-back-link app-no-print">
          Find a programme
        </Link>
      }
      actions={it && wanted && <ReferTo programme={{ id, title: it.title }} />}
    >
      {loading && <Loading what="the programme" />}
      {failure && !it && <NotShown message={failure.message} retry={reload} />}
      {it && (
        <>
          <p className="govuk-body-l">{it.summary}</p>
          {!it.active && <Inset>It is not run any more.</Inset>}
          <SummaryList
            rows={[
              { key: 'For', value: `Ages ${it.minAge} to ${it.maxAge}. ${modeWords[it.mode]}.` },
              {
                key: 'Takes children from',
                value: it.areas.map((area) => area.name).join(', ') || 'Everywhere',
              },
              { key: 'Made for', value: it.factors.map(factorWords).join(', ') || 'Any child' },
              { key: 'Run by', value: it.provider.name },
              {
                key: 'Evidence',
                value: `${it.approach.name}. ${evidenceWords[it.evidence.band]}. ${it.evidence.source}, read on ${day(it.evidence.asOf)}.`,
              },
            ]}
          />
          {(role === 'PARTNERSHIP_MANAGER' || role === 'ANALYST') && !it.sensitive && (
            <p className="govuk-body app-no-print">
              <Link className="govuk-link" to="/outcomes/programmes/$id" params={{ id }}>
                What became of the children in it
              </Link>
            </p>
          )}
          <h2 className="govuk-heading-m">When it runs</h2>
          {runs.length === 0 && (
            <p className="govuk-body">No run is planned. Refer the child: the service looks for what fits.</p>
          )}
          {runs.map((run) => (
            <div key={run.id}>
              <OfferingCard offering={run} own />
              {run.viewerCanSchedule && (
                <p className="govuk-body app-no-print">
                  <Link className="govuk-link" to="/offerings/$id/sessions" params={{ id: run.id }}>
                    Sessions of the run from {day(run.startsOn)}
                  </Link>
                </p>
              )}
            </div>
          ))}
        </>
      )}
    </Page>
  );
}
