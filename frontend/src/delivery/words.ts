/** What people call the states and codes of programmes and places. */
import type { TagColour } from '../components/tag';
import type {
  AvailabilityAnswer,
  DeliveryMode,
  EnrolmentStatus,
  EvidenceBand,
  PlacesBand,
  Strand,
} from '../gql/graphql';

export const answerWords: Record<AvailabilityAnswer, string> = {
  YES: 'Yes, there is a place',
  WAIT: 'There is a waiting list',
  NO: 'No places now',
};

export const leftWords: Record<PlacesBand, string> = {
  NONE: 'No free places',
  FEW: '1 to 4 free places',
  SOME: '5 or more free places',
};

/** What tests of the approach found, for somebody who has never heard of the Toolkit. */
export const evidenceWords: Record<EvidenceBand, string> = {
  HIGH: 'Strong effect: tests found 30% less violence or better',
  MODERATE: 'Moderate effect: tests found 10 to 30% less violence',
  LOW: 'Small effect: tests found 2 to 9% less violence',
  NO_CLEAR_EVIDENCE: 'No clear evidence that it lessens violence',
  HARMFUL: 'Tests found more violence',
  NOT_RATED: 'Not rated by the Toolkit, or not loaded here yet',
};

export const strandWords: Record<Strand, string> = {
  EDUCATION: 'Teaching in schools',
  EARLY_INTERVENTION: 'Help for a child',
  PROFESSIONAL_TRAINING: 'Skills for staff',
};

export const modeWords: Record<DeliveryMode, string> = {
  ONE_TO_ONE: 'One to one',
  GROUP: 'In a group',
  FAMILY: 'With the family',
  SCHOOL_CLASS: 'In class',
  DETACHED: 'Where young people meet',
  ONLINE: 'Online',
  TRAINING: 'Training',
  CAMPAIGN: 'A campaign',
};

export const enrolmentWords: Record<EnrolmentStatus, string> = {
  WAITLISTED: 'On the waiting list',
  OFFERED: 'Place offered',
  ACCEPTED: 'Place accepted',
  STARTED: 'Started',
  COMPLETED: 'Completed',
  DECLINED: 'The child said no',
  LAPSED: 'Offer not answered in time',
  NOT_STARTED: 'Not started',
  WITHDREW: 'Stopped',
  REMOVED: 'Place ended by us',
};

export const enrolmentColours: Partial<Record<EnrolmentStatus, TagColour>> = {
  WAITLISTED: 'yellow',
  OFFERED: 'blue',
  ACCEPTED: 'green',
  STARTED: 'green',
};

/** A wait, which the API tells in whole weeks of five working days. */
export function waitWords(workingDays: number | null | undefined): string {
  if (!workingDays) return 'We cannot say yet how long children wait.';
  const weeks = Math.ceil(workingDays / 5);
  return weeks === 1 ? 'Children usually wait up to a week.' : `Children usually wait up to ${weeks} weeks.`;
}
