/** Goals and measures of a case: what stands, what changed, what is missing. Loaded when a case is shown. */
import { useState } from 'react';
import { Button } from '../../components/button';
import { Done, Loading, NotShown } from '../../components/messages';
import { Second, Table } from '../../components/table';
import { graphql } from '../../gql/gql';
import type { CaseMeasuresQuery, MeasureStage } from '../../gql/graphql';
import { now } from '../../platform/clock';
import { useData } from '../../platform/data';
import { day, isoDay } from '../../platform/dates';
import { GoalForm, GoalItem } from './goals';
import { MeasureChart } from './measure-chart';
import { MeasureForm } from './measure-form';
import {
  changeWords,
  informantWords,
  instrumentWords,
  offenceWords,
  plain,
  stageWords,
} from './measure-words';

const Measures = graphql(`
  query CaseMeasures($reference: String!) {
    case(reference: $reference) {
      id status closedAt viewerCanKeepMeasures viewerCanFollowUp
      goals { id ...Goal }
      measures {
        id instrument informant stage version takenOn total value band notScored offence change
        subscales { name score band }
      }
    }
  }
`);

type It = NonNullable<CaseMeasuresQuery['case']>;
type Measure = NonNullable<It['measures']>[number];

const units: Partial<Record<Measure['instrument'], string>> = {
  SCHOOL_ATTENDANCE: ' per cent',
  SUSPENSIONS: ' days',
  EDUCATION_TRAINING_EMPLOYMENT: ' hours a week',
  SWEMWBS: ' (metric score)',
};

function Score({ it }: { it: Measure }) {
  const parts = it.subscales.filter((part) => part.score != null);
  const value = it.value != null && `${it.value}${units[it.instrument] ?? ''}`;
  return (
    <>
      {[it.total, value, it.offence && offenceWords[it.offence]]
        .filter((one) => one != null && one !== false && one !== '')
        .join(', ') || 'No score'}
      {it.band && <Second>{plain(it.band)}</Second>}
      {parts.length > 0 && (
        <Second>{parts.map((part) => `${plain(part.name)} ${part.score}`).join(', ')}</Second>
      )}
      {it.notScored && <Second>{it.notScored}</Second>}
    </>
  );
}

/** A day so many months after another. */
function after(iso: string, months: number): string {
  const on = new Date(`${iso.slice(0, 10)}T12:00:00Z`);
  const then = new Date(on);
  then.setUTCMonth(on.getUTCMonth() + months);
  if (then.getUTCDate() !== on.getUTCDate()) then.setUTCDate(0);
  return then.toISOString().slice(0, 10);
}

/** When what is measured so many months after the end is due, or since when it is missing. */
function followUp(end: string | null | undefined, months: number, words: string): string {
  if (!end) return `${words} months after the end`;
  const due = after(end, months);
  return due < isoDay(now()) ? `missing since ${day(due)}` : `due on ${day(due)}`;
}

/** What is not there yet: from when it is due, or why it is missing. */
function Missing({ it }: { it: It }) {
  const all = it.measures ?? [];
  const has = (stage: MeasureStage) => all.some((one) => one.stage === stage);
  const end = all.find((one) => one.stage === 'END')?.takenOn ?? it.closedAt;
  const over = it.closedAt && `missing: the case ended on ${day(it.closedAt)}`;
  const due: Record<Exclude<MeasureStage, 'REVIEW'>, string> = {
    BASELINE: over || 'as soon as the work begins',
    END: over || 'within 10 working days of the last session',
    FOLLOW_UP_6_MONTHS: followUp(end, 6, 'six'),
    FOLLOW_UP_12_MONTHS: followUp(end, 12, 'twelve'),
  };
  const left = (Object.keys(due) as (keyof typeof due)[]).filter((stage) => !has(stage));
  if (left.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">Still to be measured</h3>
      <ul className="govuk-list govuk-list--bullet">
        {left.map((stage) => (
          <li key={stage}>
            {stageWords[stage]}: {due[stage]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How SDQ totals went, said in one sentence. */
function Totals({ all }: { all: readonly Measure[] }) {
  const points = all.flatMap((one) =>
    one.instrument === 'SDQ' && one.total != null
      ? [{ on: one.takenOn, total: one.total, informant: one.informant }]
      : [],
  );
  if (points.length < 2) return null;
  const ends = all.filter((one) => one.instrument === 'SDQ' && one.change);
  const said = ends.map(
    (one) => one.change && `${informantWords[one.informant]}: ${changeWords[one.change]}`,
  );
  const says = said.length > 0 ? said.join('. ') : 'No pair of start and end yet';
  return (
    <figure className="govuk-!-margin-0 govuk-!-margin-bottom-4">
      <figcaption className="govuk-body">
        <strong>SDQ total, of 40; less is better. {says}.</strong> This does not say why it changed: who is
        measured when things are worst is usually nearer to the average later.
      </figcaption>
      <MeasureChart points={points} most={40} says={`SDQ totals over time. ${says}.`} />
    </figure>
  );
}

interface Props {
  reference: string;
  /** Changes with each load of the case, so that these are loaded again with it. */
  loads: number;
  /** Loads the case again, and with it its timeline and these. */
  changed: () => void;
}

export function CaseMeasures({ reference, loads, changed }: Props) {
  const { data, failure, loading, reload } = useData(Measures, { reference }, { loads });
  const [open, setOpen] = useState<'goal' | 'measure'>();
  const [told, setTold] = useState<string>();
  const it = data?.case;
  if (loading) return <Loading what="goals and measures" />;
  if (failure) return <NotShown message={failure.message} retry={reload} />;
  if (!it?.measures || !it.goals) return null;
  const done = (words: string) => {
    setOpen(undefined);
    setTold(words);
    changed();
  };
  const close = () => setOpen(undefined);
  const show = (what: 'goal' | 'measure') => {
    setTold(undefined);
    setOpen(what);
  };
  const followUpOnly = it.status === 'CLOSED';
  return (
    <>
      {told && <Done>{told}</Done>}
      <h2 className="govuk-heading-m">Goals</h2>
      {it.goals.map((goal) => (
        <GoalItem key={goal.id} goal={goal} mayRate={it.viewerCanKeepMeasures} done={done} />
      ))}
      {it.goals.length === 0 && <p className="govuk-body">No goal is set.</p>}
      {open === 'goal' && <GoalForm caseId={it.id} done={done} cancel={close} />}
      {it.viewerCanKeepMeasures && it.goals.length < 3 && !open && (
        <Button look="secondary" onClick={() => show('goal')}>
          Set a goal
        </Button>
      )}
      <h2 className="govuk-heading-m">Measures</h2>
      <Totals all={it.measures} />
      {it.measures.length > 0 ? (
        <Table
          caption="What was measured"
          hideCaption
          keyOf={(row) => row.id}
          rows={it.measures}
          columns={[
            {
              head: 'What',
              heads: true,
              cell: (row) => (
                <>
                  {instrumentWords[row.instrument]}
                  <Second>
                    {informantWords[row.informant]}, {row.version}
                  </Second>
                </>
              ),
            },
            {
              head: 'When',
              cell: (row) => (
                <>
                  {stageWords[row.stage]}
                  <Second>{day(row.takenOn)}</Second>
                </>
              ),
            },
            { head: 'Score', cell: (row) => <Score it={row} /> },
            { head: 'Change', cell: (row) => (row.change ? changeWords[row.change] : '') },
          ]}
        />
      ) : (
        <p className="govuk-body">Nothing is measured yet.</p>
      )}
      <Missing it={it} />
      {open === 'measure' && (
        <MeasureForm caseId={it.id} followUpOnly={followUpOnly} done={done} cancel={close} />
      )}
      {it.viewerCanFollowUp && !open && (
        <Button look="secondary" onClick={() => show('measure')}>
          Record a measure
        </Button>
      )}
    </>
  );
}
