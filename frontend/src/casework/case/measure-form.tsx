/** Recording what was measured. Items have numbers; their wording stays on the licensed sheet. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Radios } from '../../components/choices';
import { DateInput, type noDate, partsOf } from '../../components/date-input';
import { Form } from '../../components/form';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';
import { graphql } from '../../gql/gql';
import type {
  Informant,
  Instrument,
  MeasureStage,
  OffenceCheckResult,
  RecordMeasureInput,
  Suitability,
} from '../../gql/graphql';
import { now } from '../../platform/clock';
import { useChange } from '../../platform/data';
import { isoDay, isoFrom } from '../../platform/dates';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import { type Problem, required } from '../../platform/problems';
import { optionsOf } from '../words';
import {
  answersOf,
  informantsOf,
  informantWords,
  instrumentWords,
  offenceWords,
  stageWords,
  suitableWords,
} from './measure-words';

const RecordMeasure = graphql(`
  mutation RecordMeasure($input: RecordMeasureInput!) {
    recordMeasure(input: $input) { measure { id total notScored } problems { field code message } }
  }
`);

const kinds = [
  'MAINSTREAM_SCHOOL',
  'SCHOOL_FULL_TIME',
  'SCHOOL_PART_TIME',
  'PUPIL_REFERRAL_UNIT',
  'ALTERNATIVE_PROVISION_PRU_FULL_TIME',
  'ALTERNATIVE_PROVISION_PRU_PART_TIME',
  'ALTERNATIVE_PROVISION_OTHER_FULL_TIME',
  'ALTERNATIVE_PROVISION_OTHER_PART_TIME',
  'ELECTIVELY_HOME_EDUCATED',
  'COLLEGE',
  'EDUCATION_RE_ENGAGEMENT_PROGRAMME',
  'TRAINING_COURSE_APPRENTICESHIP',
  'TRAINEESHIP',
  'SUPPORTED_INTERNSHIP',
  'MENTORING_CIRCLE',
  'UNIVERSITY',
  'EMPLOYMENT_FULL_TIME',
  'EMPLOYMENT_PART_TIME',
  'SELF_EMPLOYMENT',
  'VOLUNTARY_WORK',
  'NONE',
];

interface Typed {
  instrument: Instrument | '';
  informant: Informant | '';
  stage: MeasureStage | '';
  on: typeof noDate;
  answers: string;
  impact: string;
  total: string;
  value: string;
  kind: string;
  offered: string;
  attended: string;
  suitable?: Suitability;
  offence?: OffenceCheckResult;
}

/** A number as typed; undefined where nothing is. */
function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}

/** What is sent of what was typed, or what is wrong with it before it is sent. */
function inputOf(it: Typed, caseId: string): RecordMeasureInput | Problem[] {
  const takenOn = isoFrom(it.on);
  const problems: Problem[] = [];
  if (!it.instrument) problems.push(required('instrument', 'Choose what was measured'));
  if (!it.informant) problems.push(required('informant', 'Choose who answered'));
  if (!it.stage) problems.push(required('stage', 'Choose when on the way'));
  if (!takenOn) problems.push(required('takenOn', 'Enter the day'));
  const asked = it.instrument === 'SDQ' || it.instrument === 'SWEMWBS';
  const list = (path: 'answers' | 'impact') => {
    if (!asked || it[path].trim() === '') return undefined;
    const read = answersOf(it[path]);
    if (!read)
      problems.push({ path, code: 'INVALID', message: 'Enter numbers only, a dash where one is missing' });
    return read ?? undefined;
  };
  const [answers, impact] = [list('answers'), list('impact')];
  for (const path of ['total', 'value'] as const) {
    if (Number.isNaN(numberOf(it[path]))) problems.push({ path, code: 'INVALID', message: 'Enter a number' });
  }
  if (problems.length > 0 || !it.instrument || !it.informant || !it.stage || !takenOn) return problems;
  const input: RecordMeasureInput = {
    caseId,
    instrument: it.instrument,
    informant: it.informant,
    stage: it.stage,
    takenOn,
  };
  const total = asked || it.instrument === 'SUSPENSIONS' ? numberOf(it.total) : undefined;
  const value =
    it.instrument === 'SCHOOL_ATTENDANCE' || it.instrument === 'SUSPENSIONS' ? numberOf(it.value) : undefined;
  if (answers) input.answers = answers;
  if (impact && it.instrument === 'SDQ') input.impact = impact;
  if (total !== undefined) input.total = total;
  if (value !== undefined) input.value = value;
  if (it.instrument === 'OFFENCE_CHECK' && it.offence) input.offence = it.offence;
  if (it.instrument === 'EDUCATION_TRAINING_EMPLOYMENT') {
    const place = {
      kind: it.kind,
      hoursOffered: numberOf(it.offered) ?? 0,
      suitable: it.suitable ?? 'UNKNOWN',
    } as const;
    const attended = numberOf(it.attended);
    input.placements =
      !it.kind || it.kind === 'NONE'
        ? []
        : [attended === undefined ? place : { ...place, hoursAttended: attended }];
  }
  return input;
}

interface Props {
  caseId: string;
  followUpOnly: boolean;
  done: (words: string) => void;
  cancel: () => void;
}

export function MeasureForm({ caseId, followUpOnly, done, cancel }: Props) {
  const empty: Typed = {
    instrument: '',
    informant: '',
    stage: '',
    on: partsOf(isoDay(now())),
    answers: '',
    impact: '',
    total: '',
    value: '',
    kind: '',
    offered: '',
    attended: '',
  };
  const [it, setIt] = useKept<Typed>(`measure ${caseId}`, empty);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const record = useChange(RecordMeasure);
  const set = (change: Partial<Typed>) => setIt((before) => ({ ...before, ...change }));
  const submit = async () => {
    const input = inputOf(it, caseId);
    setFailure(undefined);
    if (Array.isArray(input)) return setProblems(input);
    const answer = await record.run(input);
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      setIt(empty);
      const why = answer.payload.measure?.notScored;
      done(why ? `It was recorded. Not everything has a score: ${why}` : 'It was recorded.');
    }
  };
  const text = (
    path: 'answers' | 'impact' | 'total' | 'value' | 'offered' | 'attended',
    label: string,
    hint?: string,
  ) => (
    <TextInput
      path={path}
      label={label}
      hint={hint}
      value={it[path]}
      onChange={(value) => set({ [path]: value })}
      width={path === 'answers' || path === 'impact' ? undefined : 5}
    />
  );
  const stages = followUpOnly
    ? (['FOLLOW_UP_6_MONTHS', 'FOLLOW_UP_12_MONTHS'] as const)
    : (Object.keys(stageWords) as MeasureStage[]);
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Select
        path="instrument"
        label="What was measured?"
        empty="Choose"
        value={it.instrument}
        onChange={(instrument) => set({ instrument: instrument as Instrument | '', informant: '' })}
        options={optionsOf(instrumentWords)}
      />
      {it.instrument && (
        <Select
          path="informant"
          label="Who answered, or where was it looked up?"
          empty="Choose"
          value={it.informant}
          onChange={(informant) => set({ informant: informant as Informant | '' })}
          options={optionsOf(informantWords, informantsOf[it.instrument])}
        />
      )}
      <Select
        path="stage"
        label="When on the way?"
        empty="Choose"
        value={it.stage}
        onChange={(stage) => set({ stage: stage as MeasureStage | '' })}
        options={optionsOf(stageWords, stages)}
      />
      <DateInput path="takenOn" legend="Of which day is it?" value={it.on} onChange={(on) => set({ on })} />
      {(it.instrument === 'SDQ' || it.instrument === 'SWEMWBS') && (
        <>
          {text(
            'answers',
            it.instrument === 'SDQ' ? 'Answers to items 1 to 25' : 'Answers to items 1 to 7',
            'The numbers in the order of the sheet, with spaces; a dash where one is missing',
          )}
          {it.instrument === 'SDQ' &&
            text(
              'impact',
              'Answers to the questions of impact (optional)',
              'From 0 to 3: five numbers, of a teacher three',
            )}
          {text('total', 'Or the total of the scoring sheet')}
        </>
      )}
      {it.instrument === 'SCHOOL_ATTENDANCE' && text('value', 'Attendance in per cent of possible sessions')}
      {it.instrument === 'SUSPENSIONS' && (
        <>
          {text('total', 'How many suspensions?')}
          {text('value', 'How many days? (optional)')}
        </>
      )}
      {it.instrument === 'EDUCATION_TRAINING_EMPLOYMENT' && (
        <>
          <Select
            path="placements.0.kind"
            label="What kind of place?"
            empty="None"
            value={it.kind}
            onChange={(kind) => set({ kind })}
            options={kinds.map((value) => ({ value, label: value.toLowerCase().replaceAll('_', ' ') }))}
          />
          {text('offered', 'Hours offered a week')}
          {text('attended', 'Hours attended a week (optional)')}
          <Radios
            path="placements.0.suitable"
            legend="Does it suit the child?"
            value={it.suitable}
            onChange={(suitable) => set({ suitable })}
            choices={optionsOf(suitableWords)}
          />
        </>
      )}
      {it.instrument === 'OFFENCE_CHECK' && (
        <Radios
          path="offence"
          legend="What did the check tell?"
          value={it.offence}
          onChange={(offence) => set({ offence })}
          choices={optionsOf(offenceWords)}
        />
      )}
      <ButtonGroup>
        <Button submit busy={record.busy}>
          Record it
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
