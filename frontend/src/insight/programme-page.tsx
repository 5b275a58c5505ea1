/**
 * One programme for those who plan and pay: whom it reached, how long they waited, how much they came, who completed, what
 * changed, what tests of its approach found, and the same beside others of that approach. All from one release.
 */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { evidenceWords } from '../delivery/words';
import { unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { useData } from '../platform/data';
import { day, moment } from '../platform/dates';
import { NotFoundPage } from '../platform/not-found-page';
import {
  caution,
  changeColumns,
  changesOf,
  dotsOf,
  findingOf,
  measuredBy,
  ownDifficulties,
} from './change-table';
import { Bars, Dots } from './charts';
import { contactsOf } from './contact-table';
import { Contacts } from './contacts';
import { Figure } from './figure';
import { type Change as ChangeOf, type Count, financialYear, shownFirst } from './figures';
import { PlacesFigures } from './places';
import {
  type Beside,
  besideFinding,
  completion,
  completionFinding,
  dosageFinding,
  reachFinding,
  waitFinding,
} from './programme-words';
import { Reach } from './reach';
import { Reporting } from './reporting';
import { TimeChoice } from './time-choice';
import { ToProgramme } from './to-programme';

const OfProgramme = graphql(`
  query OutcomesOfProgramme($id: ID!, $own: OutcomeFilter, $all: OutcomeFilter) {
    node(id: $id) {
      __typename
      id
      ... on Programme {
        title summary active reach
        provider { id name }
        approach { code name }
        evidence { band source asOf }
      }
    }
    own: outcomeSummary(filter: $own, groupBy: []) {
      release asAt
      disclosure { note }
      total { ...ProgrammePlaces changes { ...OutcomeChange } }
      ...SummaryContacts
    }
    all: outcomeSummary(filter: $all, groupBy: []) { total { ...ProgrammePlaces } }
  }
`);

const OfApproach = graphql(`
  query OutcomesOfApproach($filter: OutcomeFilter) {
    outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {
      release asAt
      total { ...ProgrammePlaces }
      rows { key { label node { id } } ...ProgrammePlaces changes { ...OutcomeChange } }
    }
  }
`);

/** The newest release: its date says which financial year runs. */
const Newest = graphql(`
  query NewestRelease { outcomeSummary(groupBy: []) { release asAt } }
`);

const breakdowns = ['QUARTER', 'AGE_BAND', 'SEX', 'LOCAL_AUTHORITY'] as const;

export function ProgrammeOutcomesPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { time } = useSearch({ strict: false }) as { time?: 'year' };
  const navigate = useNavigate();
  const newest = useData(Newest, {}).data?.outcomeSummary;
  const year = financialYear(newest?.asAt ?? '');
  const period = time === 'year' ? { period: { year } } : {};
  const own = { programmeId: id, ...period };
  const { data, failure, loading, former, reload } = useData(
    OfProgramme,
    { id, own, all: period },
    { pause: time === 'year' && !newest },
  );
  const it = data?.node?.__typename === 'Programme' ? data.node : undefined;
  const approach = useData(
    OfApproach,
    { filter: { approach: it?.approach.code ?? null, ...period } },
    { pause: !it, former: 'dropped' },
  ).data?.outcomeSummary;
  if (!it && !loading && failure && ['NOT_FOUND', 'BAD_USER_INPUT'].includes(failure.code)) {
    return <NotFoundPage />;
  }
  const found = data?.own;
  // Or the year is not known yet.
  const old = former || (time === 'year' && !newest);
  const when = time === 'year' ? `April ${year} to now` : 'Last 12 months';
  const ownPlaces = unmask(PlacesFigures, found?.total);
  const allPlaces = unmask(PlacesFigures, data?.all?.total);
  const contacts = contactsOf(found);
  const ofApproach = unmask(PlacesFigures, approach?.total);
  const peers = (approach?.rows ?? [])
    .map((row) => ({
      key: row.key,
      ...unmask(PlacesFigures, row),
      change: ownDifficulties(changesOf(row.changes)),
    }))
    .filter((row) => row.started.display !== 'not run here');
  return (
    <Page
      title="Outcomes of a programme"
      heading={it?.title}
      caption="Outcomes of a programme"
      back={
        <Link to="/outcomes" className="govuk-back-link app-no-print">
          Outcomes
        </Link>
      }
    >
      {(loading || !data) && !failure && <Loading what="the programme" />}
      {failure && !data && <NotShown message={failure.message} retry={reload} />}
      {it && (
        <p className="govuk-body-l">
          {it.summary} Run by {it.provider.name}.{!it.active && ' It is not run any more.'}
        </p>
      )}
      {it && !found && <p className="govuk-body">There are no figures yet, or none for you.</p>}
      {it && found && ownPlaces && allPlaces && (
        <>
          <p className="govuk-body">
            Release {found.release}, as at {moment(found.asAt)}. {found.disclosure.note}
          </p>
          <Reporting
            by={breakdowns}
            filter={own}
            area={{ programmeId: id }}
            release={found.release}
            where={it.title}
          />
          <div className="app-filters app-no-print">
            <TimeChoice
              time={time}
              year={year}
              onChange={(next) =>
                void navigate({ to: '/outcomes/programmes/$id', params: { id }, search: { time: next } })
              }
            />
          </div>
          {old ? <Loading what="figures" /> : <Contacts rows={contacts} when={when} release={found} />}
          {!old && it.reach !== 'NAMED' && (
            <p className="govuk-body">
              It takes no child by name, so no figure here is of children.
              {contacts.length === 0 && ' No session counted anybody in this time.'}
            </p>
          )}
          {!old && it.reach === 'NAMED' && (
            <>
              <Reach
                finding={reachFinding(ownPlaces)}
                total={ownPlaces}
                filter={own}
                when={when}
                release={found}
              />
              <ThreeBeside
                rows={[
                  { key: [{ label: it.title }], ...ownPlaces },
                  ...(ofApproach
                    ? [{ key: [{ label: `All of this approach: ${it.approach.name}` }], ...ofApproach }]
                    : []),
                  { key: [{ label: 'All programmes' }], ...allPlaces },
                ]}
                finding={[
                  waitFinding(ownPlaces, allPlaces),
                  dosageFinding(ownPlaces, allPlaces),
                  completionFinding(ownPlaces, allPlaces),
                ]}
                when={when}
                release={found}
              />
              <Change changes={found.total.changes} when={when} release={found} />
            </>
          )}
          <section className="app-figure" aria-labelledby="evidence">
            <h2 className="govuk-heading-m" id="evidence">
              {evidenceWords[it.evidence.band]}
            </h2>
            <p className="govuk-body">
              That is the evidence behind the approach, {it.approach.name}, wherever it was tested; not about
              this programme.
            </p>
            <p className="govuk-body-s app-figure__source">
              Source: {it.evidence.source}, read on {day(it.evidence.asOf)}.
            </p>
          </section>
          {approach && (
            <Others
              rows={shownFirst(peers, (row) => row.started)}
              name={it.approach.name}
              when={when}
              release={approach}
            />
          )}
        </>
      )}
    </Page>
  );
}

interface Release {
  release: number;
  asAt: string;
}

const parts = [
  {
    says: 'Working days from the acceptance of the referral to the first session that was offered, at the median, of children who started.',
    of: (row: Beside): Count => row.medianWaitWorkingDays,
    columns: [{ head: 'Wait at the median', of: (row: Beside) => row.medianWaitWorkingDays.display }],
  },
  {
    says: 'Sessions attended, of those at which children who started were expected, in steps of 5 per cent.',
    of: (row: Beside): Count => row.attendanceRate,
    columns: [{ head: 'Sessions attended', of: (row: Beside) => row.attendanceRate.display }],
  },
  {
    says: 'Children who completed, of those who started and completed or left early. Who is still in it is in neither.',
    of: completion,
    columns: [
      { head: 'Started', of: (row: Beside) => row.started.display },
      { head: 'Completed', of: (row: Beside) => row.completed.display },
      { head: 'Left early', of: (row: Beside) => row.endedEarly.display },
      { head: 'Stopped coming', of: (row: Beside) => row.endedEarlyByChild.display },
      { head: 'Ended by us', of: (row: Beside) => row.endedEarlyByUs.display },
      { head: 'Completed, of both', of: (row: Beside) => completion(row).display },
    ],
  },
];

interface ThreeProps {
  rows: Beside[];
  finding: string[];
  when: string;
  release: Release;
}

/** Waiting, dosage and completion, each of the programme, of its approach and of all programmes. */
function ThreeBeside({ rows, finding, when, release }: ThreeProps) {
  return (
    <>
      {parts.map((part, nth) => (
        <Figure
          key={part.says}
          finding={finding[nth] ?? ''}
          says={`${part.says} ${when}.`}
          rows={rows}
          first="Programme"
          columns={part.columns}
          release={release}
        >
          <Bars rows={rows} of={part.of} says={part.says} />
        </Figure>
      ))}
    </>
  );
}

interface ChangeProps {
  changes: Parameters<typeof changesOf>[0];
  when: string;
  release: Release;
}

function Change({ changes, when, release }: ChangeProps) {
  const rows = changesOf(changes).map(measuredBy);
  return (
    <Figure
      finding={findingOf(rows)}
      says={`What was measured before and after, of children who started. ${when}. ${caution}`}
      rows={rows}
      first="By what, and who answered"
      columns={changeColumns}
      release={release}
    >
      <Dots dots={dotsOf(rows)} says="Effect sizes with their 95 % intervals" />
    </Figure>
  );
}

type Peer = Beside & {
  key: ReadonlyArray<{ label: string; node?: { id: string } | null | undefined }>;
  change: ChangeOf | undefined;
};

interface OthersProps {
  rows: Peer[];
  /** Of the approach. */
  name: string;
  when: string;
  release: Release;
}

/** The programmes of one approach beside each other. */
function Others({ rows, name, when, release }: OthersProps) {
  const label = (row: Peer) => <ToProgramme row={row} />;
  const measured = rows.flatMap(({ key, change }) => (change ? [{ key, change }] : []));
  return (
    <Figure
      finding={besideFinding(name, rows.length)}
      says={`Children who came to a first session, by programme; below, what changed in difficulties as the children report them (SDQ), where enough were measured: left of the line is fewer. The children of two programmes are not alike, so this does not compare what programmes do. ${when}.`}
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
        { head: 'Change (g)', of: (row) => row.change?.effectSize.display ?? '' },
        { head: '95 % from', of: (row) => row.change?.effectSizeLow.display ?? '' },
        { head: '95 % to', of: (row) => row.change?.effectSizeHigh.display ?? '' },
      ]}
      release={release}
    >
      <Bars rows={rows} of={(row) => row.started} says="Children who started, by programme" label={label} />
      <Dots dots={dotsOf(measured)} says="Effect sizes by programme with their 95 % intervals" />
    </Figure>
  );
}
