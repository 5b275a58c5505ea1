/** What people call the parts of a note. */
import type { ContactOutcome, NoteKind } from '../../gql/graphql';

export const noteKindWords: Record<NoteKind, string> = {
  VISIT: 'Visit',
  PHONE_CALL: 'Phone call',
  MESSAGE: 'Message',
  MEETING: 'Meeting',
  SESSION: 'Session',
  SUPERVISION: 'Supervision',
  CHILD_VIEW: "The child's view",
  PARENT_VIEW: "A parent's view",
  OTHER: 'Other',
};

export const contactWords: Record<ContactOutcome, string> = {
  SPOKE: 'Spoke',
  NO_ANSWER: 'No answer',
  MESSAGE_LEFT: 'Message left',
  NOT_IN: 'Not in',
  CANCELLED_BY_FAMILY: 'Cancelled by the family',
  CANCELLED_BY_US: 'Cancelled by us',
};

/** Kinds of note that tell of an attempt to reach somebody. */
export function isContact(kind: NoteKind | ''): boolean {
  return kind === 'VISIT' || kind === 'PHONE_CALL' || kind === 'MESSAGE' || kind === 'MEETING';
}

interface Team {
  caseworker?: { name: string } | null;
  coWorkers: ReadonlyArray<{ name: string }>;
}

/** Who can read a note for the case team, or for the service. */
export function readersOf(audience: 'CASE_TEAM' | 'SERVICE', team: Team): string {
  const named = [team.caseworker?.name, ...team.coWorkers.map((worker) => worker.name)].filter(Boolean);
  const who = named.length > 0 ? named.join(', ') : 'The caseworker, once there is one';
  const caseTeam = `${who}, anyone covering for them, and the team manager`;
  return audience === 'CASE_TEAM' ? caseTeam : `${caseTeam}; also duty and triage of the same service`;
}
