/** What people call the states and codes of casework. */
import type {
  CaseStatus,
  DecisionReason,
  MessageKind,
  ParentNotToldReason,
  Pathway,
  ReferralSource,
  ReferralStage,
  ReferralStatus,
  SafeguardingKind,
  Sex,
  TriageOutcome,
  Trigger,
  Urgency,
} from '../gql/graphql';

export const stageWords: Record<ReferralStage, string> = {
  RECEIVED: 'Received',
  QUESTION_FOR_YOU: 'A question for you',
  BEING_LOOKED_AT: 'Being looked at',
  SOMEONE_IS_WORKING_ON_IT: 'Someone is working on it',
  NOT_TAKEN_ON: 'Not taken on',
  ENDED: 'Ended',
  WITHDRAWN: 'Withdrawn',
};

export const statusWords: Record<ReferralStatus, string> = {
  SUBMITTED: 'Waiting for a decision',
  INFO_REQUESTED: 'Question asked',
  ACCEPTED: 'Accepted',
  ADDED_TO_CASE: 'Added to an open case',
  REDIRECTED: 'Redirected',
  DECLINED: 'Declined',
  DUPLICATE: 'Duplicate',
  WITHDRAWN: 'Withdrawn',
};

export const urgencyWords: Record<Urgency, string> = {
  ROUTINE: 'Routine',
  PRIORITY: 'Priority',
  IMMEDIATE: 'Immediate',
};

export const triggerWords: Record<Trigger, string> = {
  NONE: 'No single event',
  ANTISOCIAL_BEHAVIOUR: 'Antisocial behaviour',
  ARREST_NO_FURTHER_ACTION: 'Arrest, no further action',
  VOLUNTARY_INTERVIEW: 'Voluntary interview',
  RELEASED_UNDER_INVESTIGATION: 'Released under investigation',
  COMMUNITY_RESOLUTION: 'Community resolution',
  YOUTH_CAUTION: 'Youth caution',
  OUTCOME_22: 'Outcome 22',
  KNIFE_POSSESSION: 'Found with a knife',
  HOSPITAL_ATTENDANCE: 'Went to hospital with an injury',
  SUSPENSION: 'Suspension from school',
  PERMANENT_EXCLUSION: 'Permanent exclusion from school',
  MISSING_EPISODE: 'Went missing',
};

export const sourceWords: Record<ReferralSource, string> = {
  FAMILY: 'Family',
  SELF: 'The child',
  OTHER_INDIVIDUAL: 'Another person',
  SCHOOL: 'School or college',
  ALTERNATIVE_PROVISION: 'Alternative provision',
  EDUCATION_SERVICE: 'Education service',
  GENERAL_PRACTICE: 'GP practice',
  SCHOOL_NURSE: 'School nurse',
  EMERGENCY_DEPARTMENT: 'Emergency department',
  OTHER_HEALTH: 'Other health service',
  HOUSING: 'Housing',
  SOCIAL_CARE: 'Social care',
  EARLY_HELP: 'Early help',
  OTHER_LOCAL_AUTHORITY: 'Another council',
  POLICE: 'Police',
  POLICE_CUSTODY: 'Police custody',
  PROBATION: 'Probation',
  FIRE_AND_RESCUE: 'Fire and rescue',
  PANEL: 'A panel',
  VOLUNTARY: 'Voluntary organisation',
  ANONYMOUS: 'Anonymous',
  UNKNOWN: 'Not known',
};

export const sexWords: Record<Sex, string> = { FEMALE: 'Female', MALE: 'Male', UNKNOWN: 'Not known' };

export const notToldWords: Record<ParentNotToldReason, string> = {
  COULD_INCREASE_RISK: 'Telling them could put the child at more risk',
  CHILD_ASKED: 'The child asked us not to',
  COULD_NOT_REACH: 'We could not reach them',
  NOT_YET: 'Not yet',
};

export const messageWords: Record<MessageKind, string> = {
  INFORMATION: 'More information',
  QUESTION: 'Question',
  ANSWER: 'Answer',
  DECISION: 'Decision',
  UPDATE: 'Update',
  CHALLENGE: 'Still worried',
};

export const outcomeWords: Record<TriageOutcome, string> = {
  ACCEPT: 'Accept and open a case',
  ADD_TO_OPEN_CASE: 'Add to a case that is open',
  REQUEST_INFO: 'Ask those who referred a question',
  REDIRECT: 'Redirect to another service',
  DECLINE: 'Decline',
  DUPLICATE: 'Close as a duplicate',
};

export const reasonWords: Record<DecisionReason, string> = {
  AGE_OUT_OF_RANGE: 'Age is outside what we may work with',
  OUT_OF_AREA: 'Lives outside our area',
  NEED_NOT_FOR_THIS_SERVICE: 'The need is not one for this service',
  OPEN_TO_STATUTORY_SERVICE: 'A statutory service already leads a plan',
  CONSENT_REFUSED: 'The family does not want this help',
  INSUFFICIENT_INFORMATION: 'Not enough information after two questions',
  BETTER_MET_ELSEWHERE: 'Better met by another service',
  NO_CAPACITY: 'No capacity',
  SAME_PERSON_AND_TRIGGER: 'Same child and same event',
};

export const pathwayWords: Record<Pathway, string> = {
  EARLY_PREVENTION: 'Early prevention',
  TARGETED_PREVENTION: 'Targeted prevention',
  DIVERSION: 'Diversion',
  TURNAROUND: 'Turnaround',
  KNIFE_PLAN: 'Knife possession plan',
  EMERGENCY_DEPARTMENT: 'Emergency department',
};

export const caseStatusWords: Record<CaseStatus, string> = {
  AWAITING_CONSENT: 'Awaiting consent',
  OPEN: 'Open, not allocated',
  ALLOCATED: 'Allocated',
  ASSESSMENT: 'Assessment',
  PLAN_AGREED: 'Plan agreed',
  ACTIVE: 'Active',
  ON_HOLD: 'On hold',
  CLOSING: 'Closing',
  CLOSED: 'Closed',
  TRANSFERRED: 'Transferred',
};

export const concernWords: Record<SafeguardingKind, string> = {
  ABOUT_CHILD: 'A child may be harmed',
  ABOUT_ADULT_WORKING_WITH_CHILDREN: 'About an adult who works with children',
  EXPLOITATION: 'Exploitation',
  MISSING: 'Missing',
};

export function optionsOf<T extends string>(words: Record<T, string>, only?: readonly T[]) {
  return (only ?? (Object.keys(words) as T[])).map((value) => ({ value, label: words[value] }));
}

/** A state of a record that only the program words: AWAITING_CONSENT as "Awaiting consent". */
export function plainState(code: string): string {
  const words: Record<string, string> = { ...statusWords, ...caseStatusWords };
  const spaced = code.toLowerCase().replaceAll('_', ' ');
  return words[code] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
