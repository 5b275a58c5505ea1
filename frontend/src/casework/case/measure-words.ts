/** Words of measures and goals. Items of a questionnaire have numbers and no wording. */
import type {
  GoalOwner,
  Informant,
  Instrument,
  MeasureStage,
  OffenceCheckResult,
  ReliableChange,
  Suitability,
} from '../../gql/graphql';

export const instrumentWords: Record<Instrument, string> = {
  SDQ: 'Strengths and difficulties (SDQ)',
  SWEMWBS: 'Wellbeing (SWEMWBS)',
  SCHOOL_ATTENDANCE: 'School attendance',
  SUSPENSIONS: 'Suspensions',
  EDUCATION_TRAINING_EMPLOYMENT: 'Education, training and employment',
  OFFENCE_CHECK: 'Check for offences',
};

export const informantWords: Record<Informant, string> = {
  SELF: 'The child',
  PARENT: 'A parent or carer',
  TEACHER: 'A teacher',
  WORKER: 'Who works with the child',
  RECORD: 'A record',
};

/** Who answers each instrument; the API says the same. */
export const informantsOf: Record<Instrument, readonly Informant[]> = {
  SDQ: ['SELF', 'PARENT', 'TEACHER'],
  SWEMWBS: ['SELF'],
  SCHOOL_ATTENDANCE: ['RECORD', 'WORKER'],
  SUSPENSIONS: ['RECORD', 'WORKER'],
  EDUCATION_TRAINING_EMPLOYMENT: ['RECORD', 'WORKER'],
  OFFENCE_CHECK: ['RECORD'],
};

export const stageWords: Record<MeasureStage, string> = {
  BASELINE: 'At the start',
  REVIEW: 'Review',
  END: 'At the end',
  FOLLOW_UP_6_MONTHS: '6 months after',
  FOLLOW_UP_12_MONTHS: '12 months after',
};

export const changeWords: Record<ReliableChange, string> = {
  IMPROVED: 'Reliably better',
  NO_RELIABLE_CHANGE: 'No reliable change',
  DETERIORATED: 'Reliably worse',
};

export const offenceWords: Record<OffenceCheckResult, string> = {
  NONE: 'No outcome',
  COMMUNITY_RESOLUTION_OR_OUTCOME_22: 'Community resolution or outcome 22',
  CAUTION: 'Caution',
  CONVICTION: 'Conviction',
  NOT_KNOWN: 'Could not be found out',
};

export const suitableWords: Record<Suitability, string> = {
  SUITABLE: 'Yes',
  UNSUITABLE: 'No',
  UNKNOWN: 'Nobody has judged',
};

/** Kinds of education, training and work, as the Ministry of Justice codes them; no place at all is an empty list. */
export const placeWords = {
  MAINSTREAM_SCHOOL: 'Mainstream school',
  SCHOOL_FULL_TIME: 'School, full-time',
  SCHOOL_PART_TIME: 'School, part-time',
  PUPIL_REFERRAL_UNIT: 'Pupil referral unit (PRU)',
  ALTERNATIVE_PROVISION_PRU_FULL_TIME: 'Alternative provision in a PRU, full-time',
  ALTERNATIVE_PROVISION_PRU_PART_TIME: 'Alternative provision in a PRU, part-time',
  ALTERNATIVE_PROVISION_OTHER_FULL_TIME: 'Other alternative provision, full-time',
  ALTERNATIVE_PROVISION_OTHER_PART_TIME: 'Other alternative provision, part-time',
  ELECTIVELY_HOME_EDUCATED: 'Elective home education',
  COLLEGE: 'College',
  EDUCATION_RE_ENGAGEMENT_PROGRAMME: 'Education re-engagement programme',
  TRAINING_COURSE_APPRENTICESHIP: 'Training course or apprenticeship',
  TRAINEESHIP: 'Traineeship',
  SUPPORTED_INTERNSHIP: 'Supported internship',
  MENTORING_CIRCLE: 'Mentoring circle',
  UNIVERSITY: 'University',
  EMPLOYMENT_FULL_TIME: 'Employment, full-time',
  EMPLOYMENT_PART_TIME: 'Employment, part-time',
  SELF_EMPLOYMENT: 'Self-employment',
  VOLUNTARY_WORK: 'Voluntary work',
};

/** What a scoring sheet of the SDQ totals, besides the total of difficulties. */
export const subscaleWords = {
  EMOTIONAL: 'Emotional',
  CONDUCT: 'Conduct',
  HYPERACTIVITY: 'Hyperactivity',
  PEER: 'Peer',
  PROSOCIAL: 'Prosocial',
  IMPACT: 'Impact',
};

export const ownerWords: Record<GoalOwner, string> = {
  CHILD: "The child's",
  PARENT: "A parent's",
  BOTH: 'Both have it',
};

/** "CLOSE_TO_AVERAGE" as "close to average". */
export function plain(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

/** Numbers as they stand on a sheet, one after the other; a dash where one is missing. Null where something is neither. */
export function answersOf(text: string): (number | null)[] | null {
  const parts = text.trim().split(/[\s,;]+/);
  const read = parts.map((part) => (part === '-' ? null : /^\d+$/.test(part) ? Number(part) : Number.NaN));
  return read.some((one) => Number.isNaN(one)) ? null : read;
}
