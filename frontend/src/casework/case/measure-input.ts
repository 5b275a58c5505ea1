/** A measure as it is typed, and what is sent of it. Whether it can be is for the API to say, but for what is no number. */
import type { noDate } from '../../components/date-input';
import type {
  Informant,
  Instrument,
  MeasureStage,
  OffenceCheckResult,
  PlacementInput,
  RecordMeasureInput,
  Suitability,
} from '../../gql/graphql';
import { isoFrom } from '../../platform/dates';
import { type Problem, required } from '../../platform/problems';
import { answersOf, subscaleWords } from './measure-words';

/** A place of education, training or work. */
export interface TypedPlace {
  kind: string;
  offered: string;
  attended: string;
  suitable?: Suitability;
}

export type Subscale = keyof typeof subscaleWords;

export interface Typed {
  instrument: Instrument | '';
  informant: Informant | '';
  stage: MeasureStage | '';
  on: typeof noDate;
  /** Whether the answers are entered, or totals that a licensed sheet gives. */
  from: 'ANSWERS' | 'TOTALS';
  answers: string;
  impact: string;
  total: string;
  subscales: Partial<Record<Subscale, string>>;
  value: string;
  places: TypedPlace[];
  offence?: OffenceCheckResult;
}

/** Nothing typed yet but the day. */
export const nothingTyped = (on: Typed['on']): Typed => ({
  instrument: '',
  informant: '',
  stage: '',
  on,
  from: 'ANSWERS',
  answers: '',
  impact: '',
  total: '',
  subscales: {},
  value: '',
  places: [],
});

/** A number as typed; undefined where nothing is. */
function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}

/** The subscales of which a number is typed, in the order in which they are sent: that of the form. */
export function typedSubscales(it: Typed): Subscale[] {
  return (Object.keys(subscaleWords) as Subscale[]).filter((name) => it.subscales[name]?.trim());
}

const noNumber = (path: string): Problem => ({ path, code: 'INVALID', message: 'Enter a number' });

/** Numbers of a questionnaire: its answers, or the totals of its sheet. */
function questionnaire(it: Typed, problems: Problem[]): Partial<RecordMeasureInput> {
  const sent: Partial<RecordMeasureInput> = {};
  if (it.from === 'TOTALS') {
    const total = numberOf(it.total);
    if (Number.isNaN(total)) problems.push(noNumber('total'));
    if (total !== undefined) sent.total = total;
    const names = it.instrument === 'SDQ' ? typedSubscales(it) : [];
    const scores = names.map((name) => ({ name, score: numberOf(it.subscales[name] ?? '') ?? 0 }));
    for (const [nth, { score }] of scores.entries()) {
      if (!Number.isInteger(score)) problems.push(noNumber(`subscales.${nth}.score`));
    }
    if (scores.length > 0) sent.subscales = scores;
    else if (total === undefined) problems.push(required('total', 'Enter what the scoring sheet tells'));
    return sent;
  }
  for (const path of it.instrument === 'SDQ' ? (['answers', 'impact'] as const) : (['answers'] as const)) {
    if (it[path].trim() === '') continue;
    const read = answersOf(it[path]);
    if (read) sent[path] = read;
    else problems.push({ path, code: 'INVALID', message: 'Enter numbers only, a dash where one is missing' });
  }
  return sent;
}

function placement(place: TypedPlace, nth: number, problems: Problem[]): PlacementInput {
  const at = (field: string) => `placements.${nth}.${field}`;
  const [offered, attended] = [numberOf(place.offered), numberOf(place.attended)];
  if (!place.kind) problems.push(required(at('kind'), 'Choose what kind of place it is'));
  if (offered === undefined) problems.push(required(at('hoursOffered'), 'Enter the hours offered a week'));
  else if (Number.isNaN(offered)) problems.push(noNumber(at('hoursOffered')));
  if (Number.isNaN(attended)) problems.push(noNumber(at('hoursAttended')));
  return {
    kind: place.kind,
    hoursOffered: offered ?? 0,
    ...(attended !== undefined && { hoursAttended: attended }),
    suitable: place.suitable ?? 'UNKNOWN',
  };
}

/** What is sent of what was typed, or what is wrong with it before it is sent. */
export function inputOf(it: Typed, caseId: string): RecordMeasureInput | Problem[] {
  const takenOn = isoFrom(it.on);
  const problems: Problem[] = [];
  if (!it.instrument) problems.push(required('instrument', 'Choose what was measured'));
  if (!it.informant) problems.push(required('informant', 'Choose who answered'));
  if (!it.stage) problems.push(required('stage', 'Choose when on the way'));
  if (!takenOn) problems.push(required('takenOn', 'Enter the day'));
  let of: Partial<RecordMeasureInput> = {};
  if (it.instrument === 'SDQ' || it.instrument === 'SWEMWBS') of = questionnaire(it, problems);
  if (it.instrument === 'SCHOOL_ATTENDANCE' || it.instrument === 'SUSPENSIONS') {
    const [total, value] = [
      it.instrument === 'SUSPENSIONS' ? numberOf(it.total) : undefined,
      numberOf(it.value),
    ];
    if (Number.isNaN(total)) problems.push(noNumber('total'));
    if (Number.isNaN(value)) problems.push(noNumber('value'));
    of = { ...(total !== undefined && { total }), ...(value !== undefined && { value }) };
  }
  if (it.instrument === 'EDUCATION_TRAINING_EMPLOYMENT') {
    of = { placements: it.places.map((place, nth) => placement(place, nth, problems)) };
  }
  if (it.instrument === 'OFFENCE_CHECK' && it.offence) of = { offence: it.offence };
  if (problems.length > 0 || !it.instrument || !it.informant || !it.stage || !takenOn) return problems;
  return { caseId, instrument: it.instrument, informant: it.informant, stage: it.stage, takenOn, ...of };
}
