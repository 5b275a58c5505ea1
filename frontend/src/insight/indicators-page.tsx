/**
 * Youth justice indicators and Turnaround measures: what their owners count, and the local analogue that published figures
 * can give; or in words why our data cannot give one.
 */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Details } from '../components/details';
import { Inset, Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { SummaryList } from '../components/summary-list';
import { Table } from '../components/table';
import { Tag } from '../components/tag';
import { graphql } from '../gql/gql';
import type { IndicatorFamily, OutcomeIndicatorsQuery } from '../gql/graphql';
import { useData } from '../platform/data';
import { day, moment } from '../platform/dates';
import { csvLine, financialYear } from './figures';
import { cannotGive, figureCells, headingOf } from './indicator-words';
import { TimeChoice } from './time-choice';

const Indicators = graphql(`
  query OutcomeIndicators($year: Int) {
    outcomeIndicators(year: $year) {
      release asAt owner version validFrom cohort
      indicators {
        code name family owner version validFrom definition sources verified local
        figures {
          words
          count { value display suppressed }
          whole { value display suppressed }
          share { value display suppressed }
          change {
            pairs { value display suppressed }
            meanBefore { value display suppressed }
            meanAfter { value display suppressed }
            effectSize { value display suppressed }
            effectSizeLow { value display suppressed }
            effectSizeHigh { value display suppressed }
          }
        }
      }
    }
  }
`);

/** The newest release: its date says which financial year runs. */
const Newest = graphql(`
  query ReleaseOfIndicators { outcomeSummary(groupBy: []) { release asAt } }
`);

type Told = NonNullable<OutcomeIndicatorsQuery['outcomeIndicators']>;
type Indicator = Told['indicators'][number];

const families: ReadonlyArray<{ family: IndicatorFamily; words: string }> = [
  { family: 'YOUTH_JUSTICE', words: 'Youth justice indicators' },
  { family: 'TURNAROUND', words: 'Turnaround' },
];

export function IndicatorsPage() {
  const { time } = useSearch({ strict: false }) as { time?: 'year' };
  const navigate = useNavigate();
  const newest = useData(Newest, {}).data?.outcomeSummary;
  const year = financialYear(newest?.asAt ?? '');
  const ofYear = time === 'year';
  const { data, failure, loading, former, reload } = useData(
    Indicators,
    { year: ofYear ? year : null },
    { pause: ofYear && !newest },
  );
  const list = data?.outcomeIndicators;
  // Or the year is not known yet.
  const old = former || (ofYear && !newest);
  const when = ofYear ? `April ${year} to now` : 'Last 12 months';
  return (
    <Page
      title="Indicators"
      caption="Outcomes"
      back={
        <Link to="/outcomes" className="govuk-back-link app-no-print">
          Outcomes
        </Link>
      }
    >
      {(loading || !data) && !failure && <Loading what="indicators" />}
      {failure && !data && <NotShown message={failure.message} retry={reload} />}
      {data && !list && <p className="govuk-body">There are no figures for you.</p>}
      {list && (
        <>
          <Inset>
            <strong>Local analogue.</strong> {list.cohort}
          </Inset>
          <p className="govuk-body">
            Local analogues: {list.owner}, version {list.version}, from {day(list.validFrom)}.{' '}
            {list.release && list.asAt
              ? `Figures: release ${list.release}, as at ${moment(list.asAt)}; numbers of children are rounded and do not add up.`
              : 'There are no figures yet: the first release is made on Monday at 03:00.'}
          </p>
          <div className="app-filters app-no-print">
            <TimeChoice
              time={time}
              year={year}
              onChange={(next) => void navigate({ to: '/outcomes/indicators', search: { time: next } })}
            />
            {!old && (
              <a
                className="govuk-link"
                href={fileOf(list, when)}
                download={`ridgeway-indicators-release-${list.release ?? 0}.csv`}
              >
                Download all of these
              </a>
            )}
          </div>
          {old && <Loading what="indicators" />}
          {(old ? [] : families).map(({ family, words }) => (
            <section key={family} aria-label={words}>
              <h2 className="govuk-heading-l">{words}</h2>
              {list.indicators
                .filter((one) => one.family === family)
                .map((one) => (
                  <OneIndicator key={one.code} it={one} when={when} release={list} />
                ))}
            </section>
          ))}
        </>
      )}
    </Page>
  );
}

interface Props {
  it: Indicator;
  when: string;
  release: Told;
}

function OneIndicator({ it, when, release }: Props) {
  return (
    <section className="app-figure" aria-labelledby={it.code}>
      <h3 className="govuk-heading-m" id={it.code}>
        {headingOf(it)}
      </h3>
      <p className="govuk-body">
        {cannotGive(it.local) ? (
          <Tag colour="grey">No local analogue</Tag>
        ) : (
          <Tag colour="blue">Local analogue</Tag>
        )}{' '}
        {!it.verified && <Tag colour="yellow">Definition not verified</Tag>} {it.local}
      </p>
      {it.figures.length > 0 && (
        <>
          <Table
            caption={`${it.name}. ${when}`}
            hideCaption
            rows={it.figures}
            keyOf={(one) => one.words}
            columns={[
              { head: 'Of what', heads: true, cell: (one) => one.words },
              ...figureCells(it.figures).map(({ head, of }) => ({ head, cell: of })),
            ]}
          />
          <p className="govuk-body-s app-figure__source">
            Source: Ridgeway, release {release.release}
            {release.asAt && ` as at ${moment(release.asAt)}`}. {when}.
          </p>
        </>
      )}
      <Details summary={`What its owner counts: ${it.owner}`}>
        <SummaryList
          rows={[
            { key: 'Code here', value: it.code },
            { key: 'Owner', value: it.owner },
            { key: 'Version', value: it.version },
            { key: 'Valid from', value: it.validFrom ? day(it.validFrom) : 'Not established' },
            { key: 'Definition', value: it.definition },
            { key: 'Read in', value: it.sources.join('; ') },
          ]}
        />
      </Details>
    </section>
  );
}

function fileOf(list: Told, when: string): string {
  const heads = [
    'Code',
    'Indicator',
    'Owner',
    'Version',
    'Valid from',
    'Verified',
    'Definition',
    'Local analogue',
  ];
  const lines = list.indicators.flatMap((one) => {
    const about = [
      one.code,
      one.name,
      one.owner,
      one.version,
      one.validFrom ?? '',
      one.verified ? 'yes' : 'no',
      one.definition,
      one.local,
    ];
    if (one.figures.length === 0) return [csvLine([...about, '', ''])];
    return one.figures.map((figure) => {
      const cells = figureCells([figure]).map(({ head, of }) => `${head}: ${of(figure)}`);
      return csvLine([...about, figure.words, cells.join('; ')]);
    });
  });
  const text = [
    csvLine([`Local analogue, version ${list.version}. ${when}`]),
    csvLine([list.cohort]),
    csvLine([...heads, 'Of what', 'Figure']),
    ...lines,
    csvLine([`Source: Ridgeway, release ${list.release ?? 'none'}`]),
  ].join('\r\n');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${text}\r\n`)}`;
}
