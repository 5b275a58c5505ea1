/**
 * For partnership managers, team managers and analysts: what became of children, from the newest release. The whole area
 * in the financial year to date and the last 12 months; then by programme, over quarters, and for whom.
 */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Select } from '../components/select';
import { unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { moment } from '../platform/dates';
import { Changes } from './changes';
import { Bars, Trend } from './charts';
import { Coarser } from './coarser';
import { contactsOf } from './contact-table';
import { Contacts } from './contacts';
import { Equality } from './equality';
import { Figure } from './figure';
import { financialYear, greatest, labelOf, longestWait, shownFirst } from './figures';
import { Headlines } from './headlines';
import { PlacesFigures } from './places';
import { Reporting } from './reporting';
import { TimeChoice } from './time-choice';
import { ToProgramme } from './to-programme';

const Months = graphql(`
  query OutcomeMonths($filter: OutcomeFilter) {
    outcomeSummary(filter: $filter, groupBy: []) {
      release asAt
      disclosure { method threshold base note }
      total { ...OutcomeCounts }
    }
  }
`);

const ByProgramme = graphql(`
  query OutcomeByProgramme($filter: OutcomeFilter) {
    outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {
      release asAt
      rows { key { label node { id } } ...ProgrammePlaces }
      ...SummaryContacts
    }
  }
`);

const Quarters = graphql(`
  query OutcomeQuarters($filter: OutcomeFilter) {
    outcomeSummary(filter: $filter, groupBy: [QUARTER]) {
      release asAt
      rows { key { label } referred { value display suppressed } started { value display suppressed } }
    }
  }
`);

const AreaChoices = graphql(`
  query OutcomeAreas { areas(kind: LOCAL_AUTHORITY) { id name } }
`);

const breakdowns = ['PROGRAMME', 'QUARTER', 'SEX', 'AGE_BAND', 'ETHNICITY_GROUP', 'SPECIAL_NEEDS'] as const;

export function OutcomesPage() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const area = search.area ? { areaId: search.area } : {};
  const { data, failure, loading, former, reload } = useData(Months, { filter: area });
  const areas = useData(AreaChoices, {}).data?.areas ?? [];
  const first = data?.outcomeSummary;
  const year = financialYear(first?.asAt ?? '');
  const filter = search.time === 'year' ? { ...area, period: { year } } : area;
  const where = areas.find((one) => one.id === search.area)?.name ?? 'Whole area';
  return (
    <Page title="Outcomes" caption={where}>
      {loading && <Loading what="figures" />}
      {failure && !data && <NotShown message={failure.message} retry={reload} />}
      {data && !first && (
        <p className="govuk-body">There are no figures yet: the first release is made on Monday at 03:00.</p>
      )}
      {first && (
        <>
          <p className="govuk-body">
            Release {first.release}, as at {moment(first.asAt)}. {first.disclosure.note}
          </p>
          <p className="govuk-body app-no-print">
            <Link className="govuk-link" to="/outcomes/indicators">
              Youth justice indicators and Turnaround measures
            </Link>
          </p>
          <Reporting by={breakdowns} filter={filter} area={area} release={first.release} where={where} />
          <div className="app-filters app-no-print">
            <Select
              path="area"
              label="Where"
              empty="Whole area"
              value={search.area ?? ''}
              onChange={(next) =>
                void navigate({ to: '/outcomes', search: { ...search, area: next || undefined } })
              }
              options={areas.map((one) => ({ value: one.id, label: one.name }))}
            />
            <TimeChoice
              label="When, for all but the first table"
              time={search.time}
              year={year}
              onChange={(time) => void navigate({ to: '/outcomes', search: { ...search, time } })}
            />
          </div>
          {former ? (
            <Loading what="figures" />
          ) : (
            <Headlines area={area} year={year} time={search.time} months={first.total} release={first} />
          )}
          <Programmes
            filter={filter}
            when={search.time === 'year' ? `April ${year} to now` : 'Last 12 months'}
          />
          <OverTime area={area} />
          <Changes filter={filter} />
          <Equality filter={filter} />
        </>
      )}
    </Page>
  );
}

interface Filter {
  areaId?: string;
  period?: { year: number };
}

function Programmes({ filter, when }: { filter: Filter; when: string }) {
  const { data, failure, reload } = useData(ByProgramme, { filter }, { former: 'dropped' });
  const found = data?.outcomeSummary;
  if (failure && !found) return <NotShown message={failure.message} retry={reload} />;
  if (!found) return <Loading what="programmes" />;
  const rows = shownFirst(
    found.rows
      .map((row) => ({ key: row.key, ...unmask(PlacesFigures, row) }))
      .filter((row) => row.started.display !== 'not run here'),
    (row) => row.started,
  );
  const waited = shownFirst(rows, (row) => row.medianWaitWorkingDays);
  const label = (row: (typeof rows)[number]) => <ToProgramme row={row} />;
  return (
    <>
      <Figure
        finding={greatest(rows, (row) => row.started, 'started')}
        says={`Children who came to a first session, by programme. ${when}.`}
        rows={rows}
        first="Programme"
        label={label}
        columns={[
          { head: 'Placed', of: (row) => row.enrolled.display },
          { head: 'Started', of: (row) => row.started.display },
          { head: 'Completed', of: (row) => row.completed.display },
          { head: 'Left early', of: (row) => row.endedEarly.display },
          { head: 'Sessions attended', of: (row) => row.attendanceRate.display },
          { head: 'Wait at the median', of: (row) => row.medianWaitWorkingDays.display },
        ]}
        release={found}
      >
        <Bars rows={rows} of={(row) => row.started} says="Children who started, by programme" label={label} />
      </Figure>
      <Coarser
        by="PROGRAMME"
        filter={filter}
        rows={rows}
        told={['enrolled', 'started', 'completed', 'endedEarly']}
      />
      <Figure
        finding={longestWait(rows)}
        says={`Working days from the acceptance of the referral to the first session that was offered, at the median, of children who started. ${when}.`}
        rows={waited}
        first="Programme"
        label={label}
        columns={[
          { head: 'Wait at the median', of: (row) => row.medianWaitWorkingDays.display },
          { head: 'Started', of: (row) => row.started.display },
        ]}
        release={found}
      >
        <Bars
          rows={waited}
          of={(row) => row.medianWaitWorkingDays}
          says="Wait at the median, by programme"
          label={label}
        />
      </Figure>
      <Contacts rows={contactsOf(found)} when={when} release={found} />
    </>
  );
}

function OverTime({ area }: { area: Filter }) {
  const { data } = useData(Quarters, { filter: area }, { former: 'dropped' });
  const found = data?.outcomeSummary;
  if (!found) return null;
  const [before, newest] = found.rows.slice(-3, -1);
  const points = found.rows.map((row) => ({ label: labelOf(row), count: row.started }));
  const finding =
    before?.started.value != null && newest?.started.value != null
      ? `About ${newest.started.display} children started in the last full quarter, after ${before.started.display} in the one before`
      : 'Children who started, quarter by quarter';
  return (
    <>
      <Figure
        finding={finding}
        says="Children who came to a first session, by quarter. The last quarter is not over."
        rows={found.rows}
        first="Quarter"
        columns={[
          { head: 'Referred', of: (row) => row.referred.display },
          { head: 'Started', of: (row) => row.started.display },
        ]}
        release={found}
      >
        <Trend points={points} says="Children who started, by quarter" />
      </Figure>
      <Coarser by="QUARTER" filter={area} rows={found.rows} told={['referred', 'started']} />
    </>
  );
}
