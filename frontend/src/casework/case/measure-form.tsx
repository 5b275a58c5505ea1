/** Recording what was measured. Items have numbers; their wording stays on the licensed sheet. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Radios } from '../../components/choices';
import { DateInput, partsOf } from '../../components/date-input';
import { Form } from '../../components/form';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';
import { graphql } from '../../gql/gql';
import type { Informant, Instrument, MeasureStage } from '../../gql/graphql';
import { now } from '../../platform/clock';
import { useChange } from '../../platform/data';
import { isoDay } from '../../platform/dates';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import type { Problem } from '../../platform/problems';
import { optionsOf } from '../words';
import { EducationFields } from './education-fields';
import { inputOf, nothingTyped, type Subscale, type Typed, typedSubscales } from './measure-input';
import {
  informantsOf,
  informantWords,
  instrumentWords,
  offenceWords,
  stageWords,
  subscaleWords,
} from './measure-words';

const RecordMeasure = graphql(`
  mutation RecordMeasure($input: RecordMeasureInput!) {
    recordMeasure(input: $input) { measure { id total notScored } problems { field code message } }
  }
`);

const inOrder = 'The numbers in the order of the sheet, with spaces; a dash where one is missing';

/** The totals that a licensed scoring sheet gives: of difficulties, and of each subscale as far as they are there. */
function SheetTotals({ it, set }: { it: Typed; set: (change: Partial<Typed>) => void }) {
  const sent = typedSubscales(it);
  return (
    <>
      <TextInput
        path="total"
        label="Total difficulties, from 0 to 40"
        hint="Leave it empty where the subscales are entered: it is worked out of them"
        width={5}
        value={it.total}
        onChange={(total) => set({ total })}
      />
      <fieldset className="govuk-fieldset" id="f-subscales" tabIndex={-1}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Subscales (optional)</legend>
        {(Object.keys(subscaleWords) as Subscale[]).map((name) => (
          <TextInput
            key={name}
            // A problem is at the place that the number has among those sent.
            path={sent.includes(name) ? `subscales.${sent.indexOf(name)}.score` : `subscales.${name}`}
            label={subscaleWords[name]}
            width={5}
            value={it.subscales[name] ?? ''}
            onChange={(score) => set({ subscales: { ...it.subscales, [name]: score } })}
          />
        ))}
      </fieldset>
    </>
  );
}

interface Props {
  caseId: string;
  followUpOnly: boolean;
  done: (words: string) => void;
  cancel: () => void;
}

export function MeasureForm({ caseId, followUpOnly, done, cancel }: Props) {
  const empty = nothingTyped(partsOf(isoDay(now())));
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
  const text = (path: 'answers' | 'impact' | 'total' | 'value', label: string, hint?: string) => (
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
        <Radios
          path="from"
          legend="What does the sheet give?"
          value={it.from}
          onChange={(from) => set({ from })}
          choices={[
            { value: 'ANSWERS', label: 'The answer to each item' },
            { value: 'TOTALS', label: 'Totals, already worked out' },
          ]}
        />
      )}
      {it.instrument === 'SDQ' && it.from === 'ANSWERS' && (
        <>
          {text('answers', 'Answers to items 1 to 25', inOrder)}
          {text(
            'impact',
            'Answers to the questions of impact (optional)',
            'From 0 to 3: five numbers, of a teacher three',
          )}
        </>
      )}
      {it.instrument === 'SDQ' && it.from === 'TOTALS' && <SheetTotals it={it} set={set} />}
      {it.instrument === 'SWEMWBS' &&
        (it.from === 'ANSWERS'
          ? text('answers', 'Answers to items 1 to 7', inOrder)
          : text('total', 'Total before conversion, from 7 to 35'))}
      {it.instrument === 'SCHOOL_ATTENDANCE' && text('value', 'Attendance in per cent of possible sessions')}
      {it.instrument === 'SUSPENSIONS' && (
        <>
          {text('total', 'How many suspensions?')}
          {text('value', 'How many days? (optional)')}
        </>
      )}
      {it.instrument === 'EDUCATION_TRAINING_EMPLOYMENT' && (
        <EducationFields places={it.places} set={(places) => set({ places })} />
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
