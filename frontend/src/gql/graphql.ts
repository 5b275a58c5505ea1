/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A note on a case. */
export type AddCaseNoteInput = {
  /** Who may read it. */
  audience?: NoteAudience;
  /** What was done, seen or said, up to 20,000 characters. */
  body: string;
  /** The case. */
  caseId: string | number;
  /** Whether anyone was reached. */
  contact?: NoteContactInput | null | undefined;
  /** What kind. */
  kind: NoteKind;
  /** When it happened; not in the future. */
  occurredAt: string;
};

/** What was done with a child in a session, how they were, and what is next. */
export type AddSessionNoteInput = {
  /** What it says. */
  body: string;
  /** The child's place. */
  enrolmentId: string | number;
  /** The session. */
  sessionId: string | number;
};

/** An address. "No fixed address" is one, without a postcode. */
export type AddressInput = {
  /** The lines above the postcode. */
  lines: Array<string>;
  /** Whether it may be given to others. */
  mayDisclose?: boolean;
  /** The postcode. */
  postcode: string;
};

/** A child's age, in bands. */
export type AgeBand =
  /** 10 to 13. */
  | 'AGE_10_TO_13'
  /** 14 and 15. */
  | 'AGE_14_TO_15'
  /** 16 and 17. */
  | 'AGE_16_TO_17'
  /** 18 to 25. */
  | 'AGE_18_TO_25'
  /** Under 10. */
  | 'UNDER_10';

/** What to know before meeting the child. It is about safety and says nothing about who the child is. */
export type AlertKind =
  /** An allergy. */
  | 'ALLERGY'
  /** A court order is in force, such as a non-molestation order. */
  | 'COURT_ORDER'
  /** A dog is in the home. */
  | 'DOG'
  /** Do not visit the home. */
  | 'DO_NOT_VISIT_HOME'
  /** The child is being exploited, or may be. */
  | 'EXPLOITATION'
  /** The child has been the target of a hate crime. */
  | 'HATE_CRIME_TARGET'
  /** What to do in a medical emergency. */
  | 'MEDICAL_EMERGENCY'
  /** The child and another one must be kept apart. */
  | 'NO_CONTACT_PAIR'
  /** Groups that must not meet. */
  | 'RIVAL_GROUP'
  /** The child may hurt themselves. */
  | 'SELF_HARM'
  /** Visit in pairs. */
  | 'TWO_PERSON_VISIT'
  /** Staff have been hurt or threatened. */
  | 'VIOLENCE_TO_STAFF'
  /** A weapon may be near. */
  | 'WEAPON';

/**
 * `conflictDeclared` is true where worker or manager knows of a conflict of interest: then CONFLICT_OF_INTEREST and nothing
 * changes.
 */
export type AllocateCaseInput = {
  /** The case. */
  caseId: string | number;
  /** Who works it: a caseworker of the service. */
  caseworkerId: string | number;
  /** Who works it beside them. */
  coWorkerIds?: Array<string | number>;
  /** Whether a conflict of interest is known. */
  conflictDeclared: boolean;
  /** The version that the caller saw. */
  version: number;
};

/** A new text of a note; the earlier one is kept. */
export type AmendCaseNoteInput = {
  /** The text that it has from now on. */
  body: string;
  /** The note. */
  noteId: string | number;
  /** Why. */
  reason: string;
  /** The version that the caller saw. */
  version: number;
};

/** The child's answer to an offer. */
export type AnswerOfferInput = {
  /** Yes or no. */
  accept: boolean;
  /** What the child said. */
  childsWords?: string | null | undefined;
  /** The enrolment. */
  enrolmentId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** What the caseworker says to a place that the provider wants to end. */
export type AnswerRemovalInput = {
  /** Whether the place may end. */
  agree: boolean;
  /** Why, or why not. */
  comment: string;
  /** The enrolment. */
  enrolmentId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** What kind of area, from the widest to the smallest. */
export type AreaKind =
  /** A town with the villages around it, or a locality of a town. */
  | 'COMMUNITY_AREA'
  /** A police force's area. */
  | 'FORCE'
  /** A council's area. */
  | 'LOCAL_AUTHORITY'
  /** An electoral ward, of the boundaries in force between its dates. */
  | 'WARD';

/** What a session's register says of a child. */
export type AttendanceMark =
  /** Stayed away for a reason that was agreed. */
  | 'AUTHORISED_ABSENCE'
  /**
   * The child or the family cancelled, 24 hours or more before. Who marks says so: when they rang is not known here, since
   * `at` tells when the mark was made. It counts as expected, and not as a miss.
   */
  | 'CANCELLED_BY_CHILD'
  /** We cancelled; it does not count. */
  | 'CANCELLED_BY_PROVIDER'
  /** Was there, more than 10 minutes late; counts as present. */
  | 'LATE'
  /** Did not come. */
  | 'MISSED'
  /** Not expected that day; it does not count. */
  | 'NOT_EXPECTED'
  /** Was there. */
  | 'PRESENT'
  /** Sent home for safety; it does not count. */
  | 'STOOD_DOWN'
  /** Depends on somebody to bring them, and nobody did. */
  | 'WAS_NOT_BROUGHT';

/** What somebody did, or tried to do, as the audit writes it down. */
export type AuditAction =
  /** A closed record was opened in an emergency, with a reason that a manager reviews. */
  | 'BREAK_GLASS'
  /** Something was changed. */
  | 'CHANGE'
  /** Something was made. */
  | 'CREATE'
  /** Something was given to another organisation, by a named legal gateway. */
  | 'DISCLOSE'
  /** A record was erased or made anonymous by the retention schedule. */
  | 'ERASE'
  /** Records left as a file. */
  | 'EXPORT'
  /** Somebody was given a right, or lost one. */
  | 'GRANT'
  /** Two records were said to be of the same child. */
  | 'LINK'
  /** A record was printed. */
  | 'PRINT'
  /** More of a child's record was opened than name, reference, status and dates. */
  | 'READ'
  /** Somebody asked for what they may not see or do. */
  | 'REFUSED'
  /** A list was searched or filtered. */
  | 'SEARCH'
  /** Somebody signed in. */
  | 'SIGN_IN'
  /** A sign-in was refused. */
  | 'SIGN_IN_FAILED'
  /** Two records were said to be of different children after all. */
  | 'UNLINK';

/** Which lines of the audit. An id or reference that is unknown leaves nothing, as one does that is hidden. */
export type AuditFilter = {
  /** Of these actions. */
  actions?: Array<AuditAction> | null | undefined;
  /** Of what this person did. */
  actorId?: string | number | null | undefined;
  /** At this instant or later. */
  from?: string | null | undefined;
  /** About this object, or about this child. */
  subjectId?: string | number | null | undefined;
  /**
   * About what has this reference: Y- for all that concerns a child, C- for a case with its notes and tasks, R- for a
   * referral.
   */
  subjectReference?: string | null | undefined;
  /** Before this instant. */
  to?: string | null | undefined;
};

/** Whether it could take a child now. */
export type AvailabilityAnswer =
  /** It takes nobody. */
  | 'NO'
  /** There is a waiting list. */
  | 'WAIT'
  /** A place is free and nobody waits for it. */
  | 'YES';

/** A child such as this. What is left out narrows nothing. */
export type AvailabilityFilter = {
  /** Of this age on the day on which they could begin, from 8 to 25. */
  age?: number | null | undefined;
  /** Living in this area. */
  areaId?: string | number | null | undefined;
  /** With one of these factors. */
  factors?: Array<FactorCode> | null | undefined;
  /** Or at this postcode. */
  postcode?: string | null | undefined;
  /** Who could begin on this day or later. */
  startsFrom?: string | null | undefined;
  /** Who could begin on this day or earlier. */
  startsTo?: string | null | undefined;
  /** For programmes funded as one of these. */
  strands?: Array<Strand> | null | undefined;
  /** Only programmes whose title, summary or provider's name holds this. */
  text?: string | null | undefined;
  /** Only what has a place that nobody waits for. */
  withPlacesOnly?: boolean | null | undefined;
  /** In this national curriculum year today, from 3 to 13: what begins after the summer is looked at for the year after. */
  yearGroup?: number | null | undefined;
};

/** The order of what is available. */
export type AvailabilityOrder =
  /** Those with places left first, by the band; then what begins first. */
  | 'MOST_PLACES'
  /** What begins first, first; what goes on already counts as beginning today. */
  | 'SOONEST'
  /** The strongest evidence first; then what begins first. */
  | 'STRONGEST_EVIDENCE';

/** A session that will not take place. */
export type CancelSessionInput = {
  /** Why. */
  reason: string;
  /** The session. */
  sessionId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** Which cases. */
export type CaseFilter = {
  /** Whose child lives in one of these areas. */
  areaIds?: Array<string | number> | null | undefined;
  /** Of this caseworker. */
  caseworkerId?: string | number | null | undefined;
  /** With a change after this instant. */
  changedSince?: string | null | undefined;
  /** Those that the viewer covers. */
  covering?: boolean | null | undefined;
  /** The viewer's own. */
  mine?: boolean | null | undefined;
  /** Open, whose child was not seen for so many days. */
  notSeenForDays?: number | null | undefined;
  /** With something overdue. */
  reviewOverdue?: boolean | null | undefined;
  /** In one of these statuses. */
  statuses?: Array<CaseStatus> | null | undefined;
  /** Whose child's name holds this. */
  text?: string | null | undefined;
  /** Open, without a caseworker. */
  unallocated?: boolean | null | undefined;
};

/** Where a case stands. */
export type CaseStatus =
  /** The plan is being carried out. */
  | 'ACTIVE'
  /** A worker has it. */
  | 'ALLOCATED'
  /** The worker and the child find out what is needed. */
  | 'ASSESSMENT'
  /** Waiting for the child and a parent to agree. It may have its worker already. */
  | 'AWAITING_CONSENT'
  /** Closed. A child who comes back has a new case, linked to this one. */
  | 'CLOSED'
  /** The worker has proposed to close it; a manager countersigns. */
  | 'CLOSING'
  /** Paused for a reason, until a date at which somebody looks again. */
  | 'ON_HOLD'
  /** Agreed, and waiting for a worker. */
  | 'OPEN'
  /** A plan is agreed and countersigned. */
  | 'PLAN_AGREED'
  /** Another council's service has taken it over; only to be read here. */
  | 'TRANSFERRED';

/** A new contact, what is known of one, or that one has ended. */
export type ChangeContactInput = {
  /** What is known of them, as a whole. */
  contact?: ContactInput | null | undefined;
  /** The contact; none to add one. */
  contactId?: string | number | null | undefined;
  /** Whether they are no longer a contact. */
  ended?: boolean;
  /** Why. */
  reason: string;
  /** The contact's version that the caller saw; needed where there is one. */
  version?: number | null | undefined;
  /** The child. */
  youngPersonId: string | number;
};

/** What happened, as live updates tell it. */
export type ChangeKind =
  /** A session's register was taken, or a mark in it corrected. */
  | 'ATTENDANCE_TAKEN'
  /** A case has a new worker. */
  | 'CASE_ALLOCATED'
  /** A case was opened. */
  | 'CASE_OPENED'
  /** A case moved to another status. */
  | 'CASE_STATUS_CHANGED'
  /** The child's details, school, address or contacts changed. */
  | 'CHILD_CHANGED'
  /** A consent was recorded or withdrawn. */
  | 'CONSENT_CHANGED'
  /** An enrolment changed. */
  | 'ENROLMENT_CHANGED'
  /** A goal was set or rated. */
  | 'GOAL_CHANGED'
  /** A measure was recorded. */
  | 'MEASURE_RECORDED'
  /** A note was added to a case. */
  | 'NOTE_ADDED'
  /** A note was amended; the earlier text is kept. */
  | 'NOTE_AMENDED'
  /** The places of an offering changed. */
  | 'PLACES_CHANGED'
  /** A child was offered a place. */
  | 'PLACE_OFFERED'
  /** The stream has begun: what changes from now on will be delivered, so load the list now. */
  | 'READY'
  /** Those who referred are still worried about the child after the decision. */
  | 'REFERRAL_CHALLENGED'
  /** A referral was decided, or its decision was countersigned or confirmed. */
  | 'REFERRAL_DECIDED'
  /** Those who referred added something, or answered a question. */
  | 'REFERRAL_INFORMATION_ADDED'
  /** A referral was passed to another service. */
  | 'REFERRAL_PASSED'
  /** Those who referred were asked a question. */
  | 'REFERRAL_QUESTION'
  /** A referral came in. */
  | 'REFERRAL_SUBMITTED'
  /** Somebody took a referral, or gave it back to the queue. */
  | 'REFERRAL_TAKEN'
  /** A referral was withdrawn. */
  | 'REFERRAL_WITHDRAWN'
  /** Somebody raised a safeguarding concern. */
  | 'SAFEGUARDING_CONCERN_RAISED'
  /** A safeguarding concern has an outcome. */
  | 'SAFEGUARDING_CONCERN_RESOLVED'
  /** Sessions of an offering were written down. */
  | 'SESSIONS_SCHEDULED'
  /** A session will not take place. */
  | 'SESSION_CANCELLED'
  /** A note was written about a child in a session. */
  | 'SESSION_NOTE_ADDED'
  /** A task was made, changed or done. */
  | 'TASK_CHANGED';

/** A correction or a change of a child's record: an absent field stays, null removes. */
export type ChangeYoungPersonInput = {
  /** Where they live. */
  address?: AddressInput | null | undefined;
  /** The date of birth. */
  dateOfBirth?: string | null | undefined;
  /** Code of the 2021 census. */
  ethnicity?: string | null | undefined;
  /** The family name. */
  familyName?: string | null | undefined;
  /** ISO 639-3. */
  firstLanguage?: string | null | undefined;
  /** From which day the new values hold. */
  from?: string | null | undefined;
  /** The given name, or the only name. */
  givenName?: string | null | undefined;
  /** It was never so, or it is no longer so. */
  kind: RecordChangeKind;
  /** What they like to be called. */
  knownAs?: string | null | undefined;
  /** NHS number. */
  nhsNumber?: string | null | undefined;
  /** Why. */
  reason: string;
  /** The school. */
  schoolId?: string | number | null | undefined;
  /** Sex as registered. */
  sex?: Sex | null | undefined;
  /** Unique pupil number. */
  upn?: string | null | undefined;
  /** The version that the caller saw. */
  version: number;
  /** The child. */
  youngPersonId: string | number;
};

/** A task that is done. */
export type CompleteTaskInput = {
  /** The task. */
  taskId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** Who stays in a group and who does not: together everyone who belongs to it. */
export type ConfirmMembersInput = {
  /** The memberships that end now. */
  ending: Array<string | number>;
  /** The group; left out for those who are in none. */
  group?: string | null | undefined;
  /** Where. */
  organisationId: string | number;
  /** The memberships that go on. */
  staying: Array<string | number>;
};

/** That a redirection was accepted. */
export type ConfirmRedirectInput = {
  /** Who accepted the child. */
  acceptedBy: string;
  /** Their reference. */
  reference?: string | null | undefined;
  /** The referral. */
  referralId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** That a child whose offer lapsed still wants a place. */
export type ConfirmWaitingInput = {
  /** The enrolment. */
  enrolmentId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** What somebody agrees to. None of these is the legal basis for keeping the record; that is the public task. */
export type ConsentKind =
  /** A way in which they may be contacted. */
  | 'CONTACT'
  /** What happened may be used to learn whether the programme works. */
  | 'EVALUATION'
  /** The child agrees to take part. */
  | 'PARTICIPATE_CHILD'
  /** A parent or carer agrees that the child takes part. */
  | 'PARTICIPATE_PARENT'
  /** Something named may be shared with a named organisation. */
  | 'SHARE_WITH_ORGANISATION';

/** Where a consent stands. */
export type ConsentStatus =
  /** Given, and not withdrawn since. */
  | 'GIVEN'
  /** Nobody has asked yet. */
  | 'NOT_ASKED'
  /** Not needed, for a reason that is recorded. */
  | 'NOT_REQUIRED'
  /** Refused. */
  | 'REFUSED'
  /** Given once, and taken back. */
  | 'WITHDRAWN';

/** A parent, carer or other person around the child. */
export type ContactInput = {
  /** Null: not known. */
  hasParentalResponsibility?: boolean | null | undefined;
  /** Null: not known. */
  livesWith?: boolean | null | undefined;
  /** Whether they may be told. */
  mayBeTold?: boolean;
  /** Whether they may be contacted. */
  mayContact?: ContactPermission;
  /** Their name. */
  name: string;
  /** What a court ordered. */
  orderInForce?: string | null | undefined;
  /** The number. */
  phone?: string | null | undefined;
  /** What they are to the child. */
  relationship: string;
  /** Whether ringing is safe. */
  safeToCall?: boolean;
  /** Whether a voicemail is safe. */
  safeToLeaveVoicemail?: boolean;
  /** Whether a text is safe. */
  safeToText?: boolean;
};

/** What came of trying to reach somebody. */
export type ContactOutcome =
  /** The family cancelled. */
  | 'CANCELLED_BY_FAMILY'
  /** We cancelled. */
  | 'CANCELLED_BY_US'
  /** A message was left, where that is safe. */
  | 'MESSAGE_LEFT'
  /** Nobody was at home. */
  | 'NOT_IN'
  /** Nobody answered. */
  | 'NO_ANSWER'
  /** They spoke. */
  | 'SPOKE';

/** Whether somebody in the child's life may be contacted. */
export type ContactPermission =
  /** Ask the child, or who referred, first. This is how every contact begins. */
  | 'ASK_FIRST'
  /** Do not contact them. */
  | 'NEVER'
  /** They may be contacted in the ways marked safe. */
  | 'YES';

/** What the manager says of a decision. */
export type CountersignInput = {
  /** Whether they agree. */
  agree: boolean;
  /** What they say. */
  comment: string;
  /** The referral. */
  referralId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** A task on a case or a referral. */
export type CreateTaskInput = {
  /** Who: somebody of the service. */
  assigneeId: string | number;
  /** Or at which hour. */
  at?: string | null | undefined;
  /** The case. */
  caseId?: string | number | null | undefined;
  /** By which day. */
  dueOn?: string | null | undefined;
  /** Where. */
  place?: string | null | undefined;
  /** Or the referral. */
  referralId?: string | number | null | undefined;
  /** What is to be done. */
  title: string;
};

/** Why a referral was not taken on here. */
export type DecisionReason =
  /** The child is younger or older than the service may help. */
  | 'AGE_OUT_OF_RANGE'
  /** Another service can meet the need better. */
  | 'BETTER_MET_ELSEWHERE'
  /** The child or a parent does not want it. */
  | 'CONSENT_REFUSED'
  /** Too little is known after two requests. */
  | 'INSUFFICIENT_INFORMATION'
  /** What the child needs has nothing to do with violence. */
  | 'NEED_NOT_FOR_THIS_SERVICE'
  /** There is no room now; an alternative is offered, and a manager countersigns. */
  | 'NO_CAPACITY'
  /** A statutory service works with the child already and its lead has a plan. */
  | 'OPEN_TO_STATUTORY_SERVICE'
  /** The child lives in another area. */
  | 'OUT_OF_AREA'
  /** The same child and event as another referral. */
  | 'SAME_PERSON_AND_TRIGGER';

/** How a programme is run. */
export type DeliveryMode =
  /** A campaign for everyone in a place. */
  | 'CAMPAIGN'
  /** In the streets and parks where young people are. */
  | 'DETACHED'
  /** A child with those at home. */
  | 'FAMILY'
  /** A group of children. */
  | 'GROUP'
  /** One worker with one child. */
  | 'ONE_TO_ONE'
  /** By video or messages. */
  | 'ONLINE'
  /** A class of a school. */
  | 'SCHOOL_CLASS'
  /** A course for staff. */
  | 'TRAINING';

/** A draft that is not wanted any more. */
export type DiscardDraftInput = {
  /** The draft. */
  draftId: string | number;
};

/** What a draft will become. */
export type DraftKind =
  /** A measure. */
  | 'MEASURE'
  /** A message to or from those who referred. */
  | 'MESSAGE'
  /** A note on a case. */
  | 'NOTE'
  /** A plan. */
  | 'PLAN'
  /** A referral. */
  | 'REFERRAL';

/** School, attendance and needs. */
export type EducationInput = {
  /** The year group taught in, where it is not that of the age. */
  actualYearGroup?: number | null | undefined;
  /** Attendance over the last 12 weeks, 0 to 100 per cent. */
  attendancePercent?: number | null | undefined;
  /** On a school's roll. */
  onRoll?: boolean | null | undefined;
  /** Permanently excluded. */
  permanentlyExcluded?: boolean | null | undefined;
  /** Special educational needs. */
  specialNeeds?: SpecialNeeds;
  /** Suspensions in this school year. */
  suspensionsThisYear?: number | null | undefined;
  /** Hours a week where the timetable is part-time. */
  weeklyHoursIfPartTime?: number | null | undefined;
};

/** A call to 999 or to a front door. */
export type EmergencyCallInput = {
  /** Who was called. */
  agency: string;
  /** When. */
  calledAt: string;
  /** Their reference. */
  reference?: string | null | undefined;
  /** Who answered. */
  spokeTo?: string | null | undefined;
};

/** The end of a place, or of waiting for one. */
export type EndEnrolmentInput = {
  /** The enrolment. */
  enrolmentId: string | number;
  /** On which day; not in the future. */
  on: string;
  /** Why; needed unless it was completed. */
  reason?: string | null | undefined;
  /** COMPLETED, NOT_STARTED, WITHDREW or REMOVED. */
  status: EnrolmentStatus;
  /** The version that the caller saw. */
  version: number;
};

/** A membership to end. */
export type EndMembershipInput = {
  /** The membership. */
  membershipId: string | number;
};

/** An account to end. */
export type EndUserInput = {
  /** Whose. */
  userId: string | number;
};

/** A child to be placed, by the case. */
export type EnrolInput = {
  /** The case. */
  caseId: string | number;
  /** The offering. */
  offeringId: string | number;
  /** Why it is right although age or area do not fit. */
  overrideReason?: string | null | undefined;
  /** How urgent. */
  priority?: Urgency;
  /**
   * Why the child comes before those who wait longer; needed unless ROUTINE, where `overrideReason` does not
   * say it. Read by those who place children alone.
   */
  priorityReason?: string | null | undefined;
};

/** Where a child's place, or wish for one, stands. */
export type EnrolmentStatus =
  /** The child has said yes; nothing has been attended yet. */
  | 'ACCEPTED'
  /** Enough was attended and the end was reached. */
  | 'COMPLETED'
  /** The child has said no. */
  | 'DECLINED'
  /** Nobody answered in time; the child is on the waiting list again, with the old date. */
  | 'LAPSED'
  /** It was accepted and never begun. */
  | 'NOT_STARTED'
  /** A place is held until the offer expires. */
  | 'OFFERED'
  /** The place was ended by us. */
  | 'REMOVED'
  /** The child has been to a session. */
  | 'STARTED'
  /** On the waiting list. */
  | 'WAITLISTED'
  /** The child stopped coming. */
  | 'WITHDREW';

/**
 * How much less violence there was where an approach was tested, by the Toolkit of the Youth Endowment Fund: HIGH 30 % or
 * more, MODERATE 10 to 30 %, LOW 2 to 9 %.
 */
export type EvidenceBand =
  /** There was more violence. */
  | 'HARMFUL'
  /** 30 % or more. */
  | 'HIGH'
  /** 2 to 9 %. */
  | 'LOW'
  /** 10 to 30 %. */
  | 'MODERATE'
  /** The Toolkit has no figure for it, or it has not been loaded here. */
  | 'NOT_RATED'
  /** Tests do not show that it lessens violence. */
  | 'NO_CLEAR_EVIDENCE';

/** What `outcomeSummary` answers, to be taken out as a file. */
export type ExportOutcomeSummaryInput = {
  /** Of which children and which time. */
  filter?: OutcomeFilter | null | undefined;
  /** Broken down by these. */
  groupBy: Array<OutcomeDimension>;
  /** Of which release; the newest where it is left out. */
  release?: number | null | undefined;
};

/** A report, to be taken out as a file. */
export type ExportReportInput = {
  /** The report. */
  reportId: string | number;
};

/** How far a file of figures is. */
export type ExportState =
  /** It could not be made: ask again. */
  | 'FAILED'
  /** Nobody has begun with it. */
  | 'QUEUED'
  /** It can be fetched, once. */
  | 'READY'
  /** It is being made. */
  | 'RUNNING';

/**
 * A coded risk or protective factor: what was seen around this child, never what the child is. First the
 * risk factors of the child, the family, peers, education and community, then the protective ones. The list draws
 * on the Serious Violence Strategy, the Youth Endowment Fund's surveys of children, the youth justice assessment and
 * the assessment factors of the Department for Education.
 */
export type FactorCode =
  /** Abuse, neglect or other trauma, now or earlier. */
  | 'ABUSE_NEGLECT_OR_TRAUMA'
  /** Protective: knows how to step in safely for others. */
  | 'BYSTANDER_SKILLS'
  /** Has carried a weapon. Needs a line of evidence. */
  | 'CARRIED_WEAPON'
  /** Protective: belongs to a community or faith. */
  | 'COMMUNITY_OR_FAITH_BELONGING'
  /** Protective: copes, and can solve problems. */
  | 'COPING_SKILLS'
  /** Concern that the child is being used for crime, county lines among them. Needs a line of evidence. */
  | 'CRIMINAL_EXPLOITATION'
  /** Lives in a deprived area. */
  | 'DEPRIVATION'
  /** Discrimination, hate, or little trust in services. */
  | 'DISCRIMINATION_OR_WEAK_TIES'
  /** Domestic abuse in the household. */
  | 'DOMESTIC_ABUSE_AT_HOME'
  /** Drugs are sold around the child. */
  | 'DRUG_MARKET'
  /** Was arrested or known to the police for antisocial behaviour, above all before 14. */
  | 'EARLY_POLICE_CONTACT'
  /** Protective: works with the services that help. */
  | 'ENGAGED_WITH_SERVICES'
  /** Was permanently excluded, or is in alternative provision. */
  | 'EXCLUSION_OR_ALTERNATIVE_PROVISION'
  /** Conflict at home, a family breaking apart, or too little care about where the child is. */
  | 'FAMILY_CONFLICT_OR_POOR_SUPERVISION'
  /** A parent, brother or sister has offended or been in prison. */
  | 'FAMILY_OFFENDING_OR_PRISON'
  /** Concern about links with a gang. Needs a line of evidence. */
  | 'GANG_ASSOCIATION'
  /** Lives or spends time where there is much violence. */
  | 'HIGH_VIOLENCE_AREA'
  /** Protective: hope, or a goal for the future. */
  | 'HOPE_OR_FUTURE_GOAL'
  /** Acts before thinking, or thinks that violence is an answer. */
  | 'IMPULSIVITY'
  /** Is or was in care, moves between homes, or has a social worker. */
  | 'IN_CARE_OR_SOCIAL_WORKER'
  /** Mental health or emotional wellbeing. */
  | 'MENTAL_HEALTH'
  /** Has gone missing. */
  | 'MISSING_EPISODES'
  /** Neurodiversity or a learning disability. */
  | 'NEURODIVERSITY_OR_LEARNING_DISABILITY'
  /** Conflict online, or much violent content. */
  | 'ONLINE_CONFLICT_OR_VIOLENCE'
  /** A parent's mental ill health. */
  | 'PARENTAL_MENTAL_ILL_HEALTH'
  /** A parent's alcohol or drugs. */
  | 'PARENTAL_SUBSTANCE_MISUSE'
  /** A part-time timetable, no school, or no education, training or job. */
  | 'PART_TIME_OR_MISSING_EDUCATION'
  /** Friends are involved in violence or offending. */
  | 'PEERS_INVOLVED_IN_VIOLENCE'
  /** Misses 10% or more of school. */
  | 'PERSISTENT_ABSENCE'
  /** Protective: something good to do each week. */
  | 'POSITIVE_ACTIVITY'
  /** Poverty, or a home that is not secure. */
  | 'POVERTY_OR_HOUSING'
  /** Has hurt or threatened others. Needs a line of evidence. */
  | 'PREVIOUS_VIOLENCE'
  /** Protective: friends who keep out of trouble. */
  | 'PROSOCIAL_PEERS'
  /** Protective: likes school, and is there 95% of the time or more. */
  | 'SCHOOL_BOND'
  /** Hurts themselves, or has done. */
  | 'SELF_HARM'
  /** Misses half of school or more. */
  | 'SEVERE_ABSENCE'
  /** Concern that the child is being sexually exploited. Needs a line of evidence. */
  | 'SEXUAL_EXPLOITATION'
  /** A speech, language or communication need. */
  | 'SPEECH_LANGUAGE_COMMUNICATION'
  /** Protective: a home that is stable. */
  | 'STABLE_HOME'
  /** Alcohol or drugs are a problem for the child. */
  | 'SUBSTANCE_MISUSE'
  /** Has been suspended from school. */
  | 'SUSPENSIONS'
  /** Protective: an adult outside the home whom the child trusts. */
  | 'TRUSTED_ADULT'
  /** Special educational needs that are not met. */
  | 'UNMET_SPECIAL_NEEDS'
  /** Ways to school or friends are not safe, or fear changes them. */
  | 'UNSAFE_JOURNEYS'
  /** Was a victim of violence in the last 12 months. */
  | 'VICTIM_OF_VIOLENCE'
  /** Protective: warm parents who keep to what they say. */
  | 'WARM_CONSISTENT_PARENTING'
  /** Weapons are easy to come by around the child. */
  | 'WEAPONS_AVAILABLE'
  /** Looks after somebody at home. */
  | 'YOUNG_CARER';

/** Needed for GANG_ASSOCIATION, CRIMINAL_EXPLOITATION, SEXUAL_EXPLOITATION, PREVIOUS_VIOLENCE and CARRIED_WEAPON. */
export type FactorEvidenceInput = {
  /** The factor. */
  code: FactorCode;
  /** What was seen or heard. */
  text: string;
};

/** A request for a link to answer. */
export type GiveLinkInput = {
  /** The request. */
  linkRequestId: string | number;
};

/** Whose goal it is. */
export type GoalOwner =
  /** Both have it. */
  | 'BOTH'
  /** The child's. */
  | 'CHILD'
  /** A parent's. */
  | 'PARENT';

/** Whether the child was harmed or caused harm; many children were both. */
export type HarmPosition =
  /** Both. */
  | 'BOTH'
  /** The child caused harm. */
  | 'CAUSED_HARM'
  /** The child was harmed. */
  | 'HARMED'
  /** Neither. */
  | 'NEITHER'
  /** Not known. */
  | 'NOT_KNOWN';

/** Of which set an indicator is. */
export type IndicatorFamily =
  /** What the Turnaround programme records and seeks. */
  | 'TURNAROUND'
  /** The key performance indicators of youth justice services, and older headline measures. */
  | 'YOUTH_JUSTICE';

/** Who answered, or where it was looked up. */
export type Informant =
  /** A parent or carer. */
  | 'PARENT'
  /** A record: of a school, of the police. */
  | 'RECORD'
  /** The child. */
  | 'SELF'
  /** A teacher. */
  | 'TEACHER'
  /** Who works with the child. */
  | 'WORKER';

/** By what something is measured. */
export type Instrument =
  /** Education, training and employment: value the hours offered a week. */
  | 'EDUCATION_TRAINING_EMPLOYMENT'
  /** What a check for offences since the start told. */
  | 'OFFENCE_CHECK'
  /** School attendance: value in per cent of possible sessions. */
  | 'SCHOOL_ATTENDANCE'
  /** The Strengths and Difficulties Questionnaire, by numbers of items or totals of a licensed sheet: total 0 to 40. */
  | 'SDQ'
  /** Suspensions: total how many, value how many days. */
  | 'SUSPENSIONS'
  /** The Short Warwick-Edinburgh Mental Wellbeing Scale: total 7 to 35, value the metric score. */
  | 'SWEMWBS';

/** An invitation to agree to, to decline or to make a new link for. */
export type InvitationInput = {
  /** The invitation. */
  invitationId: string | number;
};

/** Where an invitation stands. */
export type InvitationStatus =
  /** The invited person has used their link and holds the role. */
  | 'ACCEPTED'
  /** Somebody who had to agree did not, or it was taken back. */
  | 'DECLINED'
  /** The invited person may use their link, or is to be sent one. */
  | 'READY'
  /** A second person has to agree, because the role opens children's records. Until then no link works. */
  | 'WAITING_FOR_APPROVAL';

/** Whom to invite, to what. */
export type InviteUserInput = {
  /** Their e-mail address, with which they will sign in. */
  email: string;
  /** The first day; today where it is left out. */
  from?: string | null | undefined;
  /** In which group; the viewer's own where it is left out. */
  group?: string | null | undefined;
  /** Whether they will lead the group. */
  lead?: boolean;
  /** Their name. */
  name: string;
  /** Where; the viewer's own organisation where it is left out. */
  organisationId?: string | number | null | undefined;
  /** As what. */
  role: Role;
  /** The last day. */
  to?: string | null | undefined;
};

/** `seen`: the mark that the caller saw, null for none; where it is another by now this mark is STALE and the others are saved. */
export type MarkInput = {
  /** When it was made, where that was before it is sent. */
  at?: string | null | undefined;
  /** The child's place. */
  enrolmentId: string | number;
  /** What is so. */
  mark: AttendanceMark;
  /** Why; needed for AUTHORISED_ABSENCE. */
  note?: string | null | undefined;
  /** The mark that the caller saw; null for none. */
  seen?: AttendanceMark | null | undefined;
};

/** When on the way something was measured. */
export type MeasureStage =
  /** At the start. */
  | 'BASELINE'
  /** At the end. */
  | 'END'
  /** Six months after the end. */
  | 'FOLLOW_UP_6_MONTHS'
  /** Twelve months after the end. */
  | 'FOLLOW_UP_12_MONTHS'
  /** On the way. */
  | 'REVIEW';

/** Which memberships. */
export type MembershipFilter = {
  /** In this group; empty for those who are in none. */
  group?: string | null | undefined;
  /** In this organisation. */
  organisationId?: string | number | null | undefined;
};

/** What kind of words passed between the service and those who referred. */
export type MessageKind =
  /** Those who referred answer. */
  | 'ANSWER'
  /** "I am still worried": those who referred ask the team manager to look at the decision again. */
  | 'CHALLENGE'
  /** The decision, in words for those who referred. */
  | 'DECISION'
  /** Those who referred add something. */
  | 'INFORMATION'
  /** The service asks. */
  | 'QUESTION'
  /** The service tells how it goes on, or answers a challenge. */
  | 'UPDATE';

/** Who can read a note. Sharing it with another organisation is an act of its own. */
export type NoteAudience =
  /** The caseworker, co-workers, whoever covers for them, and the manager. */
  | 'CASE_TEAM'
  /** Those, and duty and triage of the same service. */
  | 'SERVICE';

/** Whether anyone was reached, and whether the child was seen. */
export type NoteContactInput = {
  /** Whether the child was seen. */
  childSeen: boolean;
  /** Whether anyone was reached. */
  outcome: ContactOutcome;
  /** Where. */
  place?: string | null | undefined;
  /** Whether alone. */
  seenAlone?: boolean | null | undefined;
};

/** What a note on a case is about. */
export type NoteKind =
  /** What the child says. */
  | 'CHILD_VIEW'
  /** A meeting. */
  | 'MEETING'
  /** A message sent or received. */
  | 'MESSAGE'
  /** Something else. */
  | 'OTHER'
  /** What a parent or carer says. */
  | 'PARENT_VIEW'
  /** A telephone call. */
  | 'PHONE_CALL'
  /** A session with the child. */
  | 'SESSION'
  /** The worker's supervision. */
  | 'SUPERVISION'
  /** A visit. */
  | 'VISIT';

/** What a check for offences told. Never what the offence was. */
export type OffenceCheckResult =
  /** A youth caution or youth conditional caution. */
  | 'CAUTION'
  /** A community resolution or outcome 22: informal, and no finding of guilt. */
  | 'COMMUNITY_RESOLUTION_OR_OUTCOME_22'
  /** A conviction. */
  | 'CONVICTION'
  /** No outcome. */
  | 'NONE'
  /** It could not be found out. */
  | 'NOT_KNOWN';

/** Where one run of a programme stands. */
export type OfferingStatus =
  /** Will not take place. */
  | 'CANCELLED'
  /** Takes nobody any more and has not begun. */
  | 'CLOSED'
  /** Being written; only those who run or fund it see it. */
  | 'DRAFT'
  /** Its last day has passed. */
  | 'FINISHED'
  /** Takes children, also after it has begun. */
  | 'OPEN'
  /** Takes nobody any more and is going on. */
  | 'RUNNING';

/** Which organisations. */
export type OrganisationFilter = {
  /** In this council's area. */
  areaId?: string | number | null | undefined;
  /** Of these kinds. */
  kinds?: Array<OrganisationKind> | null | undefined;
  /** Whose name holds this. */
  text?: string | null | undefined;
};

/** What kind of body an organisation is. */
export type OrganisationKind =
  /** A college. */
  | 'COLLEGE'
  /** A fire and rescue service. */
  | 'FIRE_AND_RESCUE'
  /** A body of the health service: an integrated care board, a hospital, a practice. */
  | 'HEALTH'
  /** A council, with its social care, education and early help. */
  | 'LOCAL_AUTHORITY'
  /** A police force. */
  | 'POLICE'
  /** The office of the Police and Crime Commissioner, which convenes the partnership and holds its grants. */
  | 'POLICE_AND_CRIME_COMMISSIONER'
  /** The Probation Service. */
  | 'PROBATION'
  /** An organisation paid to run programmes. */
  | 'PROVIDER'
  /** A school, or alternative provision. */
  | 'SCHOOL'
  /** A voluntary organisation. */
  | 'VOLUNTARY'
  /** A council's youth justice service, which receives referrals and holds cases. */
  | 'YOUTH_JUSTICE_SERVICE';

/** By what figures are broken down. */
export type OutcomeDimension =
  /** The age on the day. */
  | 'AGE_BAND'
  /** Its approach. */
  | 'APPROACH'
  /** The community area where the child lived on the day. */
  | 'AREA'
  /** Why it was decided so. */
  | 'DECISION_REASON'
  /** The group of the census: White, Mixed, Asian, Black, Other. */
  | 'ETHNICITY_GROUP'
  /** The council in whose area that is. */
  | 'LOCAL_AUTHORITY'
  /** The pathway of the case. */
  | 'PATHWAY'
  /** The programme in which the child was placed. */
  | 'PROGRAMME'
  /** Who runs it. */
  | 'PROVIDER'
  /** The quarter of the financial year. */
  | 'QUARTER'
  /** The school on the day; alone, and by year. */
  | 'SCHOOL'
  /** Sex as registered. */
  | 'SEX'
  /** Social care's part, as the referral said. */
  | 'SOCIAL_CARE'
  /** Where the referral came from. */
  | 'SOURCE'
  /** Special educational needs, as the referral said. */
  | 'SPECIAL_NEEDS'
  /** What it is funded as. */
  | 'STRAND'
  /** The financial year. */
  | 'YEAR';

/**
 * At most three of filters and groupings together, one value each; only tables that `ridgeway policy --figures` lists, else
 * TOO_DETAILED.
 */
export type OutcomeFilter = {
  /** Of this age on the day. */
  ageBand?: AgeBand | null | undefined;
  /** With a place in a programme of this approach, by its code. */
  approach?: string | null | undefined;
  /** Living in this area: a council's or a community area. */
  areaId?: string | number | null | undefined;
  /** Of this group of the census: White, Mixed, Asian, Black, Other or Not known. */
  ethnicityGroup?: string | null | undefined;
  /** On this pathway. */
  pathway?: Pathway | null | undefined;
  /** In this time; left out: in the 12 months up to the release. */
  period?: Period | null | undefined;
  /** With a place in this programme. */
  programmeId?: string | number | null | undefined;
  /** With a place in a programme of this provider. */
  providerId?: string | number | null | undefined;
  /** At this school on the day. */
  schoolId?: string | number | null | undefined;
  /** Of this sex as registered. */
  sex?: Sex | null | undefined;
  /** Referred by this source. */
  source?: ReferralSource | null | undefined;
  /** With a place in a programme of this strand. */
  strand?: Strand | null | undefined;
};

/** Why no parent or carer was told of the referral. Until a named worker lifts it, their numbers show "Do not contact". */
export type ParentNotToldReason =
  /** The child asked not to tell them. */
  | 'CHILD_ASKED'
  /** Telling them could put the child at more risk. */
  | 'COULD_INCREASE_RISK'
  /** They could not be reached. */
  | 'COULD_NOT_REACH'
  /** Nobody has told them yet. */
  | 'NOT_YET';

/** To whom a referral is passed on. */
export type PassReferralInput = {
  /** Why. */
  reason: string;
  /** The referral. */
  referralId: string | number;
  /** The other service. */
  toServiceId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** By which way the child comes to help. */
export type Pathway =
  /** An offence is alleged and the child is steered away from a formal outcome. */
  | 'DIVERSION'
  /** No offence is alleged; needs are unmet. */
  | 'EARLY_PREVENTION'
  /** Met in an emergency department. */
  | 'EMERGENCY_DEPARTMENT'
  /** Found with a knife: a plan that the guidance of February 2026 makes mandatory. */
  | 'KNIFE_PLAN'
  /** In contact with the justice system, with no disposal. */
  | 'TARGETED_PREVENTION'
  /** The Ministry of Justice's programme of that name for children on the edge of the justice system. */
  | 'TURNAROUND';

/** A financial year (quarter null) or one of its quarters; 2026 is April 2026 to March 2027. */
export type Period = {
  /** From 1, April to June, to 4, January to March. */
  quarter?: number | null | undefined;
  /** The year in whose April it begins. */
  year: number;
};

/** A place of education, training or work. */
export type PlacementInput = {
  /** Hours attended a week, where they are known. */
  hoursAttended?: number | null | undefined;
  /** Hours offered a week. */
  hoursOffered: number;
  /** What kind, as the Ministry of Justice codes it. */
  kind: string;
  /** Whether it suits the child. */
  suitable: Suitability;
};

/** How many places are left, as those hear who neither run nor allocate. FEW is 1 to 4, SOME 5 or more. */
export type PlacesBand =
  /** 1 to 4. */
  | 'FEW'
  /** None. */
  | 'NONE'
  /** 5 or more. */
  | 'SOME';

/** What kind of thing is wrong with an input. The names are those of the public schema. */
export type ProblemCode =
  /** Ring first: a child may be in danger now, and nobody reads this until the next service day. */
  | 'CALL_FIRST'
  /** The person who would act has a conflict of interest. */
  | 'CONFLICT_OF_INTEREST'
  /** It is there already. */
  | 'DUPLICATE'
  /** It does not have the form that it must have. */
  | 'INVALID'
  /** The object's status does not allow this now. */
  | 'NOT_ALLOWED_IN_STATUS'
  /** The child does not meet what this asks for. */
  | 'NOT_ELIGIBLE'
  /** The thing named does not exist, or not for this viewer. */
  | 'NOT_FOUND'
  /** A consent that this needs is not held. */
  | 'NO_CONSENT'
  /** An enrolment is still open. */
  | 'OPEN_ENROLMENT'
  /** A safeguarding concern is still open. */
  | 'OPEN_SAFEGUARDING_CONCERN'
  /** A number, date or list length lies outside what is allowed. */
  | 'OUT_OF_RANGE'
  /** It would spend more than there is. */
  | 'OVER_BUDGET'
  /** Something needed was left out. */
  | 'REQUIRED'
  /** Somebody changed the object since the caller read it; the payload holds the present one. */
  | 'STALE'
  /** The text is longer than the stated limit. */
  | 'TOO_LONG';

/** Someone else who works with the child. */
export type ProfessionalInput = {
  /** Whether they lead. */
  lead?: boolean;
  /** Their name. */
  name: string;
  /** For whom. */
  organisation?: string | null | undefined;
  /** Their number. */
  phone?: string | null | undefined;
  /** What they do. */
  role: string;
};

/** Which programmes. */
export type ProgrammeFilter = {
  /** Still run, or not. */
  active?: boolean | null | undefined;
  /** With one of these approaches, by their codes. */
  approaches?: Array<string> | null | undefined;
  /** Of these providers. */
  providerIds?: Array<string | number> | null | undefined;
  /** Funded as one of these. */
  strands?: Array<Strand> | null | undefined;
  /** Whose title, summary or provider's name holds this. */
  text?: string | null | undefined;
};

/** Figures of a release, to stay under a title. */
export type PublishReportInput = {
  /** Of which children and which time. */
  filter?: OutcomeFilter | null | undefined;
  /** Broken down by these. */
  groupBy: Array<OutcomeDimension>;
  /** Of which release: one of the last 8. */
  release: number;
  /** What they are called, in one line of at most 200 characters. */
  title: string;
};

/** A child may be harmed. */
export type RaiseSafeguardingConcernInput = {
  /** Their name, where they do not. */
  aboutName?: string | null | undefined;
  /** The adult whom it is about, where they sign in. */
  aboutUserId?: string | number | null | undefined;
  /** The call that was made. */
  call?: EmergencyCallInput | null | undefined;
  /** Or the case. */
  caseId?: string | number | null | undefined;
  /** Whether the child was told. */
  childTold: boolean;
  /** Whether the child is in danger now. */
  immediateDanger: boolean;
  /** About what. */
  kind?: SafeguardingKind;
  /** Whether a parent was told. */
  parentTold: boolean;
  /** The referral on which it is raised. */
  referralId?: string | number | null | undefined;
  /** What was seen or said. */
  text: string;
  /** Or the child. */
  youngPersonId?: string | number | null | undefined;
};

/** How near a goal is. A rating for a day that has one takes its place. */
export type RateGoalInput = {
  /** The goal. */
  goalId: string | number;
  /** The day; not in the future. */
  on: string;
  /** From 0 to 10; 10 is met. */
  rating: number;
};

/** What is counted. NAMED children are enrolled; COUNTED contacts and PLACES are never added to them. */
export type Reach =
  /** Contacts that are counted and not named. */
  | 'COUNTED'
  /** Children who are enrolled. */
  | 'NAMED'
  /** Places: sites, hours of patrol. */
  | 'PLACE';

/** Whether a correction or a change is being made to a record; the old value is kept either way. */
export type RecordChangeKind =
  /** It was so until a day, and is otherwise since. */
  | 'CHANGE'
  /** It was never so: the record was wrong. */
  | 'CORRECTION';

/** An answer to one question of consent. */
export type RecordConsentInput = {
  /** The contact who gave it. */
  contactId?: string | number | null | undefined;
  /** When it was given. */
  decidedOn: string;
  /** The last day on which it holds. */
  expiresOn?: string | null | undefined;
  /** Why the child was found able to decide alone. */
  gillickReasons?: string | null | undefined;
  /** Who gave it. */
  givenBy: string;
  /** The question. */
  kind: ConsentKind;
  /** With whom may be shared. */
  organisationId?: string | number | null | undefined;
  /** Why it was refused or is not required. */
  reason?: string | null | undefined;
  /** What it covers. */
  scope?: Array<string>;
  /** The answer. */
  status: ConsentStatus;
  /** The child. */
  youngPersonId: string | number;
};

/** How many were there who are not named, each from 0 to 10,000. */
export type RecordHeadcountInput = {
  /** Older. */
  adults: number;
  /** Under 18. */
  children: number;
  /** The session. */
  sessionId: string | number;
  /** 18 to 25. */
  youngAdults: number;
};

/** Either the answers by item number, or the totals from a licensed scoring sheet. */
export type RecordMeasureInput = {
  /** Of SDQ 25 answers from 0 to 2, of SWEMWBS 7 from 1 to 5, as they stand on the sheet; null where one is missing. */
  answers?: Array<number | null | undefined> | null | undefined;
  /** The case. A closed one takes what follows up, at 6 and 12 months. */
  caseId: string | number;
  /** Of SDQ the questions of impact, from 0 to 3: five, of a teacher three. */
  impact?: Array<number | null | undefined> | null | undefined;
  /** Who answered, or where it was looked up. */
  informant: Informant;
  /** By what. */
  instrument: Instrument;
  /** What a check for offences told. */
  offence?: OffenceCheckResult | null | undefined;
  /** Places of education, training or work; an empty list where there is none. */
  placements?: Array<PlacementInput> | null | undefined;
  /** When on the way. */
  stage: MeasureStage;
  /** Of SDQ the scales of a licensed sheet. */
  subscales?: Array<SubscaleInput> | null | undefined;
  /** The day that it is true of; not in the future. */
  takenOn: string;
  /** Of SDQ and SWEMWBS the total of a licensed sheet; how many suspensions. */
  total?: number | null | undefined;
  /** Attendance in per cent; suspensions in days. */
  value?: number | null | undefined;
  /** By which version of bands; the present one where it is left out. */
  version?: string | null | undefined;
};

/** Which referrals. */
export type ReferralFilter = {
  /** Decided and waiting for a manager's countersign, or not; matches nothing for those who sent them. */
  awaitingCountersign?: boolean | null | undefined;
  /** Taken by the viewer, or sent by them. */
  mine?: boolean | null | undefined;
  /** Late. */
  overdue?: boolean | null | undefined;
  /** From these sources. */
  sources?: Array<ReferralSource> | null | undefined;
  /** At one of these stages. */
  stages?: Array<ReferralStage> | null | undefined;
  /** In one of these statuses; matches nothing for those who sent them. */
  statuses?: Array<ReferralStatus> | null | undefined;
  /** Submitted on this day or later. */
  submittedFrom?: string | null | undefined;
  /** Submitted on this day or earlier. */
  submittedTo?: string | null | undefined;
  /** Whose child's name holds this. */
  text?: string | null | undefined;
  /** Not decided and taken by nobody. */
  unowned?: boolean | null | undefined;
  /** Of these urgencies. */
  urgencies?: Array<Urgency> | null | undefined;
};

/** In which order referrals come. */
export type ReferralOrder =
  /** The newest first. */
  | 'NEWEST'
  /** The oldest first. */
  | 'OLDEST'
  /** What has to be decided soonest first. */
  | 'TRIAGE_DUE';

/**
 * Who noticed and referred. The list extends the referral sources of the Department for Education's children in need
 * census.
 */
export type ReferralSource =
  /** A pupil referral unit or other alternative provision. */
  | 'ALTERNATIVE_PROVISION'
  /** Somebody who did not say who they are. */
  | 'ANONYMOUS'
  /** Early help. */
  | 'EARLY_HELP'
  /** A service of education other than a school, such as welfare or attendance. */
  | 'EDUCATION_SERVICE'
  /** A hospital's emergency department, its navigators among them. */
  | 'EMERGENCY_DEPARTMENT'
  /** A parent, carer or other relative. */
  | 'FAMILY'
  /** A fire and rescue service. */
  | 'FIRE_AND_RESCUE'
  /** A general practice. */
  | 'GENERAL_PRACTICE'
  /** A housing service or landlord. */
  | 'HOUSING'
  /** Another health service. */
  | 'OTHER_HEALTH'
  /** A neighbour, friend or other person. */
  | 'OTHER_INDIVIDUAL'
  /** Another service of the council, or another council. */
  | 'OTHER_LOCAL_AUTHORITY'
  /** A panel of several agencies. */
  | 'PANEL'
  /** The police. */
  | 'POLICE'
  /** The police, from custody. */
  | 'POLICE_CUSTODY'
  /** Probation or a court. */
  | 'PROBATION'
  /** A school or college. */
  | 'SCHOOL'
  /** A school nurse. */
  | 'SCHOOL_NURSE'
  /** The child. */
  | 'SELF'
  /** Social care of the child's council. */
  | 'SOCIAL_CARE'
  /** Not known. */
  | 'UNKNOWN'
  /** A voluntary organisation. */
  | 'VOLUNTARY';

/** Where a referral stands, in the words of those who sent it. */
export type ReferralStage =
  /** Somebody is reading it. */
  | 'BEING_LOOKED_AT'
  /** The work has ended. */
  | 'ENDED'
  /** The service has not taken it on; the decision says why and where help is. */
  | 'NOT_TAKEN_ON'
  /** The service has asked something and waits for the answer. */
  | 'QUESTION_FOR_YOU'
  /** It is in, and nobody has taken it yet. */
  | 'RECEIVED'
  /** Somebody is working with the child. */
  | 'SOMEONE_IS_WORKING_ON_IT'
  /** It was withdrawn. */
  | 'WITHDRAWN';

/** Where a referral stands, in the words of the service that decides. */
export type ReferralStatus =
  /** Accepted: a case was opened. */
  | 'ACCEPTED'
  /** News on a child who has an open case, added to that case. */
  | 'ADDED_TO_CASE'
  /** Not taken on. */
  | 'DECLINED'
  /** The same child and the same event as another referral. */
  | 'DUPLICATE'
  /** Waiting for an answer of those who referred; the clock rests until it is due. */
  | 'INFO_REQUESTED'
  /** Sent on to another service; open until that service has confirmed. */
  | 'REDIRECTED'
  /** Sent, and waiting for a decision. */
  | 'SUBMITTED'
  /** Withdrawn by those who referred, or by triage. */
  | 'WITHDRAWN';

/** Words about a referral. */
export type ReferralTextInput = {
  /** The referral. */
  referralId: string | number;
  /** The words, up to 2,000 characters. */
  text: string;
};

/** A referral as the caller saw it. */
export type ReferralVersionInput = {
  /** The referral. */
  referralId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** What two children are to one another, or no longer are. */
export type RelateChildrenInput = {
  /** Whether it no longer holds. */
  ended?: boolean;
  /** One child, whose record the viewer may change. */
  fromId: string | number;
  /** What they are to one another. */
  kind: RelationKind;
  /** When to look at it again. */
  reviewOn?: string | null | undefined;
  /** From where that is known. */
  source: string;
  /** The other, whose record the viewer may open. */
  toId: string | number;
};

/** How two children are related. */
export type RelationKind =
  /** There is a conflict between them, or between their groups. */
  | 'CONFLICT'
  /** Friends. */
  | 'FRIEND'
  /** They must be kept apart, by an order or for their safety. */
  | 'NO_CONTACT'
  /** They live in one household. */
  | 'SAME_HOUSEHOLD'
  /** Brothers or sisters, half and step ones too. */
  | 'SIBLING';

/** Whether a score changed by more than errors of measurement explain. It says nothing about why. */
export type ReliableChange =
  /** It is reliably worse. */
  | 'DETERIORATED'
  /** It is reliably better. */
  | 'IMPROVED'
  /** It may have changed, by no more than chance explains. */
  | 'NO_RELIABLE_CHANGE';

/** What was decided about a concern. */
export type ResolveSafeguardingConcernInput = {
  /** What was decided. */
  outcome: string;
  /** The concern. */
  safeguardingConcernId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** Who someone is to the partnership. What each may see and do is one table, printed by `ridgeway policy`. */
export type Role =
  /** Keeps people, memberships and settings; sees no child. */
  | 'ADMINISTRATOR'
  /** Studies need and outcomes by protected figures; sees no child. */
  | 'ANALYST'
  /** Works with children in a youth justice service. */
  | 'CASEWORKER'
  /** Watches over records, access and subject requests. */
  | 'DATA_PROTECTION_OFFICER'
  /** Keeps grants, awards and claims; sees no child. */
  | 'FINANCE_OFFICER'
  /** Steers the partnership by protected figures; sees no child. */
  | 'PARTNERSHIP_MANAGER'
  /** Runs a provider's offerings and waiting lists. */
  | 'PROVIDER_MANAGER'
  /** Runs sessions for a provider of programmes. */
  | 'PROVIDER_WORKER'
  /** Refers children and hears back: a school's safeguarding lead, a police officer, a nurse. */
  | 'REFERRER'
  /** Leads a service's team: allocates cases, countersigns, answers challenges. */
  | 'TEAM_MANAGER'
  /** Reads what comes in and decides on it. */
  | 'TRIAGE_OFFICER';

/** What a safeguarding concern is about. None is ever deleted. */
export type SafeguardingKind =
  /** An adult who works with children may have harmed one. Seen by the team manager and the data protection officer alone. */
  | 'ABOUT_ADULT_WORKING_WITH_CHILDREN'
  /** A child may be harmed. */
  | 'ABOUT_CHILD'
  /** A child is being exploited, or may be. */
  | 'EXPLOITATION'
  /** A child is missing. */
  | 'MISSING';

/** `content` is the form as the page holds it, JSON; `about` the object it belongs to, if any. */
export type SaveDraftInput = {
  /** What it is about. */
  about?: string | number | null | undefined;
  /** The form as the page holds it. */
  content: string;
  /** The draft that it goes on with. */
  draftId?: string | number | null | undefined;
  /** Whether it says that a child is in danger now and that nobody has rung yet. */
  immediateDanger?: boolean;
  /** Which form. */
  kind: DraftKind;
};

/** Sessions to be written down: all of them, or none where one has a problem. */
export type ScheduleSessionsInput = {
  /** The offering. */
  offeringId: string | number;
  /** From 1 to 100 sessions. */
  sessions: Array<SessionInput>;
  /** The version that the caller saw. */
  version: number;
};

/** Which sessions. What is left out narrows nothing. */
export type SessionFilter = {
  /** Those that begin on this day, in England, or later. */
  from?: string | null | undefined;
  /** Those that the viewer leads. */
  mine?: boolean | null | undefined;
  /** Those that begin on this day, in England, or earlier. */
  to?: string | null | undefined;
};

/** A session to be written down. */
export type SessionInput = {
  /**
   * Yes to what is asked about: that it has begun already, is at the same time as another one, or on a bank holiday or, where
   * it is at school, on a day without school.
   */
  anyway?: boolean;
  /** When it ends. */
  endsAt: string;
  /** When it begins. */
  startsAt: string;
  /** Who leads it: people who work for the provider. */
  workerIds?: Array<string | number>;
};

/** A goal; a case has at most three. */
export type SetGoalInput = {
  /** The case. */
  caseId: string | number;
  /** Whose it is. */
  owner: GoalOwner;
  /** The goal in the words of whoever has it. */
  title: string;
};

/** The child's sex, as youth justice statistics count it. How a child describes themselves is a text of its own. */
export type Sex =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Not known, or not said. */
  | 'UNKNOWN';

/** What children's services are doing with the family, as far as those who referred know. */
export type SocialCareStatus =
  /** Was looked after, and is entitled to support. */
  | 'CARE_LEAVER'
  /** A child in need, Children Act 1989 section 17. */
  | 'CHILD_IN_NEED'
  /** A child protection plan, Children Act 1989 section 47. */
  | 'CHILD_PROTECTION_PLAN'
  /** Early help, which the family agreed to. */
  | 'EARLY_HELP'
  /** Looked after by the council. */
  | 'LOOKED_AFTER'
  /** Nothing. */
  | 'NONE'
  /** Not known. */
  | 'NOT_KNOWN';

/** Special educational needs and disability, as the school census records them. */
export type SpecialNeeds =
  /** An education, health and care plan (E in the census). */
  | 'EHC_PLAN'
  /** None identified. */
  | 'NONE'
  /** Not known. */
  | 'NOT_KNOWN'
  /** Special educational needs support (K in the census). */
  | 'SUPPORT';

/** What the partnership funds: teaching in schools, help for a child, skills for staff. */
export type Strand =
  /** Help for a child, before anything worse happens. */
  | 'EARLY_INTERVENTION'
  /** Teaching in schools: about knives, violence, relationships. */
  | 'EDUCATION'
  /** Skills for those who work with children. */
  | 'PROFESSIONAL_TRAINING';

/**
 * Only the child's name, birth date and sex, what happened, the main factor, danger and whether a parent knows are needed;
 * the rest is what the referrer can add.
 */
export type SubmitReferralInput = {
  /** Whether the child agrees; never a consent. */
  childAgrees?: boolean | null | undefined;
  /** What the child says. */
  childView?: string | null | undefined;
  /** How to talk with the child. */
  communicationNeeds?: string | null | undefined;
  /** The own draft that it was written in: gone once the referral is sent. */
  draftId?: string | number | null | undefined;
  /** School, attendance and needs. */
  education?: EducationInput | null | undefined;
  /** The call to 999 or the front door, needed where the child is in danger now. */
  emergencyCall?: EmergencyCallInput | null | undefined;
  /** A line for each factor that needs one. */
  evidence?: Array<FactorEvidenceInput>;
  /** The sender's own number for it. */
  externalReference?: string | null | undefined;
  /** What else worries. */
  factors?: Array<FactorCode>;
  /** Whether the child was harmed or caused harm. */
  harm?: HarmPosition | null | undefined;
  /** Whether the child is in danger now. Asked before anything else. */
  immediateDanger: boolean;
  /** Whether an interpreter is needed. */
  interpreterNeeded?: boolean | null | undefined;
  /** When the last incident was. */
  lastIncidentOn?: string | null | undefined;
  /** What worries most. */
  mainFactor: FactorCode;
  /** Whether a parent agrees; never a consent. */
  parentAgrees?: boolean | null | undefined;
  /** Whether a parent knows of the referral. */
  parentAware: boolean;
  /** Why a parent was not told. */
  parentNotTold?: ParentNotToldReason | null | undefined;
  /** What the parent says. */
  parentView?: string | null | undefined;
  /** Who else works with the child. */
  professionals?: Array<ProfessionalInput>;
  /** The programme that the sender would like for the child, of those that are in the list. A wish: it holds no place. */
  requestedProgrammeId?: string | number | null | undefined;
  /** What a visitor must know. */
  risksToVisitors?: string | null | undefined;
  /** The service, where neither address nor school tells. */
  serviceId?: string | number | null | undefined;
  /** Social care's part. */
  socialCare?: SocialCareStatus | null | undefined;
  /** In which part somebody refers. */
  source: ReferralSource;
  /** What is going well. */
  strengths?: Array<FactorCode>;
  /** What was tried so far. */
  triedSoFar?: string | null | undefined;
  /** What set it off. */
  trigger?: Trigger;
  /** When that was. */
  triggeredOn?: string | null | undefined;
  /** How soon. */
  urgency?: Urgency;
  /** Whether a weapon was involved. */
  weapon?: WeaponInvolvement | null | undefined;
  /** What happened, in up to 2,000 characters. */
  whatHappened: string;
  /** The child's details. */
  youngPerson?: YoungPersonInput | null | undefined;
  /** A child whom the viewer may already open, or the child's details. */
  youngPersonId?: string | number | null | undefined;
};

/** A scale of a licensed sheet. */
export type SubscaleInput = {
  /** EMOTIONAL, CONDUCT, HYPERACTIVITY, PEER, PROSOCIAL or IMPACT. */
  name: string;
  /** Its points. */
  score: number;
};

/** Whether a place of education, training or work suits the child, by professional judgement. */
export type Suitability =
  /** It does. */
  | 'SUITABLE'
  /** Nobody has judged. */
  | 'UNKNOWN'
  /** It does not. */
  | 'UNSUITABLE';

/** Marks of a session's register, in the order in which they were made. */
export type TakeAttendanceInput = {
  /** From 1 to 200 marks. */
  marks: Array<MarkInput>;
  /** The session. */
  sessionId: string | number;
};

/** Which tasks. */
export type TaskFilter = {
  /** Done, or not done. */
  done?: boolean | null | undefined;
  /** Assigned to the viewer. */
  mine?: boolean | null | undefined;
  /** Late. */
  overdue?: boolean | null | undefined;
};

/** What an entry of a case's timeline is. */
export type TimelineKind =
  /** The child's details changed. */
  | 'CHANGE'
  /** A consent was recorded or withdrawn. */
  | 'CONSENT'
  /** A decision on the referral. */
  | 'DECISION'
  /** An enrolment changed. */
  | 'ENROLMENT'
  /** A measure. */
  | 'MEASURE'
  /** A note. */
  | 'NOTE'
  /** A safeguarding concern. */
  | 'SAFEGUARDING_CONCERN'
  /** A session. */
  | 'SESSION'
  /** The case moved to another status. */
  | 'TRANSITION';

/** What triage does with a referral. */
export type TriageOutcome =
  /** Takes it on: a case is opened. */
  | 'ACCEPT'
  /** Adds it to the case that the child already has. */
  | 'ADD_TO_OPEN_CASE'
  /** Does not take it on. Never where a knife was found or a safeguarding concern is open. */
  | 'DECLINE'
  /** Says that it is the same child and event as another referral. */
  | 'DUPLICATE'
  /** Sends it on to another service. */
  | 'REDIRECT'
  /** Asks those who referred a question. */
  | 'REQUEST_INFO';

/** `youngPersonId`: the record that this child already has; absent: the record made from the snapshot at submission. */
export type TriageReferralInput = {
  /** By when a question is to be answered; five working days where it is left out. */
  answerDueOn?: string | null | undefined;
  /** Needed to add to an open case. */
  caseId?: string | number | null | undefined;
  /** Needed for a duplicate. */
  duplicateOfId?: string | number | null | undefined;
  /** For those who referred; a question's words. */
  feedback: string;
  /** What. */
  outcome: TriageOutcome;
  /** Needed to accept. */
  pathway?: Pathway | null | undefined;
  /** For the service. */
  rationale: string;
  /** The coded reason, needed to decline. */
  reason?: DecisionReason | null | undefined;
  /** Needed to redirect; what is offered instead where there is no capacity. */
  redirectTo?: string | null | undefined;
  /** The referral. */
  referralId: string | number;
  /** The version that the caller saw. */
  version: number;
  /** The record that this child already has. */
  youngPersonId?: string | number | null | undefined;
};

/** The event that led to the referral, if there was one. */
export type Trigger =
  /** Antisocial behaviour that was noticed, a contract, warning or notice about it. */
  | 'ANTISOCIAL_BEHAVIOUR'
  /** Arrested, and no further action. */
  | 'ARREST_NO_FURTHER_ACTION'
  /** A community resolution. */
  | 'COMMUNITY_RESOLUTION'
  /** Came to hospital after violence. */
  | 'HOSPITAL_ATTENDANCE'
  /** Found with a knife. The police refer every such child within one working day, and it cannot be declined. */
  | 'KNIFE_POSSESSION'
  /** Went missing. */
  | 'MISSING_EPISODE'
  /** No single event: worry about the child. */
  | 'NONE'
  /** Deferred prosecution or no further action after help was arranged, recorded by the police as outcome 22. */
  | 'OUTCOME_22'
  /** Permanently excluded from school. */
  | 'PERMANENT_EXCLUSION'
  /** Released under investigation, or on bail before charge. */
  | 'RELEASED_UNDER_INVESTIGATION'
  /** Suspended from school. */
  | 'SUSPENSION'
  /** Interviewed under caution without an arrest. */
  | 'VOLUNTARY_INTERVIEW'
  /** A youth caution. */
  | 'YOUTH_CAUTION';

/** How soon the child needs somebody, from the least to the most urgent. */
export type Urgency =
  /** Decided on the same day in service hours, else by 10:00 of the next service day. */
  | 'IMMEDIATE'
  /** Decided by the end of the next working day. */
  | 'PRIORITY'
  /** Decided by the end of the second working day. */
  | 'ROUTINE';

/** Which people. */
export type UserFilter = {
  /** In this organisation. */
  organisationId?: string | number | null | undefined;
  /** Holding one of these roles. */
  roles?: Array<Role> | null | undefined;
  /** Whose name holds this. */
  text?: string | null | undefined;
};

/** What is known of a weapon. */
export type WeaponInvolvement =
  /** One was carried. */
  | 'CARRIED'
  /** No weapon. */
  | 'NONE'
  /** Not known. */
  | 'NOT_KNOWN'
  /** One is suspected. */
  | 'SUSPECTED'
  /** One was used. */
  | 'USED';

/** That a consent no longer holds. */
export type WithdrawConsentInput = {
  /** The consent. */
  consentId: string | number;
  /** From which day. */
  on: string;
  /** Why, if they said. */
  reason?: string | null | undefined;
  /** The version that the caller saw. */
  version: number;
};

/** A withdrawal. */
export type WithdrawReferralInput = {
  /** Why. */
  reason: string;
  /** The referral. */
  referralId: string | number;
  /** The version that the caller saw. */
  version: number;
};

/** The child's details. */
export type YoungPersonInput = {
  /** Where they live. */
  address?: AddressInput | null | undefined;
  /** Who is around them. */
  contacts?: Array<ContactInput> | null | undefined;
  /** The date of birth. */
  dateOfBirth: string;
  /** Whether that is an estimate. */
  dateOfBirthEstimated?: boolean;
  /** Code of the 2021 census. */
  ethnicity?: string | null | undefined;
  /** The family name. */
  familyName?: string | null | undefined;
  /** ISO 639-3. */
  firstLanguage?: string | null | undefined;
  /** The given name, or the only name. */
  givenName: string;
  /** What they like to be called. */
  knownAs?: string | null | undefined;
  /** NHS number. */
  nhsNumber?: string | null | undefined;
  /** The school. */
  schoolId?: string | number | null | undefined;
  /** Sex as registered. */
  sex: Sex;
  /** Unique pupil number. */
  upn?: string | null | undefined;
};

export type NoteReadersFragment = { __typename: 'Case', id: string, caseworker: { __typename: 'User', id: string, name: string } | null, coWorkers: Array<{ __typename: 'User', id: string, name: string }> } & { ' $fragmentName'?: 'NoteReadersFragment' };

export type AddCaseNoteMutationVariables = Exact<{
  input: AddCaseNoteInput;
}>;


export type AddCaseNoteMutation = { addCaseNote: { __typename: 'CaseNotePayload', note: { __typename: 'CaseNote', id: string, case: { __typename: 'Case', id: string, lastNoteAt: string | null, lastSeenOn: string | null } | null } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type AllocateFormFragment = { __typename: 'Case', id: string, version: number, caseworker: { __typename: 'User', id: string, name: string } | null, coWorkers: Array<{ __typename: 'User', id: string, name: string }> } & { ' $fragmentName'?: 'AllocateFormFragment' };

export type CaseworkersQueryVariables = Exact<{
  organisationId: string | number;
}>;


export type CaseworkersQuery = { users: { __typename: 'UserConnection', nodes: Array<{ __typename: 'User', id: string, name: string, active: boolean }> } | null };

export type AllocateCaseMutationVariables = Exact<{
  input: AllocateCaseInput;
}>;


export type AllocateCaseMutation = { allocateCase: { __typename: 'CasePayload', case: { __typename: 'Case', id: string, version: number, status: CaseStatus, caseworker: { __typename: 'User', id: string, name: string } | null, coWorkers: Array<{ __typename: 'User', id: string, name: string }> } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type AmendCaseNoteMutationVariables = Exact<{
  input: AmendCaseNoteInput;
}>;


export type AmendCaseNoteMutation = { amendCaseNote: { __typename: 'CaseNotePayload', note: (
      { __typename: 'CaseNote', id: string }
      & { ' $fragmentRefs'?: { 'NoteItemFragment': NoteItemFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type CaseMeasuresQueryVariables = Exact<{
  reference: string;
}>;


export type CaseMeasuresQuery = { case: { __typename: 'Case', id: string, status: CaseStatus, closedAt: string | null, viewerCanKeepMeasures: boolean, viewerCanFollowUp: boolean, goals: Array<(
      { __typename: 'Goal', id: string }
      & { ' $fragmentRefs'?: { 'GoalFragment': GoalFragment } }
    )> | null, measures: Array<{ __typename: 'Measure', id: string, instrument: Instrument, informant: Informant, stage: MeasureStage, version: string, takenOn: string, total: number | null, value: number | null, band: string | null, notScored: string | null, offence: OffenceCheckResult | null, change: ReliableChange | null, subscales: Array<{ __typename: 'Subscale', name: string, score: number | null, band: string | null }> }> | null } | null };

export type OneCaseQueryVariables = Exact<{
  reference: string;
}>;


export type OneCaseQuery = { case: (
    { __typename: 'Case', id: string, reference: string, version: number, status: CaseStatus, viewerCanEdit: boolean, viewerCanAllocate: boolean, viewerCanPlace: boolean, youngPerson: (
      { __typename: 'YoungPerson', id: string, displayName: string, age: number | null, area: { __typename: 'Area', id: string } | null, consents: Array<(
        { __typename: 'Consent', id: string }
        & { ' $fragmentRefs'?: { 'ConsentItemFragment': ConsentItemFragment } }
      )> | null }
      & { ' $fragmentRefs'?: { 'AlertsFragment': AlertsFragment;'ContactsFragment': ContactsFragment } }
    ), tasks: { __typename: 'TaskConnection', nodes: Array<(
        { __typename: 'Task', id: string, done: boolean }
        & { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } }
      )> } | null, safeguardingConcerns: Array<(
      { __typename: 'SafeguardingConcern', id: string }
      & { ' $fragmentRefs'?: { 'ConcernFragment': ConcernFragment } }
    )> | null, enrolments: { __typename: 'EnrolmentConnection', nodes: Array<(
        { __typename: 'Enrolment', id: string }
        & { ' $fragmentRefs'?: { 'CasePlaceFragment': CasePlaceFragment } }
      )> } | null }
    & { ' $fragmentRefs'?: { 'CaseSummaryFragment': CaseSummaryFragment;'NoteReadersFragment': NoteReadersFragment;'AllocateFormFragment': AllocateFormFragment } }
  ) | null };

export type CaseSummaryFragment = { __typename: 'Case', id: string, pathway: Pathway, openedAt: string, closedAt: string | null, lastNoteAt: string | null, lastSeenOn: string | null, contactAttempts: number, nextDueOn: string | null, caseworker: { __typename: 'User', id: string, name: string, phone: string | null } | null, coWorkers: Array<{ __typename: 'User', id: string, name: string }>, controller: { __typename: 'Organisation', id: string, name: string }, youngPerson: { __typename: 'YoungPerson', id: string, reference: string, knownAs: string | null, dateOfBirth: string | null, age: number | null, yearGroup: number | null, school: { __typename: 'Organisation', id: string, name: string } | null, address: { __typename: 'Address', lines: Array<string>, postcode: string } | null }, referral: { __typename: 'Referral', id: string, reference: string, submittedAt: string, trigger: Trigger, mainFactor: FactorCode, sourceOrganisation: { __typename: 'Organisation', id: string, name: string } } | null, previousCase: { __typename: 'Case', id: string, reference: string } | null } & { ' $fragmentName'?: 'CaseSummaryFragment' };

export type GoalFragment = { __typename: 'Goal', id: string, title: string, owner: GoalOwner, change: number | null, ratings: Array<{ __typename: 'GoalRating', on: string, rating: number }> } & { ' $fragmentName'?: 'GoalFragment' };

export type SetGoalMutationVariables = Exact<{
  input: SetGoalInput;
}>;


export type SetGoalMutation = { setGoal: { __typename: 'GoalPayload', goal: (
      { __typename: 'Goal', id: string }
      & { ' $fragmentRefs'?: { 'GoalFragment': GoalFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type RateGoalMutationVariables = Exact<{
  input: RateGoalInput;
}>;


export type RateGoalMutation = { rateGoal: { __typename: 'GoalPayload', goal: (
      { __typename: 'Goal', id: string }
      & { ' $fragmentRefs'?: { 'GoalFragment': GoalFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type RecordMeasureMutationVariables = Exact<{
  input: RecordMeasureInput;
}>;


export type RecordMeasureMutation = { recordMeasure: { __typename: 'MeasurePayload', measure: { __typename: 'Measure', id: string, total: number | null, notScored: string | null } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type NoteDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type NoteDraftsQuery = { viewer: { __typename: 'Viewer', user: { __typename: 'User', id: string }, drafts: Array<{ __typename: 'Draft', id: string, kind: DraftKind, content: string, about:
        | { __typename: 'Alert', id: string }
        | { __typename: 'Area', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'Case', id: string }
        | { __typename: 'CaseNote', id: string }
        | { __typename: 'Consent', id: string }
        | { __typename: 'Contact', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Enrolment', id: string }
        | { __typename: 'Export', id: string }
        | { __typename: 'Goal', id: string }
        | { __typename: 'Measure', id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'Offering', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Programme', id: string }
        | { __typename: 'Referral', id: string }
        | { __typename: 'Report', id: string }
        | { __typename: 'SafeguardingConcern', id: string }
        | { __typename: 'Session', id: string }
        | { __typename: 'Task', id: string }
        | { __typename: 'User', id: string }
        | { __typename: 'YoungPerson', id: string }
       | null }> } };

export type SaveNoteDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveNoteDraftMutation = { saveDraft: { __typename: 'DraftPayload', draft: { __typename: 'Draft', id: string, savedAt: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type DiscardNoteDraftMutationVariables = Exact<{
  input: DiscardDraftInput;
}>;


export type DiscardNoteDraftMutation = { discardDraft: { __typename: 'DraftPayload', draft: { __typename: 'Draft', id: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type NoteItemFragment = { __typename: 'CaseNote', id: string, version: number, kind: NoteKind, occurredAt: string, recordedAt: string, body: string, audience: NoteAudience, voided: boolean, author: { __typename: 'User', id: string, name: string }, contact: { __typename: 'NoteContact', outcome: ContactOutcome, childSeen: boolean, seenAlone: boolean | null, place: string | null } | null, revisions: Array<{ __typename: 'NoteRevision', body: string, at: string, by: { __typename: 'User', id: string, name: string } }> } & { ' $fragmentName'?: 'NoteItemFragment' };

export type CaseTimelineQueryVariables = Exact<{
  reference: string;
  kinds?: Array<TimelineKind> | TimelineKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CaseTimelineQuery = { case: { __typename: 'Case', id: string, timeline: { __typename: 'TimelineEntryConnection', nodes: Array<{ __typename: 'TimelineEntry', id: string, at: string, kind: TimelineKind, title: string, by: { __typename: 'User', id: string, name: string } | null, subject:
          | { __typename: 'Alert', id: string }
          | { __typename: 'Area', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'Case', id: string }
          | (
            { __typename: 'CaseNote', id: string }
            & { ' $fragmentRefs'?: { 'NoteItemFragment': NoteItemFragment } }
          )
          | { __typename: 'Consent', id: string }
          | { __typename: 'Contact', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Enrolment', id: string, offering: { __typename: 'Offering', id: string, programme: { __typename: 'Programme', id: string, title: string } } }
          | { __typename: 'Export', id: string }
          | { __typename: 'Goal', id: string }
          | { __typename: 'Measure', id: string }
          | { __typename: 'Membership', id: string }
          | { __typename: 'Offering', id: string }
          | { __typename: 'Organisation', id: string }
          | { __typename: 'Programme', id: string }
          | { __typename: 'Referral', id: string }
          | { __typename: 'Report', id: string }
          | { __typename: 'SafeguardingConcern', id: string }
          | { __typename: 'Session', startsAt: string, id: string, offering: { __typename: 'Offering', id: string, programme: { __typename: 'Programme', id: string, title: string } }, notes: Array<{ __typename: 'SessionNote', at: string, body: string, author: { __typename: 'User', id: string } }> | null }
          | { __typename: 'Task', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'YoungPerson', id: string }
         | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type ConcernFragment = { __typename: 'SafeguardingConcern', id: string, version: number, kind: SafeguardingKind, aboutName: string | null, immediateDanger: boolean, text: string, raisedAt: string, decisionDueOn: string, outcome: string | null, open: boolean, about: { __typename: 'User', id: string, name: string } | null, raisedBy: { __typename: 'User', id: string, name: string }, calls: Array<{ __typename: 'EmergencyCall', agency: string, calledAt: string, spokeTo: string | null, reference: string | null }> } & { ' $fragmentName'?: 'ConcernFragment' };

export type ResolveSafeguardingConcernMutationVariables = Exact<{
  input: ResolveSafeguardingConcernInput;
}>;


export type ResolveSafeguardingConcernMutation = { resolveSafeguardingConcern: { __typename: 'SafeguardingConcernPayload', safeguardingConcern: (
      { __typename: 'SafeguardingConcern', id: string }
      & { ' $fragmentRefs'?: { 'ConcernFragment': ConcernFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ConcernsQueryVariables = Exact<{
  open?: boolean | null | undefined;
}>;


export type ConcernsQuery = { safeguardingConcerns: { __typename: 'SafeguardingConcernConnection', totalCount: number, nodes: Array<(
      { __typename: 'SafeguardingConcern', id: string, youngPerson: { __typename: 'YoungPerson', id: string, displayName: string } | null, case: { __typename: 'Case', id: string, reference: string } | null, referral: { __typename: 'Referral', id: string, reference: string } | null }
      & { ' $fragmentRefs'?: { 'ConcernFragment': ConcernFragment } }
    )> } | null };

export type RaiseSafeguardingConcernMutationVariables = Exact<{
  input: RaiseSafeguardingConcernInput;
}>;


export type RaiseSafeguardingConcernMutation = { raiseSafeguardingConcern: { __typename: 'SafeguardingConcernPayload', safeguardingConcern: { __typename: 'SafeguardingConcern', id: string, referral: { __typename: 'Referral', id: string, safeguardingConcerns: Array<{ __typename: 'SafeguardingConcern', id: string }> | null } | null, case: { __typename: 'Case', id: string, safeguardingConcerns: Array<{ __typename: 'SafeguardingConcern', id: string }> | null } | null } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type FrontDoorsQueryVariables = Exact<{ [key: string]: never; }>;


export type FrontDoorsQuery = { organisations: { __typename: 'OrganisationConnection', nodes: Array<{ __typename: 'Organisation', id: string, name: string, frontDoors: Array<{ __typename: 'FrontDoor', name: string, phone: string, hours: string, openNow: boolean }> }> } | null };

export type ReferralMessagesFragment = { __typename: 'Referral', messages: Array<{ __typename: 'ReferralMessage', at: string, kind: MessageKind, text: string, from: { __typename: 'Organisation', id: string, name: string }, by: { __typename: 'User', id: string, name: string } | null }> } & { ' $fragmentName'?: 'ReferralMessagesFragment' };

export type EarlierReferralsQueryVariables = Exact<{
  text: string;
}>;


export type EarlierReferralsQuery = { referrals: { __typename: 'ReferralConnection', nodes: Array<{ __typename: 'Referral', id: string, reference: string, stage: ReferralStage, submittedAt: string, child: { __typename: 'ReferredChild', id: string, dateOfBirth: string } }> } | null };

export type DraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type DraftsQuery = { viewer: { __typename: 'Viewer', user: { __typename: 'User', id: string }, drafts: Array<{ __typename: 'Draft', id: string, kind: DraftKind, content: string, savedAt: string }> } };

export type SaveDraftMutationVariables = Exact<{
  input: SaveDraftInput;
}>;


export type SaveDraftMutation = { saveDraft: { __typename: 'DraftPayload', draft: { __typename: 'Draft', id: string, savedAt: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type DiscardDraftMutationVariables = Exact<{
  input: DiscardDraftInput;
}>;


export type DiscardDraftMutation = { discardDraft: { __typename: 'DraftPayload', draft: { __typename: 'Draft', id: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ReceivingServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReceivingServicesQuery = { organisations: { __typename: 'OrganisationConnection', nodes: Array<{ __typename: 'Organisation', id: string, name: string }> } | null };

export type SubmitReferralMutationVariables = Exact<{
  input: SubmitReferralInput;
}>;


export type SubmitReferralMutation = { submitReferral: { __typename: 'ReferralPayload', referral: { __typename: 'Referral', id: string, reference: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type RequestedProgrammeQueryVariables = Exact<{
  id: string | number;
}>;


export type RequestedProgrammeQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', title: string, id: string }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'YoungPerson', id: string }
   | null };

export type ReferralSentQueryVariables = Exact<{
  reference: string;
}>;


export type ReferralSentQuery = { referral: { __typename: 'Referral', id: string, reference: string, urgency: Urgency, triageDueAt: string, services: Array<{ __typename: 'Organisation', id: string, name: string }>, contactPoint: { __typename: 'ContactPoint', name: string, phone: string, hours: string, openNow: boolean } | null } | null };

export type ReferralContentFragment = { __typename: 'Referral', source: ReferralSource, trigger: Trigger, triggeredOn: string | null, mainFactor: FactorCode, factors: Array<FactorCode>, strengths: Array<FactorCode>, whatHappened: string, triedSoFar: string | null, childView: string | null, parentView: string | null, weapon: WeaponInvolvement | null, harm: HarmPosition | null, socialCare: SocialCareStatus | null, communicationNeeds: string | null, interpreterNeeded: boolean | null, risksToVisitors: string | null, parentAware: boolean, parentNotTold: ParentNotToldReason | null, externalReference: string | null, child: { __typename: 'ReferredChild', id: string, givenName: string, familyName: string | null, dateOfBirth: string, dateOfBirthEstimated: boolean, sex: Sex, school: { __typename: 'Organisation', id: string, name: string } | null }, sourceOrganisation: { __typename: 'Organisation', id: string, name: string }, referrer: { __typename: 'User', id: string, name: string, jobTitle: string | null, phone: string | null } | null, evidence: Array<{ __typename: 'FactorEvidence', code: FactorCode, text: string }>, education: { __typename: 'Education', onRoll: boolean | null, attendancePercent: number | null, suspensionsThisYear: number | null, permanentlyExcluded: boolean | null, weeklyHoursIfPartTime: number | null, specialNeeds: SpecialNeeds, actualYearGroup: number | null } | null, professionals: Array<{ __typename: 'Professional', name: string, role: string, organisation: string | null, phone: string | null, lead: boolean }> | null, requestedProgramme: { __typename: 'Programme', id: string, title: string } | null } & { ' $fragmentName'?: 'ReferralContentFragment' };

export type OneReferralQueryVariables = Exact<{
  reference: string;
}>;


export type OneReferralQuery = { referral: (
    { __typename: 'Referral', id: string, status: ReferralStatus | null }
    & { ' $fragmentRefs'?: { 'SentReferralFragment': SentReferralFragment;'TriageReferralFragment': TriageReferralFragment } }
  ) | null };

export type SentReferralFragment = (
  { __typename: 'Referral', id: string, reference: string, version: number, stage: ReferralStage, urgency: Urgency, submittedAt: string, triageDueAt: string, answerDueOn: string | null, acknowledgedAt: string | null, viewerCanWithdraw: boolean, viewerCanAddInformation: boolean, viewerCanChallenge: boolean, child: { __typename: 'ReferredChild', id: string, displayName: string }, services: Array<{ __typename: 'Organisation', id: string, name: string }>, contactPoint: { __typename: 'ContactPoint', name: string, phone: string, hours: string, openNow: boolean } | null, decision: { __typename: 'TriageDecision', decidedAt: string, redirectedTo: string | null } | null }
  & { ' $fragmentRefs'?: { 'ReferralMessagesFragment': ReferralMessagesFragment;'ReferralContentFragment': ReferralContentFragment } }
) & { ' $fragmentName'?: 'SentReferralFragment' };

export type AddReferralInformationMutationVariables = Exact<{
  input: ReferralTextInput;
}>;


export type AddReferralInformationMutation = { addReferralInformation: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'SentReferralFragment': SentReferralFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type WithdrawReferralMutationVariables = Exact<{
  input: WithdrawReferralInput;
}>;


export type WithdrawReferralMutation = { withdrawReferral: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'SentReferralFragment': SentReferralFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ChallengeDecisionMutationVariables = Exact<{
  input: ReferralTextInput;
}>;


export type ChallengeDecisionMutation = { challengeDecision: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'SentReferralFragment': SentReferralFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type SentRowFragment = { __typename: 'Referral', id: string, reference: string, stage: ReferralStage, urgency: Urgency, submittedAt: string, answerDueOn: string | null, child: { __typename: 'ReferredChild', id: string, displayName: string }, services: Array<{ __typename: 'Organisation', id: string, name: string }>, contactPoint: { __typename: 'ContactPoint', name: string, phone: string } | null } & { ' $fragmentName'?: 'SentRowFragment' };

export type SentReferralsQueryVariables = Exact<{
  filter?: ReferralFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SentReferralsQuery = { referrals: { __typename: 'ReferralConnection', totalCount: number, nodes: Array<(
      { __typename: 'Referral', id: string }
      & { ' $fragmentRefs'?: { 'SentRowFragment': SentRowFragment } }
    )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, asked: { __typename: 'ReferralConnection', totalCount: number } | null };

export type ColleaguesQueryVariables = Exact<{
  organisationId: string | number;
}>;


export type ColleaguesQuery = { users: { __typename: 'UserConnection', nodes: Array<{ __typename: 'User', id: string, name: string, active: boolean }> } | null };

export type CreateTaskMutationVariables = Exact<{
  input: CreateTaskInput;
}>;


export type CreateTaskMutation = { createTask: { __typename: 'TaskPayload', task: (
      { __typename: 'Task', id: string, case: { __typename: 'Case', id: string, nextDueOn: string | null } | null }
      & { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type TaskRowFragment = { __typename: 'Task', id: string, version: number, title: string, dueOn: string | null, at: string | null, place: string | null, done: boolean, overdue: boolean, assignee: { __typename: 'User', id: string, name: string }, case: { __typename: 'Case', id: string, reference: string, youngPerson: { __typename: 'YoungPerson', id: string, displayName: string } } | null, referral: { __typename: 'Referral', id: string, reference: string, child: { __typename: 'ReferredChild', id: string, displayName: string } } | null } & { ' $fragmentName'?: 'TaskRowFragment' };

export type CompleteTaskMutationVariables = Exact<{
  input: CompleteTaskInput;
}>;


export type CompleteTaskMutation = { completeTask: { __typename: 'TaskPayload', task: (
      { __typename: 'Task', id: string }
      & { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type TasksQueryVariables = Exact<{
  filter?: TaskFilter | null | undefined;
}>;


export type TasksQuery = { tasks: { __typename: 'TaskConnection', totalCount: number, nodes: Array<(
      { __typename: 'Task', id: string }
      & { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } }
    )> } | null, overdue: { __typename: 'TaskConnection', totalCount: number } | null, mine: { __typename: 'TaskConnection', totalCount: number } | null };

export type DecisionFormFragment = { __typename: 'Referral', id: string, version: number, trigger: Trigger, status: ReferralStatus | null, child: { __typename: 'ReferredChild', id: string, displayName: string }, youngPerson: { __typename: 'YoungPerson', id: string, displayName: string } | null, safeguardingConcerns: Array<{ __typename: 'SafeguardingConcern', id: string, open: boolean }> | null } & { ' $fragmentName'?: 'DecisionFormFragment' };

export type TriageReferralMutationVariables = Exact<{
  input: TriageReferralInput;
}>;


export type TriageReferralMutation = { triageReferral: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'TriageReferralFragment': TriageReferralFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type FindChildQueryVariables = Exact<{
  search: string;
}>;


export type FindChildQuery = { youngPeople: { __typename: 'YoungPersonConnection', nodes: Array<{ __typename: 'YoungPerson', id: string, reference: string, displayName: string, dateOfBirth: string | null, school: { __typename: 'Organisation', id: string, name: string } | null, cases: { __typename: 'CaseConnection', nodes: Array<{ __typename: 'Case', id: string, reference: string, status: CaseStatus, openedAt: string }> } | null, referrals: { __typename: 'ReferralConnection', nodes: Array<{ __typename: 'Referral', id: string, reference: string, status: ReferralStatus | null, submittedAt: string, trigger: Trigger }> } | null }> } | null };

export type TakeButtonFragment = { __typename: 'Referral', id: string, version: number, status: ReferralStatus | null, viewerCanTriage: boolean, owner: { __typename: 'User', id: string, name: string } | null, child: { __typename: 'ReferredChild', id: string, displayName: string } } & { ' $fragmentName'?: 'TakeButtonFragment' };

export type TakeReferralMutationVariables = Exact<{
  input: ReferralVersionInput;
}>;


export type TakeReferralMutation = { takeReferral: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'TakeButtonFragment': TakeButtonFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ReleaseReferralMutationVariables = Exact<{
  input: ReferralVersionInput;
}>;


export type ReleaseReferralMutation = { releaseReferral: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'TakeButtonFragment': TakeButtonFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type TriageActsFragment = (
  { __typename: 'Referral', id: string, version: number, services: Array<{ __typename: 'Organisation', id: string, name: string }>, decision: { __typename: 'TriageDecision', outcome: TriageOutcome | null, reason: DecisionReason | null, rationale: string | null, feedback: string, decidedBy: { __typename: 'User', id: string, name: string } | null } | null }
  & { ' $fragmentRefs'?: { 'DecisionFormFragment': DecisionFormFragment } }
) & { ' $fragmentName'?: 'TriageActsFragment' };

export type ServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ServicesQuery = { organisations: { __typename: 'OrganisationConnection', nodes: Array<{ __typename: 'Organisation', id: string, name: string }> } | null };

export type PassReferralMutationVariables = Exact<{
  input: PassReferralInput;
}>;


export type PassReferralMutation = { passReferral: { __typename: 'ReferralPayload', referral: { __typename: 'Referral', id: string, version: number } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type MessageReferrerMutationVariables = Exact<{
  input: ReferralTextInput;
}>;


export type MessageReferrerMutation = { messageReferrer: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'ReferralMessagesFragment': ReferralMessagesFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type CountersignDecisionMutationVariables = Exact<{
  input: CountersignInput;
}>;


export type CountersignDecisionMutation = { countersignDecision: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'TriageReferralFragment': TriageReferralFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ConfirmRedirectMutationVariables = Exact<{
  input: ConfirmRedirectInput;
}>;


export type ConfirmRedirectMutation = { confirmRedirect: { __typename: 'ReferralPayload', referral: (
      { __typename: 'Referral', id: string, version: number }
      & { ' $fragmentRefs'?: { 'TriageReferralFragment': TriageReferralFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type QueueRowFragment = (
  { __typename: 'Referral', id: string, reference: string, status: ReferralStatus | null, urgency: Urgency, overdue: boolean, submittedAt: string, triageDueAt: string, answerDueOn: string | null, mainFactor: FactorCode, awaitingCountersign: boolean | null, child: { __typename: 'ReferredChild', id: string, displayName: string, dateOfBirth: string }, owner: { __typename: 'User', id: string, name: string } | null, sourceOrganisation: { __typename: 'Organisation', id: string, name: string }, services: Array<{ __typename: 'Organisation', id: string, name: string }> }
  & { ' $fragmentRefs'?: { 'TakeButtonFragment': TakeButtonFragment } }
) & { ' $fragmentName'?: 'QueueRowFragment' };

export type QueueQueryVariables = Exact<{
  filter?: ReferralFilter | null | undefined;
  orderBy?: ReferralOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type QueueQuery = { referrals: { __typename: 'ReferralConnection', totalCount: number, nodes: Array<(
      { __typename: 'Referral', id: string }
      & { ' $fragmentRefs'?: { 'QueueRowFragment': QueueRowFragment } }
    )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, unowned: { __typename: 'ReferralConnection', totalCount: number } | null, mine: { __typename: 'ReferralConnection', totalCount: number } | null, overdue: { __typename: 'ReferralConnection', totalCount: number } | null, waiting: { __typename: 'ReferralConnection', totalCount: number } | null };

export type TriageReferralFragment = (
  { __typename: 'Referral', id: string, reference: string, version: number, status: ReferralStatus | null, urgency: Urgency, overdue: boolean, submittedAt: string, triageDueAt: string, answerDueOn: string | null, acknowledgedAt: string | null, awaitingCountersign: boolean | null, viewerCanTriage: boolean, viewerCanCountersign: boolean, child: { __typename: 'ReferredChild', id: string, displayName: string }, youngPerson: (
    { __typename: 'YoungPerson', id: string, reference: string, displayName: string }
    & { ' $fragmentRefs'?: { 'AlertsFragment': AlertsFragment;'ContactsFragment': ContactsFragment } }
  ) | null, services: Array<{ __typename: 'Organisation', id: string, name: string }>, owner: { __typename: 'User', id: string, name: string } | null, case: { __typename: 'Case', id: string, reference: string, status: CaseStatus } | null, decision: { __typename: 'TriageDecision', outcome: TriageOutcome | null, reason: DecisionReason | null, rationale: string | null, feedback: string, decidedAt: string, redirectedTo: string | null, redirectConfirmedAt: string | null, decidedBy: { __typename: 'User', id: string, name: string } | null, countersignedBy: { __typename: 'User', id: string, name: string } | null } | null, safeguardingConcerns: Array<(
    { __typename: 'SafeguardingConcern', id: string }
    & { ' $fragmentRefs'?: { 'ConcernFragment': ConcernFragment } }
  )> | null, history: Array<{ __typename: 'Transition', from: string | null, to: string, at: string, reason: string | null, by: { __typename: 'User', id: string, name: string } | null }> | null }
  & { ' $fragmentRefs'?: { 'TakeButtonFragment': TakeButtonFragment;'TriageActsFragment': TriageActsFragment;'ReferralMessagesFragment': ReferralMessagesFragment;'ReferralContentFragment': ReferralContentFragment } }
) & { ' $fragmentName'?: 'TriageReferralFragment' };

export type CaseRowFragment = { __typename: 'Case', id: string, reference: string, status: CaseStatus, pathway: Pathway, nextDueOn: string | null, lastSeenOn: string | null, lastNoteAt: string | null, openedAt: string, youngPerson: { __typename: 'YoungPerson', id: string, displayName: string, age: number | null, school: { __typename: 'Organisation', id: string, name: string } | null }, caseworker: { __typename: 'User', id: string, name: string } | null } & { ' $fragmentName'?: 'CaseRowFragment' };

export type CountersignRowFragment = { __typename: 'Referral', id: string, reference: string, viewerCanCountersign: boolean, child: { __typename: 'ReferredChild', id: string, displayName: string }, sourceOrganisation: { __typename: 'Organisation', id: string, name: string }, decision: { __typename: 'TriageDecision', outcome: TriageOutcome | null, reason: DecisionReason | null, decidedAt: string, decidedBy: { __typename: 'User', id: string, name: string } | null } | null } & { ' $fragmentName'?: 'CountersignRowFragment' };

export type WorkLookedQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkLookedQuery = { viewer: { __typename: 'Viewer', workLookedAt: string } };

export type MarkWorkLookedMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkWorkLookedMutation = { markWorkLooked: { __typename: 'WorkLookedPayload', lookedAt: string | null } | null };

export type TeamQueryVariables = Exact<{
  decisions: boolean;
  filter?: CaseFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TeamQuery = { cases?: { __typename: 'CaseConnection', totalCount: number, nodes: Array<(
      { __typename: 'Case', id: string }
      & { ' $fragmentRefs'?: { 'CaseRowFragment': CaseRowFragment } }
    )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, decisions?: { __typename: 'ReferralConnection', nodes: Array<(
      { __typename: 'Referral', id: string }
      & { ' $fragmentRefs'?: { 'CountersignRowFragment': CountersignRowFragment } }
    )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, waiting: { __typename: 'ReferralConnection', totalCount: number } | null, unallocated: { __typename: 'CaseConnection', totalCount: number } | null, unseen: { __typename: 'CaseConnection', totalCount: number } | null, tasks: { __typename: 'TaskConnection', totalCount: number } | null };

export type TeamWorkersQueryVariables = Exact<{
  organisationId: string | number;
}>;


export type TeamWorkersQuery = { users: { __typename: 'UserConnection', nodes: Array<{ __typename: 'User', id: string, name: string }> } | null };

export type WorkQueryVariables = Exact<{
  statuses?: Array<CaseStatus> | CaseStatus | null | undefined;
  since?: string | null | undefined;
}>;


export type WorkQuery = { cases: { __typename: 'CaseConnection', totalCount: number, nodes: Array<(
      { __typename: 'Case', id: string }
      & { ' $fragmentRefs'?: { 'CaseRowFragment': CaseRowFragment } }
    )> } | null, covering: { __typename: 'CaseConnection', nodes: Array<(
      { __typename: 'Case', id: string }
      & { ' $fragmentRefs'?: { 'CaseRowFragment': CaseRowFragment } }
    )> } | null, changed: { __typename: 'CaseConnection', nodes: Array<{ __typename: 'Case', id: string }> } | null, overdueTasks: { __typename: 'TaskConnection', totalCount: number } | null };

export type CapacityOverviewQueryVariables = Exact<{
  filter?: ProgrammeFilter | null | undefined;
}>;


export type CapacityOverviewQuery = { programmes: { __typename: 'ProgrammeConnection', nodes: Array<{ __typename: 'Programme', id: string, title: string, provider: { __typename: 'Organisation', id: string, name: string }, offerings: { __typename: 'OfferingConnection', nodes: Array<{ __typename: 'Offering', id: string, status: OfferingStatus, places: { __typename: 'Places', capacity: number | null, taken: number | null, held: number | null, left: number | null, waiting: number | null, expectedWaitWorkingDays: number | null } }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } } | null };

export type CasePlaceFragment = { __typename: 'Enrolment', id: string, version: number, status: EnrolmentStatus, position: number | null, positionReason: string | null, priorityReason: string | null, passedOver: boolean, offerExpiresAt: string | null, startedOn: string | null, endedOn: string | null, viewerCanAnswer: boolean, viewerCanConfirm: boolean, viewerCanEnd: boolean, viewerCanAnswerRemoval: boolean, removalAsked: { __typename: 'RemovalAsked', on: string, reason: string } | null, offering: { __typename: 'Offering', id: string, startsOn: string, schedule: string, venue: string | null, programme: { __typename: 'Programme', id: string, title: string, provider: { __typename: 'Organisation', id: string, name: string } } } } & { ' $fragmentName'?: 'CasePlaceFragment' };

export type AnswerOfferMutationVariables = Exact<{
  input: AnswerOfferInput;
}>;


export type AnswerOfferMutation = { answerOffer: { __typename: 'EnrolmentPayload', enrolment: { __typename: 'Enrolment', id: string, version: number, status: EnrolmentStatus } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ConfirmWaitingMutationVariables = Exact<{
  input: ConfirmWaitingInput;
}>;


export type ConfirmWaitingMutation = { confirmWaiting: { __typename: 'EnrolmentPayload', enrolment: { __typename: 'Enrolment', id: string, version: number, status: EnrolmentStatus } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type EndEnrolmentMutationVariables = Exact<{
  input: EndEnrolmentInput;
}>;


export type EndEnrolmentMutation = { endEnrolment: { __typename: 'EnrolmentPayload', enrolment: { __typename: 'Enrolment', id: string, version: number, status: EnrolmentStatus } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type AnswerRemovalMutationVariables = Exact<{
  input: AnswerRemovalInput;
}>;


export type AnswerRemovalMutation = { answerRemoval: { __typename: 'EnrolmentPayload', enrolment: { __typename: 'Enrolment', id: string, version: number, status: EnrolmentStatus } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type CohortQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CohortQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', startsOn: string, endsOn: string, schedule: string, venue: string | null, id: string, programme: { __typename: 'Programme', id: string, title: string, provider: { __typename: 'Organisation', id: string, name: string } }, places: { __typename: 'Places', capacity: number | null, taken: number | null, held: number | null, left: number | null, waiting: number | null, answer: AvailabilityAnswer }, enrolments: { __typename: 'EnrolmentConnection', totalCount: number, nodes: Array<{ __typename: 'Enrolment', id: string, version: number, status: EnrolmentStatus, position: number | null, positionReason: string | null, startedOn: string | null, endedOn: string | null, viewerCanEnd: boolean, removalAsked: { __typename: 'RemovalAsked', on: string, reason: string } | null, youngPerson: { __typename: 'YoungPerson', id: string, displayName: string }, attendance: { __typename: 'AttendanceSummary', expected: number, attended: number, rate: number | null, minutes: number } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'YoungPerson', id: string }
   | null };

export type EndPlaceMutationVariables = Exact<{
  input: EndEnrolmentInput;
}>;


export type EndPlaceMutation = { endEnrolment: { __typename: 'EnrolmentPayload', enrolment: { __typename: 'Enrolment', id: string, version: number, status: EnrolmentStatus, endedOn: string | null, viewerCanEnd: boolean, removalAsked: { __typename: 'RemovalAsked', on: string, reason: string } | null } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type FindProgrammeQueryVariables = Exact<{
  filter?: AvailabilityFilter | null | undefined;
  orderBy?: AvailabilityOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type FindProgrammeQuery = { programmeAvailability: { __typename: 'OfferingConnection', totalCount: number, nodes: Array<(
      { __typename: 'Offering', id: string }
      & { ' $fragmentRefs'?: { 'OfferingCardFragment': OfferingCardFragment } }
    )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, areas: Array<{ __typename: 'Area', id: string, name: string, kind: AreaKind }> | null };

export type OfferingCardFragment = { __typename: 'Offering', id: string, venue: string | null, startsOn: string, endsOn: string, schedule: string, area: { __typename: 'Area', id: string, name: string } | null, programme: { __typename: 'Programme', id: string, title: string, summary: string, mode: DeliveryMode, minAge: number, maxAge: number, provider: { __typename: 'Organisation', id: string, name: string }, approach: { __typename: 'Approach', code: string, name: string }, evidence: { __typename: 'Evidence', band: EvidenceBand, source: string, asOf: string } }, places: { __typename: 'Places', answer: AvailabilityAnswer, leftBand: PlacesBand, left: number | null, waiting: number | null, expectedWaitWorkingDays: number | null, asAt: string } } & { ' $fragmentName'?: 'OfferingCardFragment' };

export type PassedOverQueryVariables = Exact<{
  year: number;
  quarter: number;
}>;


export type PassedOverQuery = { passedOverCheck: { __typename: 'PassedOverCheck', sex: Array<{ __typename: 'PassedOverGroup', of: Array<string>, waited: number, passedOver: number }>, ethnicity: Array<{ __typename: 'PassedOverGroup', of: Array<string>, waited: number, passedOver: number }> } | null };

export type FittingProgrammesQueryVariables = Exact<{
  filter?: AvailabilityFilter | null | undefined;
}>;


export type FittingProgrammesQuery = { programmeAvailability: { __typename: 'OfferingConnection', nodes: Array<(
      { __typename: 'Offering', id: string }
      & { ' $fragmentRefs'?: { 'OfferingCardFragment': OfferingCardFragment } }
    )> } | null };

export type EnrolMutationVariables = Exact<{
  input: EnrolInput;
}>;


export type EnrolMutation = { enrol: { __typename: 'EnrolmentPayload', enrolment: { __typename: 'Enrolment', id: string, version: number, status: EnrolmentStatus, position: number | null } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type OneProgrammeQueryVariables = Exact<{
  id: string | number;
}>;


export type OneProgrammeQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', title: string, summary: string, mode: DeliveryMode, reach: Reach, minAge: number, maxAge: number, active: boolean, sensitive: boolean, factors: Array<FactorCode>, id: string, provider: { __typename: 'Organisation', id: string, name: string }, approach: { __typename: 'Approach', code: string, name: string }, evidence: { __typename: 'Evidence', band: EvidenceBand, source: string, asOf: string }, areas: Array<{ __typename: 'Area', id: string, name: string }>, offerings: { __typename: 'OfferingConnection', nodes: Array<(
          { __typename: 'Offering', id: string, status: OfferingStatus, startsOn: string, viewerCanSchedule: boolean }
          & { ' $fragmentRefs'?: { 'OfferingCardFragment': OfferingCardFragment } }
        )> } }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'YoungPerson', id: string }
   | null };

export type SessionRegisterQueryVariables = Exact<{
  id: string | number;
}>;


export type SessionRegisterQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', startsAt: string, endsAt: string, cancelled: boolean, viewerCanTakeRegister: boolean, id: string, offering: { __typename: 'Offering', id: string, venue: string | null, programme: { __typename: 'Programme', id: string, title: string } }, register: Array<{ __typename: 'Enrolment', id: string, status: EnrolmentStatus, takingPart: boolean | null, youngPerson: { __typename: 'YoungPerson', id: string, displayName: string }, card: { __typename: 'SessionCard', displayName: string, age: number, medical: string | null, goingHome: string | null, emergencyContact: { __typename: 'Contact', id: string, name: string, relationship: string, phone: string | null, mayContact: ContactPermission } | null, alerts: Array<{ __typename: 'Alert', id: string, kind: AlertKind, text: string }> } | null }> | null, attendances: Array<{ __typename: 'Attendance', mark: AttendanceMark, note: string | null, enrolment: { __typename: 'Enrolment', id: string } }> | null, notes: Array<{ __typename: 'SessionNote', at: string, body: string, enrolment: { __typename: 'Enrolment', id: string }, author: { __typename: 'User', id: string, name: string } }> | null, headcount: { __typename: 'Headcount', children: number, youngAdults: number, adults: number } | null }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'YoungPerson', id: string }
   | null };

export type TakeAttendanceMutationVariables = Exact<{
  input: TakeAttendanceInput;
}>;


export type TakeAttendanceMutation = { takeAttendance: { __typename: 'SessionPayload', session: { __typename: 'Session', id: string, attendances: Array<{ __typename: 'Attendance', mark: AttendanceMark, enrolment: { __typename: 'Enrolment', id: string } }> | null } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type AddSessionNoteMutationVariables = Exact<{
  input: AddSessionNoteInput;
}>;


export type AddSessionNoteMutation = { addSessionNote: { __typename: 'SessionPayload', session: { __typename: 'Session', id: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type RecordHeadcountMutationVariables = Exact<{
  input: RecordHeadcountInput;
}>;


export type RecordHeadcountMutation = { recordHeadcount: { __typename: 'SessionPayload', session: { __typename: 'Session', id: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ScheduleMutationVariables = Exact<{
  input: ScheduleSessionsInput;
}>;


export type ScheduleMutation = { scheduleSessions: { __typename: 'OfferingPayload', offering: { __typename: 'Offering', id: string, version: number } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type OfferingSessionsQueryVariables = Exact<{
  id: string | number;
  before?: string | null | undefined;
}>;


export type OfferingSessionsQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', version: number, startsOn: string, endsOn: string, schedule: string, venue: string | null, viewerCanSchedule: boolean, id: string, leaders: Array<{ __typename: 'User', id: string, name: string }> | null, programme: { __typename: 'Programme', id: string, title: string, provider: { __typename: 'Organisation', id: string, name: string } }, sessions: { __typename: 'SessionConnection', nodes: Array<{ __typename: 'Session', id: string, version: number, startsAt: string, endsAt: string, cancelled: boolean, cancelledReason: string | null, viewerCanCancel: boolean, workers: Array<{ __typename: 'User', id: string, name: string }> | null }>, pageInfo: { __typename: 'PageInfo', hasPreviousPage: boolean, startCursor: string | null } } }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'YoungPerson', id: string }
   | null };

export type CancelSessionMutationVariables = Exact<{
  input: CancelSessionInput;
}>;


export type CancelSessionMutation = { cancelSession: { __typename: 'SessionPayload', session: { __typename: 'Session', id: string, version: number, cancelled: boolean } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ComingSessionsQueryVariables = Exact<{
  filter?: SessionFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ComingSessionsQuery = { sessions: { __typename: 'SessionConnection', nodes: Array<{ __typename: 'Session', id: string, startsAt: string, endsAt: string, cancelled: boolean, cancelledReason: string | null, offering: { __typename: 'Offering', id: string, venue: string | null, programme: { __typename: 'Programme', id: string, title: string } }, register: Array<{ __typename: 'Enrolment', id: string, status: EnrolmentStatus }> | null, attendances: Array<{ __typename: 'Attendance', enrolment: { __typename: 'Enrolment', id: string } }> | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type OutcomeChangeFragment = { __typename: 'MeasureChange', instrument: Instrument, informant: Informant, pairs: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, missingAtEnd: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, meanBefore: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, meanAfter: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, effectSize: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, effectSizeLow: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, effectSizeHigh: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, improved: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, noReliableChange: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, deteriorated: { __typename: 'Count', value: number | null, display: string, suppressed: boolean } } & { ' $fragmentName'?: 'OutcomeChangeFragment' };

export type OutcomeChangesQueryVariables = Exact<{
  filter?: OutcomeFilter | null | undefined;
}>;


export type OutcomeChangesQuery = { whole: { __typename: 'OutcomeSummary', release: number, asAt: string, total: { __typename: 'OutcomeRow', changes: Array<(
        { __typename: 'MeasureChange' }
        & { ' $fragmentRefs'?: { 'OutcomeChangeFragment': OutcomeChangeFragment } }
      )> } } | null, programmes: { __typename: 'OutcomeSummary', release: number, asAt: string, rows: Array<{ __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string }>, started: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, changes: Array<(
        { __typename: 'MeasureChange' }
        & { ' $fragmentRefs'?: { 'OutcomeChangeFragment': OutcomeChangeFragment } }
      )> }> } | null };

export type OutcomeCoarserQueryVariables = Exact<{
  filter?: OutcomeFilter | null | undefined;
  by: Array<OutcomeDimension> | OutcomeDimension;
}>;


export type OutcomeCoarserQuery = { outcomeSummary: { __typename: 'OutcomeSummary', release: number, asAt: string, rows: Array<{ __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string }>, referred: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, accepted: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, enrolled: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, started: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, completed: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, endedEarly: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, changes: Array<(
        { __typename: 'MeasureChange' }
        & { ' $fragmentRefs'?: { 'OutcomeChangeFragment': OutcomeChangeFragment } }
      )> }> } | null };

export type SummaryContactsFragment = { __typename: 'OutcomeSummary', contacts: Array<{ __typename: 'OutcomeContacts', hours: number, key: { __typename: 'OutcomeKey', label: string, node:
        | { __typename: 'Alert', id: string }
        | { __typename: 'Area', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'Case', id: string }
        | { __typename: 'CaseNote', id: string }
        | { __typename: 'Consent', id: string }
        | { __typename: 'Contact', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Enrolment', id: string }
        | { __typename: 'Export', id: string }
        | { __typename: 'Goal', id: string }
        | { __typename: 'Measure', id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'Offering', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'Programme', id: string }
        | { __typename: 'Referral', id: string }
        | { __typename: 'Report', id: string }
        | { __typename: 'SafeguardingConcern', id: string }
        | { __typename: 'Session', id: string }
        | { __typename: 'Task', id: string }
        | { __typename: 'User', id: string }
        | { __typename: 'YoungPerson', id: string }
       | null }, contacts: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, ofChildren: { __typename: 'Count', value: number | null, display: string, suppressed: boolean } }> | null } & { ' $fragmentName'?: 'SummaryContactsFragment' };

export type OutcomeGroupsFragment = { __typename: 'OutcomeSummary', release: number, asAt: string, rows: Array<(
    { __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string }>, referred: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, accepted: { __typename: 'Count', value: number | null, display: string, suppressed: boolean } }
    & { ' $fragmentRefs'?: { 'ProgrammePlacesFragment': ProgrammePlacesFragment } }
  )> } & { ' $fragmentName'?: 'OutcomeGroupsFragment' };

export type OutcomeForWhomQueryVariables = Exact<{
  filter?: OutcomeFilter | null | undefined;
}>;


export type OutcomeForWhomQuery = { sex: (
    { __typename: 'OutcomeSummary' }
    & { ' $fragmentRefs'?: { 'OutcomeGroupsFragment': OutcomeGroupsFragment } }
  ) | null, age: (
    { __typename: 'OutcomeSummary' }
    & { ' $fragmentRefs'?: { 'OutcomeGroupsFragment': OutcomeGroupsFragment } }
  ) | null, ethnicity: (
    { __typename: 'OutcomeSummary' }
    & { ' $fragmentRefs'?: { 'OutcomeGroupsFragment': OutcomeGroupsFragment } }
  ) | null, needs: (
    { __typename: 'OutcomeSummary' }
    & { ' $fragmentRefs'?: { 'OutcomeGroupsFragment': OutcomeGroupsFragment } }
  ) | null };

export type ExportReportMutationVariables = Exact<{
  input: ExportReportInput;
}>;


export type ExportReportMutation = { exportReport: { __typename: 'ExportPayload', export: { __typename: 'Export', id: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ExportOutcomeSummaryMutationVariables = Exact<{
  input: ExportOutcomeSummaryInput;
}>;


export type ExportOutcomeSummaryMutation = { exportOutcomeSummary: { __typename: 'ExportPayload', export: { __typename: 'Export', id: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type OneExportQueryVariables = Exact<{
  id: string | number;
}>;


export type OneExportQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', state: ExportState, takenAt: string | null, path: string | null, id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'YoungPerson', id: string }
   | null };

export type OutcomeCountsFragment = (
  { __typename: 'OutcomeRow', referred: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, accepted: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, reReferred: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, triagedInTime: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, contactedInTime: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, plannedInTime: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean } }
  & { ' $fragmentRefs'?: { 'ProgrammePlacesFragment': ProgrammePlacesFragment } }
) & { ' $fragmentName'?: 'OutcomeCountsFragment' };

export type OutcomeYearsQueryVariables = Exact<{
  year?: OutcomeFilter | null | undefined;
  before?: OutcomeFilter | null | undefined;
}>;


export type OutcomeYearsQuery = { year: { __typename: 'OutcomeSummary', total: (
      { __typename: 'OutcomeRow' }
      & { ' $fragmentRefs'?: { 'OutcomeCountsFragment': OutcomeCountsFragment } }
    ) } | null, before: { __typename: 'OutcomeSummary', total: (
      { __typename: 'OutcomeRow' }
      & { ' $fragmentRefs'?: { 'OutcomeCountsFragment': OutcomeCountsFragment } }
    ) } | null };

export type OutcomeIndicatorsQueryVariables = Exact<{
  year?: number | null | undefined;
}>;


export type OutcomeIndicatorsQuery = { outcomeIndicators: { __typename: 'OutcomeIndicators', release: number | null, asAt: string | null, owner: string, version: string, validFrom: string, cohort: string, indicators: Array<{ __typename: 'OutcomeIndicator', code: string, name: string, family: IndicatorFamily, owner: string, version: string, validFrom: string | null, definition: string, sources: Array<string>, verified: boolean, local: string, figures: Array<{ __typename: 'IndicatorFigure', words: string, count: { __typename: 'Count', value: number | null, display: string, suppressed: boolean } | null, whole: { __typename: 'Count', value: number | null, display: string, suppressed: boolean } | null, share: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean } | null, change: { __typename: 'MeasureChange', pairs: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, meanBefore: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, meanAfter: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, effectSize: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, effectSizeLow: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, effectSizeHigh: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean } } | null }> }> } | null };

export type ReleaseOfIndicatorsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReleaseOfIndicatorsQuery = { outcomeSummary: { __typename: 'OutcomeSummary', release: number, asAt: string } | null };

export type OutcomeMonthsQueryVariables = Exact<{
  filter?: OutcomeFilter | null | undefined;
}>;


export type OutcomeMonthsQuery = { outcomeSummary: { __typename: 'OutcomeSummary', release: number, asAt: string, disclosure: { __typename: 'Disclosure', method: string, threshold: number, base: number, note: string }, total: (
      { __typename: 'OutcomeRow' }
      & { ' $fragmentRefs'?: { 'OutcomeCountsFragment': OutcomeCountsFragment } }
    ) } | null };

export type OutcomeByProgrammeQueryVariables = Exact<{
  filter?: OutcomeFilter | null | undefined;
}>;


export type OutcomeByProgrammeQuery = { outcomeSummary: (
    { __typename: 'OutcomeSummary', release: number, asAt: string, rows: Array<(
      { __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string, node:
          | { __typename: 'Alert', id: string }
          | { __typename: 'Area', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'Case', id: string }
          | { __typename: 'CaseNote', id: string }
          | { __typename: 'Consent', id: string }
          | { __typename: 'Contact', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Enrolment', id: string }
          | { __typename: 'Export', id: string }
          | { __typename: 'Goal', id: string }
          | { __typename: 'Measure', id: string }
          | { __typename: 'Membership', id: string }
          | { __typename: 'Offering', id: string }
          | { __typename: 'Organisation', id: string }
          | { __typename: 'Programme', id: string }
          | { __typename: 'Referral', id: string }
          | { __typename: 'Report', id: string }
          | { __typename: 'SafeguardingConcern', id: string }
          | { __typename: 'Session', id: string }
          | { __typename: 'Task', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'YoungPerson', id: string }
         | null }> }
      & { ' $fragmentRefs'?: { 'ProgrammePlacesFragment': ProgrammePlacesFragment } }
    )> }
    & { ' $fragmentRefs'?: { 'SummaryContactsFragment': SummaryContactsFragment } }
  ) | null };

export type OutcomeQuartersQueryVariables = Exact<{
  filter?: OutcomeFilter | null | undefined;
}>;


export type OutcomeQuartersQuery = { outcomeSummary: { __typename: 'OutcomeSummary', release: number, asAt: string, rows: Array<{ __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string }>, referred: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, started: { __typename: 'Count', value: number | null, display: string, suppressed: boolean } }> } | null };

export type OutcomeAreasQueryVariables = Exact<{ [key: string]: never; }>;


export type OutcomeAreasQuery = { areas: Array<{ __typename: 'Area', id: string, name: string }> | null };

export type ProgrammePlacesFragment = { __typename: 'OutcomeRow', enrolled: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, started: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, completed: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, endedEarly: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, endedEarlyByChild: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, endedEarlyByUs: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, attendanceRate: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, medianWaitWorkingDays: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean } } & { ' $fragmentName'?: 'ProgrammePlacesFragment' };

export type OutcomesOfProgrammeQueryVariables = Exact<{
  id: string | number;
  own?: OutcomeFilter | null | undefined;
  all?: OutcomeFilter | null | undefined;
}>;


export type OutcomesOfProgrammeQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', title: string, summary: string, active: boolean, reach: Reach, id: string, provider: { __typename: 'Organisation', id: string, name: string }, approach: { __typename: 'Approach', code: string, name: string }, evidence: { __typename: 'Evidence', band: EvidenceBand, source: string, asOf: string } }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'YoungPerson', id: string }
   | null, own: (
    { __typename: 'OutcomeSummary', release: number, asAt: string, disclosure: { __typename: 'Disclosure', note: string }, total: (
      { __typename: 'OutcomeRow', changes: Array<(
        { __typename: 'MeasureChange' }
        & { ' $fragmentRefs'?: { 'OutcomeChangeFragment': OutcomeChangeFragment } }
      )> }
      & { ' $fragmentRefs'?: { 'ProgrammePlacesFragment': ProgrammePlacesFragment } }
    ) }
    & { ' $fragmentRefs'?: { 'SummaryContactsFragment': SummaryContactsFragment } }
  ) | null, all: { __typename: 'OutcomeSummary', total: (
      { __typename: 'OutcomeRow' }
      & { ' $fragmentRefs'?: { 'ProgrammePlacesFragment': ProgrammePlacesFragment } }
    ) } | null };

export type OutcomesOfApproachQueryVariables = Exact<{
  filter?: OutcomeFilter | null | undefined;
}>;


export type OutcomesOfApproachQuery = { outcomeSummary: { __typename: 'OutcomeSummary', release: number, asAt: string, total: (
      { __typename: 'OutcomeRow' }
      & { ' $fragmentRefs'?: { 'ProgrammePlacesFragment': ProgrammePlacesFragment } }
    ), rows: Array<(
      { __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string, node:
          | { __typename: 'Alert', id: string }
          | { __typename: 'Area', id: string }
          | { __typename: 'AuditEntry', id: string }
          | { __typename: 'Case', id: string }
          | { __typename: 'CaseNote', id: string }
          | { __typename: 'Consent', id: string }
          | { __typename: 'Contact', id: string }
          | { __typename: 'Draft', id: string }
          | { __typename: 'Enrolment', id: string }
          | { __typename: 'Export', id: string }
          | { __typename: 'Goal', id: string }
          | { __typename: 'Measure', id: string }
          | { __typename: 'Membership', id: string }
          | { __typename: 'Offering', id: string }
          | { __typename: 'Organisation', id: string }
          | { __typename: 'Programme', id: string }
          | { __typename: 'Referral', id: string }
          | { __typename: 'Report', id: string }
          | { __typename: 'SafeguardingConcern', id: string }
          | { __typename: 'Session', id: string }
          | { __typename: 'Task', id: string }
          | { __typename: 'User', id: string }
          | { __typename: 'YoungPerson', id: string }
         | null }>, changes: Array<(
        { __typename: 'MeasureChange' }
        & { ' $fragmentRefs'?: { 'OutcomeChangeFragment': OutcomeChangeFragment } }
      )> }
      & { ' $fragmentRefs'?: { 'ProgrammePlacesFragment': ProgrammePlacesFragment } }
    )> } | null };

export type NewestReleaseQueryVariables = Exact<{ [key: string]: never; }>;


export type NewestReleaseQuery = { outcomeSummary: { __typename: 'OutcomeSummary', release: number, asAt: string } | null };

export type ReachRowsFragment = { __typename: 'OutcomeSummary', rows: Array<{ __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string }>, enrolled: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, started: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, completed: { __typename: 'Count', value: number | null, display: string, suppressed: boolean } }> } & { ' $fragmentName'?: 'ReachRowsFragment' };

export type OutcomeReachQueryVariables = Exact<{
  filter?: OutcomeFilter | null | undefined;
  ever?: OutcomeFilter | null | undefined;
}>;


export type OutcomeReachQuery = { quarters: (
    { __typename: 'OutcomeSummary' }
    & { ' $fragmentRefs'?: { 'ReachRowsFragment': ReachRowsFragment } }
  ) | null, council: (
    { __typename: 'OutcomeSummary' }
    & { ' $fragmentRefs'?: { 'ReachRowsFragment': ReachRowsFragment } }
  ) | null, age: (
    { __typename: 'OutcomeSummary' }
    & { ' $fragmentRefs'?: { 'ReachRowsFragment': ReachRowsFragment } }
  ) | null, sex: (
    { __typename: 'OutcomeSummary' }
    & { ' $fragmentRefs'?: { 'ReachRowsFragment': ReachRowsFragment } }
  ) | null };

export type MayPublishQueryVariables = Exact<{ [key: string]: never; }>;


export type MayPublishQuery = { viewer: { __typename: 'Viewer', canPublishReports: boolean } };

export type PublishReportMutationVariables = Exact<{
  input: PublishReportInput;
}>;


export type PublishReportMutation = { publishReport: { __typename: 'ReportPayload', report: { __typename: 'Report', id: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ReportSummaryFragment = (
  { __typename: 'OutcomeSummary', release: number, asAt: string, rows: Array<(
    { __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string }> }
    & { ' $fragmentRefs'?: { 'ReportRowFragment': ReportRowFragment } }
  )>, total: (
    { __typename: 'OutcomeRow', key: Array<{ __typename: 'OutcomeKey', label: string }> }
    & { ' $fragmentRefs'?: { 'ReportRowFragment': ReportRowFragment } }
  ) }
  & { ' $fragmentRefs'?: { 'SummaryContactsFragment': SummaryContactsFragment } }
) & { ' $fragmentName'?: 'ReportSummaryFragment' };

export type ReportRowFragment = { __typename: 'OutcomeRow', referred: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, accepted: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, enrolled: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, started: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, completed: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, endedEarly: { __typename: 'Count', value: number | null, display: string, suppressed: boolean }, triagedInTime: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, contactedInTime: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, plannedInTime: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, attendanceRate: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, medianWaitWorkingDays: { __typename: 'Rate', value: number | null, display: string, suppressed: boolean }, changes: Array<(
    { __typename: 'MeasureChange' }
    & { ' $fragmentRefs'?: { 'OutcomeChangeFragment': OutcomeChangeFragment } }
  )> } & { ' $fragmentName'?: 'ReportRowFragment' };

export type OneReportQueryVariables = Exact<{
  id: string | number;
}>;


export type OneReportQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', title: string, publishedAt: string, restated: boolean, id: string, by: { __typename: 'User', id: string, name: string }, question: { __typename: 'ReportQuestion', period: string, groupBy: Array<OutcomeDimension>, filters: Array<{ __typename: 'OutcomeKey', label: string }> }, definitions: Array<{ __typename: 'FigureDefinition', figure: string, meaning: string }>, summary: (
        { __typename: 'OutcomeSummary', release: number, asAt: string, disclosure: { __typename: 'Disclosure', method: string, note: string } }
        & { ' $fragmentRefs'?: { 'ReportSummaryFragment': ReportSummaryFragment } }
      ) }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'YoungPerson', id: string }
   | null };

export type ReportListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ReportListQuery = { viewer: { __typename: 'Viewer', canSeeOutcomes: boolean }, reports: { __typename: 'ReportConnection', nodes: Array<{ __typename: 'Report', id: string, title: string, publishedAt: string, restated: boolean, by: { __typename: 'User', id: string, name: string }, question: { __typename: 'ReportQuestion', release: number, asAt: string, period: string, filters: Array<{ __typename: 'OutcomeKey', label: string }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AlertsFragment = { __typename: 'YoungPerson', restricted: boolean, alerts: Array<{ __typename: 'Alert', id: string, kind: AlertKind, text: string, from: string, reviewOn: string | null }> | null } & { ' $fragmentName'?: 'AlertsFragment' };

export type ChangeChildFragment = { __typename: 'YoungPerson', id: string, version: number, givenName: string | null, familyName: string | null, knownAs: string | null, dateOfBirth: string | null, school: { __typename: 'Organisation', id: string, name: string } | null, address: { __typename: 'Address', lines: Array<string>, postcode: string } | null } & { ' $fragmentName'?: 'ChangeChildFragment' };

export type ChangeYoungPersonMutationVariables = Exact<{
  input: ChangeYoungPersonInput;
}>;


export type ChangeYoungPersonMutation = { changeYoungPerson: { __typename: 'YoungPersonPayload', youngPerson: (
      { __typename: 'YoungPerson', id: string, version: number }
      & { ' $fragmentRefs'?: { 'ChangeChildFragment': ChangeChildFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type OneChildQueryVariables = Exact<{
  id: string | number;
}>;


export type OneChildQuery = { node:
    | { __typename: 'Alert', id: string }
    | { __typename: 'Area', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Case', id: string }
    | { __typename: 'CaseNote', id: string }
    | { __typename: 'Consent', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'Draft', id: string }
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Export', id: string }
    | { __typename: 'Goal', id: string }
    | { __typename: 'Measure', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Offering', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'Programme', id: string }
    | { __typename: 'Referral', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'SafeguardingConcern', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
    | (
      { __typename: 'YoungPerson', reference: string, version: number, displayName: string, givenName: string | null, familyName: string | null, knownAs: string | null, dateOfBirth: string | null, age: number | null, yearGroup: number | null, sex: Sex | null, ethnicity: string | null, firstLanguage: string | null, upn: string | null, nhsNumber: string | null, id: string, school: { __typename: 'Organisation', id: string, name: string } | null, area: { __typename: 'Area', id: string, name: string } | null, address: { __typename: 'Address', lines: Array<string>, postcode: string } | null, schools: Array<{ __typename: 'SchoolPeriod', from: string, to: string | null, school: { __typename: 'Organisation', id: string, name: string } }> | null, addresses: Array<{ __typename: 'AddressPeriod', from: string, to: string | null, address: { __typename: 'Address', lines: Array<string>, postcode: string } | null }> | null, cases: { __typename: 'CaseConnection', nodes: Array<{ __typename: 'Case', id: string, reference: string, status: CaseStatus, openedAt: string }> } | null, referrals: { __typename: 'ReferralConnection', nodes: Array<{ __typename: 'Referral', id: string, reference: string, status: ReferralStatus | null, submittedAt: string }> } | null }
      & { ' $fragmentRefs'?: { 'AlertsFragment': AlertsFragment;'ContactsFragment': ContactsFragment;'RelationsFragment': RelationsFragment;'ChangeChildFragment': ChangeChildFragment } }
    )
   | null };

export type GroupToConfirmQueryVariables = Exact<{
  filter?: MembershipFilter | null | undefined;
}>;


export type GroupToConfirmQuery = { memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, role: Role, lead: boolean, user: { __typename: 'User', id: string, name: string } }> } | null };

export type ConfirmMembersMutationVariables = Exact<{
  input: ConfirmMembersInput;
}>;


export type ConfirmMembersMutation = { confirmMembers: { __typename: 'ConfirmMembersPayload', confirmedOn: string | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ConfirmationRowFragment = { __typename: 'GroupConfirmation', group: string | null, members: number, led: boolean, confirmedOn: string | null, dueOn: string, dueSoon: boolean, overdue: boolean, organisation: { __typename: 'Organisation', id: string, name: string } } & { ' $fragmentName'?: 'ConfirmationRowFragment' };

export type ConfirmationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConfirmationsQuery = { confirmations: Array<(
    { __typename: 'GroupConfirmation' }
    & { ' $fragmentRefs'?: { 'ConfirmationRowFragment': ConfirmationRowFragment } }
  )> | null };

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type RecordConsentMutation = { recordConsent: { __typename: 'ConsentPayload', consent: (
      { __typename: 'Consent', id: string }
      & { ' $fragmentRefs'?: { 'ConsentItemFragment': ConsentItemFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ConsentItemFragment = { __typename: 'Consent', id: string, version: number, kind: ConsentKind, status: ConsentStatus, givenBy: string | null, reason: string | null, scope: Array<string>, decidedOn: string | null, withdrawnOn: string | null, expiresOn: string | null, gillickReasons: string | null, organisation: { __typename: 'Organisation', id: string, name: string } | null } & { ' $fragmentName'?: 'ConsentItemFragment' };

export type WithdrawConsentMutationVariables = Exact<{
  input: WithdrawConsentInput;
}>;


export type WithdrawConsentMutation = { withdrawConsent: { __typename: 'ConsentPayload', consent: (
      { __typename: 'Consent', id: string }
      & { ' $fragmentRefs'?: { 'ConsentItemFragment': ConsentItemFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ChangeContactMutationVariables = Exact<{
  input: ChangeContactInput;
}>;


export type ChangeContactMutation = { changeContact: { __typename: 'YoungPersonPayload', youngPerson: (
      { __typename: 'YoungPerson', id: string, version: number }
      & { ' $fragmentRefs'?: { 'ContactsFragment': ContactsFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type ContactsFragment = { __typename: 'YoungPerson', contacts: Array<{ __typename: 'Contact', id: string, version: number, name: string, relationship: string, hasParentalResponsibility: boolean | null, livesWith: boolean | null, phone: string | null, mayContact: ContactPermission, mayBeTold: boolean, orderInForce: string | null, safeToCall: boolean, safeToText: boolean, safeToLeaveVoicemail: boolean }> | null } & { ' $fragmentName'?: 'ContactsFragment' };

export type InvitationRowFragment = { __typename: 'Invitation', id: string, name: string, email: string, group: string | null, role: Role, lead: boolean, from: string, to: string | null, status: InvitationStatus, invitedAt: string, linkExpiresAt: string | null, mayApprove: boolean, maySend: boolean, organisation: { __typename: 'Organisation', id: string, name: string }, invitedBy: { __typename: 'User', id: string, name: string }, approvedBy: { __typename: 'User', id: string, name: string } | null } & { ' $fragmentName'?: 'InvitationRowFragment' };

export type LinkRequestRowFragment = { __typename: 'LinkRequest', id: string, at: string, user: { __typename: 'User', id: string, name: string } | null } & { ' $fragmentName'?: 'LinkRequestRowFragment' };

export type ApproveInvitationMutationVariables = Exact<{
  input: InvitationInput;
}>;


export type ApproveInvitationMutation = { approveInvitation: { __typename: 'InvitationPayload', link: string | null, linkExpiresAt: string | null, invitation: (
      { __typename: 'Invitation', id: string }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type DeclineInvitationMutationVariables = Exact<{
  input: InvitationInput;
}>;


export type DeclineInvitationMutation = { declineInvitation: { __typename: 'InvitationPayload', link: string | null, linkExpiresAt: string | null, invitation: (
      { __typename: 'Invitation', id: string }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type SendInvitationMutationVariables = Exact<{
  input: InvitationInput;
}>;


export type SendInvitationMutation = { sendInvitation: { __typename: 'InvitationPayload', link: string | null, linkExpiresAt: string | null, invitation: (
      { __typename: 'Invitation', id: string }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type GiveLinkMutationVariables = Exact<{
  input: GiveLinkInput;
}>;


export type GiveLinkMutation = { giveLink: { __typename: 'LinkPayload', link: string | null, linkExpiresAt: string | null, user: { __typename: 'User', id: string, name: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type InviteUserMutationVariables = Exact<{
  input: InviteUserInput;
}>;


export type InviteUserMutation = { inviteUser: { __typename: 'InvitationPayload', link: string | null, linkExpiresAt: string | null, invitation: (
      { __typename: 'Invitation', id: string, status: InvitationStatus }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type MemberRowFragment = { __typename: 'Membership', id: string, group: string | null, role: Role, lead: boolean, from: string, to: string | null, lastSignedInAt: string | null, mayEnd: boolean, user: { __typename: 'User', id: string, name: string, jobTitle: string | null }, organisation: { __typename: 'Organisation', id: string, name: string } } & { ' $fragmentName'?: 'MemberRowFragment' };

export type EndMembershipMutationVariables = Exact<{
  input: EndMembershipInput;
}>;


export type EndMembershipMutation = { endMembership: { __typename: 'LeavingPayload', user: { __typename: 'User', id: string, name: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type EndUserMutationVariables = Exact<{
  input: EndUserInput;
}>;


export type EndUserMutation = { endUser: { __typename: 'LeavingPayload', user: { __typename: 'User', id: string, name: string } | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type OrganisationsQueryVariables = Exact<{
  filter?: OrganisationFilter | null | undefined;
}>;


export type OrganisationsQuery = { organisations: { __typename: 'OrganisationConnection', nodes: Array<{ __typename: 'Organisation', id: string, name: string }> } | null };

export type PeopleOfGroupQueryVariables = Exact<{
  filter?: MembershipFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PeopleOfGroupQuery = { memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<(
      { __typename: 'Membership', id: string }
      & { ' $fragmentRefs'?: { 'MemberRowFragment': MemberRowFragment } }
    )>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, invitations: { __typename: 'InvitationConnection', totalCount: number, nodes: Array<(
      { __typename: 'Invitation', id: string }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    )> } | null, linkRequests: { __typename: 'LinkRequestConnection', totalCount: number, nodes: Array<(
      { __typename: 'LinkRequest', id: string }
      & { ' $fragmentRefs'?: { 'LinkRequestRowFragment': LinkRequestRowFragment } }
    )> } | null, confirmations: Array<(
    { __typename: 'GroupConfirmation' }
    & { ' $fragmentRefs'?: { 'ConfirmationRowFragment': ConfirmationRowFragment } }
  )> | null };

export type OtherChildrenQueryVariables = Exact<{
  text: string;
}>;


export type OtherChildrenQuery = { youngPeople: { __typename: 'YoungPersonConnection', nodes: Array<{ __typename: 'YoungPerson', id: string, reference: string, displayName: string, age: number | null }> } | null };

export type RelateChildrenMutationVariables = Exact<{
  input: RelateChildrenInput;
}>;


export type RelateChildrenMutation = { relateChildren: { __typename: 'YoungPersonPayload', youngPerson: (
      { __typename: 'YoungPerson', id: string }
      & { ' $fragmentRefs'?: { 'RelationsFragment': RelationsFragment } }
    ) | null, problems: Array<{ __typename: 'Problem', field: Array<string>, code: ProblemCode, message: string }> } | null };

export type RelationsFragment = { __typename: 'YoungPerson', relations: Array<{ __typename: 'PersonRelation', kind: RelationKind, source: string, from: string, reviewOn: string | null, youngPerson: { __typename: 'YoungPerson', id: string, displayName: string, reference: string } }> | null } & { ' $fragmentName'?: 'RelationsFragment' };

export type PlacesChangedSubscriptionVariables = Exact<{
  filter?: AvailabilityFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type PlacesChangedSubscription = { availabilityChanged: { __typename: 'Change', cursor: string, at: string, kind: ChangeKind, subjectId: string | null, subject:
      | { __typename: 'Alert', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'AuditEntry', id: string }
      | { __typename: 'Case', id: string }
      | { __typename: 'CaseNote', id: string }
      | { __typename: 'Consent', id: string }
      | { __typename: 'Contact', id: string }
      | { __typename: 'Draft', id: string }
      | { __typename: 'Enrolment', id: string }
      | { __typename: 'Export', id: string }
      | { __typename: 'Goal', id: string }
      | { __typename: 'Measure', id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'Offering', id: string }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Programme', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Report', id: string }
      | { __typename: 'SafeguardingConcern', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'User', id: string }
      | { __typename: 'YoungPerson', id: string }
     | null, by: { __typename: 'User', id: string } | null } };

export type SessionsChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SessionsChangedSubscription = { workChanged: { __typename: 'Change', cursor: string, at: string, kind: ChangeKind, subjectId: string | null, subject:
      | { __typename: 'Alert', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'AuditEntry', id: string }
      | { __typename: 'Case', id: string }
      | { __typename: 'CaseNote', id: string }
      | { __typename: 'Consent', id: string }
      | { __typename: 'Contact', id: string }
      | { __typename: 'Draft', id: string }
      | { __typename: 'Enrolment', id: string }
      | { __typename: 'Export', id: string }
      | { __typename: 'Goal', id: string }
      | { __typename: 'Measure', id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'Offering', id: string }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Programme', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Report', id: string }
      | { __typename: 'SafeguardingConcern', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'User', id: string }
      | { __typename: 'YoungPerson', id: string }
     | null, by: { __typename: 'User', id: string } | null } };

export type WorkChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WorkChangedSubscription = { workChanged: { __typename: 'Change', cursor: string, at: string, kind: ChangeKind, subjectId: string | null, subject:
      | { __typename: 'Alert', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'AuditEntry', id: string }
      | { __typename: 'Case', id: string }
      | { __typename: 'CaseNote', id: string }
      | { __typename: 'Consent', id: string }
      | { __typename: 'Contact', id: string }
      | { __typename: 'Draft', id: string }
      | { __typename: 'Enrolment', id: string }
      | { __typename: 'Export', id: string }
      | { __typename: 'Goal', id: string }
      | { __typename: 'Measure', id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'Offering', id: string }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Programme', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Report', id: string }
      | { __typename: 'SafeguardingConcern', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'User', id: string }
      | { __typename: 'YoungPerson', id: string }
     | null, by: { __typename: 'User', id: string } | null } };

export type CaseChangedSubscriptionVariables = Exact<{
  caseId: string | number;
  after?: string | null | undefined;
}>;


export type CaseChangedSubscription = { caseChanged: { __typename: 'Change', cursor: string, at: string, kind: ChangeKind, subjectId: string | null, subject:
      | { __typename: 'Alert', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'AuditEntry', id: string }
      | { __typename: 'Case', id: string }
      | { __typename: 'CaseNote', id: string }
      | { __typename: 'Consent', id: string }
      | { __typename: 'Contact', id: string }
      | { __typename: 'Draft', id: string }
      | { __typename: 'Enrolment', id: string }
      | { __typename: 'Export', id: string }
      | { __typename: 'Goal', id: string }
      | { __typename: 'Measure', id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'Offering', id: string }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Programme', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Report', id: string }
      | { __typename: 'SafeguardingConcern', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'User', id: string }
      | { __typename: 'YoungPerson', id: string }
     | null, by: { __typename: 'User', id: string } | null } };

export type StillHereQueryVariables = Exact<{ [key: string]: never; }>;


export type StillHereQuery = { viewer: { __typename: 'Viewer', user: { __typename: 'User', id: string } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { __typename: 'Viewer', role: Role, canSubmitReferrals: boolean, canTriage: boolean, canSeeAudit: boolean, canKeepPeople: boolean, user: { __typename: 'User', id: string, name: string }, membership: { __typename: 'Membership', id: string, group: string | null, lead: boolean }, memberships: Array<{ __typename: 'Membership', id: string, role: Role, group: string | null, organisation: { __typename: 'Organisation', id: string, name: string } }>, organisation: { __typename: 'Organisation', id: string, name: string, kind: OrganisationKind } } };

export type AuditLinesQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AuditLinesQuery = { auditEntries: { __typename: 'AuditEntryConnection', nodes: Array<{ __typename: 'AuditEntry', id: string, at: string, action: AuditAction, subjectKind: string, subjectReference: string | null, purpose: string | null, actor: { __typename: 'User', id: string, name: string } | null, membership: { __typename: 'Membership', id: string, role: Role, organisation: { __typename: 'Organisation', id: string, name: string } } | null, subject:
        | { __typename: 'Alert', id: string }
        | { __typename: 'Area', id: string }
        | { __typename: 'AuditEntry', id: string }
        | { __typename: 'Case', id: string }
        | { __typename: 'CaseNote', id: string }
        | { __typename: 'Consent', id: string }
        | { __typename: 'Contact', id: string }
        | { __typename: 'Draft', id: string }
        | { __typename: 'Enrolment', id: string }
        | { __typename: 'Export', id: string }
        | { __typename: 'Goal', id: string }
        | { __typename: 'Measure', id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'Offering', id: string }
        | { __typename: 'Organisation', name: string, id: string }
        | { __typename: 'Programme', id: string }
        | { __typename: 'Referral', id: string }
        | { __typename: 'Report', id: string }
        | { __typename: 'SafeguardingConcern', id: string }
        | { __typename: 'Session', id: string }
        | { __typename: 'Task', id: string }
        | { __typename: 'User', name: string, id: string }
        | { __typename: 'YoungPerson', id: string }
       | null, subjectPerson: { __typename: 'User', id: string, name: string } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PeopleQueryVariables = Exact<{
  filter?: UserFilter | null | undefined;
}>;


export type PeopleQuery = { users: { __typename: 'UserConnection', nodes: Array<{ __typename: 'User', id: string, name: string, organisation: { __typename: 'Organisation', id: string, name: string } }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const NoteReadersFragmentDoc = new TypedDocumentString(`
    fragment NoteReaders on Case {
  __typename
  id
  caseworker {
    __typename
    id
    name
  }
  coWorkers {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"NoteReaders"}) as unknown as TypedDocumentString<NoteReadersFragment, unknown>;
export const AllocateFormFragmentDoc = new TypedDocumentString(`
    fragment AllocateForm on Case {
  __typename
  id
  version
  caseworker {
    __typename
    id
    name
  }
  coWorkers {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"AllocateForm"}) as unknown as TypedDocumentString<AllocateFormFragment, unknown>;
export const CaseSummaryFragmentDoc = new TypedDocumentString(`
    fragment CaseSummary on Case {
  __typename
  id
  pathway
  openedAt
  closedAt
  lastNoteAt
  lastSeenOn
  contactAttempts
  nextDueOn
  caseworker {
    __typename
    id
    name
    phone
  }
  coWorkers {
    __typename
    id
    name
  }
  controller {
    __typename
    id
    name
  }
  youngPerson {
    __typename
    id
    reference
    knownAs
    dateOfBirth
    age
    yearGroup
    school {
      __typename
      id
      name
    }
    address {
      __typename
      lines
      postcode
    }
  }
  referral {
    __typename
    id
    reference
    submittedAt
    trigger
    mainFactor
    sourceOrganisation {
      __typename
      id
      name
    }
  }
  previousCase {
    __typename
    id
    reference
  }
}
    `, {"fragmentName":"CaseSummary"}) as unknown as TypedDocumentString<CaseSummaryFragment, unknown>;
export const GoalFragmentDoc = new TypedDocumentString(`
    fragment Goal on Goal {
  __typename
  id
  title
  owner
  change
  ratings {
    __typename
    on
    rating
  }
}
    `, {"fragmentName":"Goal"}) as unknown as TypedDocumentString<GoalFragment, unknown>;
export const NoteItemFragmentDoc = new TypedDocumentString(`
    fragment NoteItem on CaseNote {
  __typename
  id
  version
  kind
  occurredAt
  recordedAt
  body
  audience
  voided
  author {
    __typename
    id
    name
  }
  contact {
    __typename
    outcome
    childSeen
    seenAlone
    place
  }
  revisions {
    __typename
    body
    at
    by {
      __typename
      id
      name
    }
  }
}
    `, {"fragmentName":"NoteItem"}) as unknown as TypedDocumentString<NoteItemFragment, unknown>;
export const ReferralMessagesFragmentDoc = new TypedDocumentString(`
    fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
    `, {"fragmentName":"ReferralMessages"}) as unknown as TypedDocumentString<ReferralMessagesFragment, unknown>;
export const ReferralContentFragmentDoc = new TypedDocumentString(`
    fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
    `, {"fragmentName":"ReferralContent"}) as unknown as TypedDocumentString<ReferralContentFragment, unknown>;
export const SentReferralFragmentDoc = new TypedDocumentString(`
    fragment SentReferral on Referral {
  __typename
  id
  reference
  version
  stage
  urgency
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  child {
    __typename
    id
    displayName
  }
  services {
    __typename
    id
    name
  }
  contactPoint {
    __typename
    name
    phone
    hours
    openNow
  }
  decision {
    __typename
    decidedAt
    redirectedTo
  }
  viewerCanWithdraw
  viewerCanAddInformation
  viewerCanChallenge
  ...ReferralMessages
  ...ReferralContent
}
    fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}`, {"fragmentName":"SentReferral"}) as unknown as TypedDocumentString<SentReferralFragment, unknown>;
export const SentRowFragmentDoc = new TypedDocumentString(`
    fragment SentRow on Referral {
  __typename
  id
  reference
  stage
  urgency
  submittedAt
  answerDueOn
  child {
    __typename
    id
    displayName
  }
  services {
    __typename
    id
    name
  }
  contactPoint {
    __typename
    name
    phone
  }
}
    `, {"fragmentName":"SentRow"}) as unknown as TypedDocumentString<SentRowFragment, unknown>;
export const TaskRowFragmentDoc = new TypedDocumentString(`
    fragment TaskRow on Task {
  __typename
  id
  version
  title
  dueOn
  at
  place
  done
  overdue
  assignee {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    youngPerson {
      __typename
      id
      displayName
    }
  }
  referral {
    __typename
    id
    reference
    child {
      __typename
      id
      displayName
    }
  }
}
    `, {"fragmentName":"TaskRow"}) as unknown as TypedDocumentString<TaskRowFragment, unknown>;
export const TakeButtonFragmentDoc = new TypedDocumentString(`
    fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}
    `, {"fragmentName":"TakeButton"}) as unknown as TypedDocumentString<TakeButtonFragment, unknown>;
export const QueueRowFragmentDoc = new TypedDocumentString(`
    fragment QueueRow on Referral {
  __typename
  id
  reference
  status
  urgency
  overdue
  submittedAt
  triageDueAt
  answerDueOn
  mainFactor
  awaitingCountersign
  child {
    __typename
    id
    displayName
    dateOfBirth
  }
  owner {
    __typename
    id
    name
  }
  sourceOrganisation {
    __typename
    id
    name
  }
  services {
    __typename
    id
    name
  }
  ...TakeButton
}
    fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}`, {"fragmentName":"QueueRow"}) as unknown as TypedDocumentString<QueueRowFragment, unknown>;
export const AlertsFragmentDoc = new TypedDocumentString(`
    fragment Alerts on YoungPerson {
  __typename
  restricted
  alerts {
    __typename
    id
    kind
    text
    from
    reviewOn
  }
}
    `, {"fragmentName":"Alerts"}) as unknown as TypedDocumentString<AlertsFragment, unknown>;
export const ContactsFragmentDoc = new TypedDocumentString(`
    fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}
    `, {"fragmentName":"Contacts"}) as unknown as TypedDocumentString<ContactsFragment, unknown>;
export const ConcernFragmentDoc = new TypedDocumentString(`
    fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}
    `, {"fragmentName":"Concern"}) as unknown as TypedDocumentString<ConcernFragment, unknown>;
export const DecisionFormFragmentDoc = new TypedDocumentString(`
    fragment DecisionForm on Referral {
  __typename
  id
  version
  trigger
  status
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    displayName
  }
  safeguardingConcerns {
    __typename
    id
    open
  }
}
    `, {"fragmentName":"DecisionForm"}) as unknown as TypedDocumentString<DecisionFormFragment, unknown>;
export const TriageActsFragmentDoc = new TypedDocumentString(`
    fragment TriageActs on Referral {
  __typename
  id
  version
  services {
    __typename
    id
    name
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedBy {
      __typename
      id
      name
    }
  }
  ...DecisionForm
}
    fragment DecisionForm on Referral {
  __typename
  id
  version
  trigger
  status
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    displayName
  }
  safeguardingConcerns {
    __typename
    id
    open
  }
}`, {"fragmentName":"TriageActs"}) as unknown as TypedDocumentString<TriageActsFragment, unknown>;
export const TriageReferralFragmentDoc = new TypedDocumentString(`
    fragment TriageReferral on Referral {
  __typename
  id
  reference
  version
  status
  urgency
  overdue
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  awaitingCountersign
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    reference
    displayName
    ...Alerts
    ...Contacts
  }
  services {
    __typename
    id
    name
  }
  owner {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    status
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedAt
    redirectedTo
    redirectConfirmedAt
    decidedBy {
      __typename
      id
      name
    }
    countersignedBy {
      __typename
      id
      name
    }
  }
  safeguardingConcerns {
    __typename
    id
    ...Concern
  }
  history {
    __typename
    from
    to
    at
    reason
    by {
      __typename
      id
      name
    }
  }
  viewerCanTriage
  viewerCanCountersign
  ...TakeButton
  ...TriageActs
  ...ReferralMessages
  ...ReferralContent
}
    fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}
fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
fragment DecisionForm on Referral {
  __typename
  id
  version
  trigger
  status
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    displayName
  }
  safeguardingConcerns {
    __typename
    id
    open
  }
}
fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}
fragment TriageActs on Referral {
  __typename
  id
  version
  services {
    __typename
    id
    name
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedBy {
      __typename
      id
      name
    }
  }
  ...DecisionForm
}
fragment Alerts on YoungPerson {
  __typename
  restricted
  alerts {
    __typename
    id
    kind
    text
    from
    reviewOn
  }
}
fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}`, {"fragmentName":"TriageReferral"}) as unknown as TypedDocumentString<TriageReferralFragment, unknown>;
export const CaseRowFragmentDoc = new TypedDocumentString(`
    fragment CaseRow on Case {
  __typename
  id
  reference
  status
  pathway
  nextDueOn
  lastSeenOn
  lastNoteAt
  openedAt
  youngPerson {
    __typename
    id
    displayName
    age
    school {
      __typename
      id
      name
    }
  }
  caseworker {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"CaseRow"}) as unknown as TypedDocumentString<CaseRowFragment, unknown>;
export const CountersignRowFragmentDoc = new TypedDocumentString(`
    fragment CountersignRow on Referral {
  __typename
  id
  reference
  viewerCanCountersign
  child {
    __typename
    id
    displayName
  }
  sourceOrganisation {
    __typename
    id
    name
  }
  decision {
    __typename
    outcome
    reason
    decidedAt
    decidedBy {
      __typename
      id
      name
    }
  }
}
    `, {"fragmentName":"CountersignRow"}) as unknown as TypedDocumentString<CountersignRowFragment, unknown>;
export const CasePlaceFragmentDoc = new TypedDocumentString(`
    fragment CasePlace on Enrolment {
  __typename
  id
  version
  status
  position
  positionReason
  priorityReason
  passedOver
  offerExpiresAt
  startedOn
  endedOn
  viewerCanAnswer
  viewerCanConfirm
  viewerCanEnd
  viewerCanAnswerRemoval
  removalAsked {
    __typename
    on
    reason
  }
  offering {
    __typename
    id
    startsOn
    schedule
    venue
    programme {
      __typename
      id
      title
      provider {
        __typename
        id
        name
      }
    }
  }
}
    `, {"fragmentName":"CasePlace"}) as unknown as TypedDocumentString<CasePlaceFragment, unknown>;
export const OfferingCardFragmentDoc = new TypedDocumentString(`
    fragment OfferingCard on Offering {
  __typename
  id
  venue
  startsOn
  endsOn
  schedule
  area {
    __typename
    id
    name
  }
  programme {
    __typename
    id
    title
    summary
    mode
    minAge
    maxAge
    provider {
      __typename
      id
      name
    }
    approach {
      __typename
      code
      name
    }
    evidence {
      __typename
      band
      source
      asOf
    }
  }
  places {
    __typename
    answer
    leftBand
    left
    waiting
    expectedWaitWorkingDays
    asAt
  }
}
    `, {"fragmentName":"OfferingCard"}) as unknown as TypedDocumentString<OfferingCardFragment, unknown>;
export const ProgrammePlacesFragmentDoc = new TypedDocumentString(`
    fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}
    `, {"fragmentName":"ProgrammePlaces"}) as unknown as TypedDocumentString<ProgrammePlacesFragment, unknown>;
export const OutcomeGroupsFragmentDoc = new TypedDocumentString(`
    fragment OutcomeGroups on OutcomeSummary {
  __typename
  release
  asAt
  rows {
    __typename
    key {
      __typename
      label
    }
    referred {
      __typename
      value
      display
      suppressed
    }
    accepted {
      __typename
      value
      display
      suppressed
    }
    ...ProgrammePlaces
  }
}
    fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}`, {"fragmentName":"OutcomeGroups"}) as unknown as TypedDocumentString<OutcomeGroupsFragment, unknown>;
export const OutcomeCountsFragmentDoc = new TypedDocumentString(`
    fragment OutcomeCounts on OutcomeRow {
  __typename
  referred {
    __typename
    value
    display
    suppressed
  }
  accepted {
    __typename
    value
    display
    suppressed
  }
  reReferred {
    __typename
    value
    display
    suppressed
  }
  triagedInTime {
    __typename
    value
    display
    suppressed
  }
  contactedInTime {
    __typename
    value
    display
    suppressed
  }
  plannedInTime {
    __typename
    value
    display
    suppressed
  }
  ...ProgrammePlaces
}
    fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}`, {"fragmentName":"OutcomeCounts"}) as unknown as TypedDocumentString<OutcomeCountsFragment, unknown>;
export const ReachRowsFragmentDoc = new TypedDocumentString(`
    fragment ReachRows on OutcomeSummary {
  __typename
  rows {
    __typename
    key {
      __typename
      label
    }
    enrolled {
      __typename
      value
      display
      suppressed
    }
    started {
      __typename
      value
      display
      suppressed
    }
    completed {
      __typename
      value
      display
      suppressed
    }
  }
}
    `, {"fragmentName":"ReachRows"}) as unknown as TypedDocumentString<ReachRowsFragment, unknown>;
export const OutcomeChangeFragmentDoc = new TypedDocumentString(`
    fragment OutcomeChange on MeasureChange {
  __typename
  instrument
  informant
  pairs {
    __typename
    value
    display
    suppressed
  }
  missingAtEnd {
    __typename
    value
    display
    suppressed
  }
  meanBefore {
    __typename
    value
    display
    suppressed
  }
  meanAfter {
    __typename
    value
    display
    suppressed
  }
  effectSize {
    __typename
    value
    display
    suppressed
  }
  effectSizeLow {
    __typename
    value
    display
    suppressed
  }
  effectSizeHigh {
    __typename
    value
    display
    suppressed
  }
  improved {
    __typename
    value
    display
    suppressed
  }
  noReliableChange {
    __typename
    value
    display
    suppressed
  }
  deteriorated {
    __typename
    value
    display
    suppressed
  }
}
    `, {"fragmentName":"OutcomeChange"}) as unknown as TypedDocumentString<OutcomeChangeFragment, unknown>;
export const ReportRowFragmentDoc = new TypedDocumentString(`
    fragment ReportRow on OutcomeRow {
  __typename
  referred {
    __typename
    value
    display
    suppressed
  }
  accepted {
    __typename
    value
    display
    suppressed
  }
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  triagedInTime {
    __typename
    value
    display
    suppressed
  }
  contactedInTime {
    __typename
    value
    display
    suppressed
  }
  plannedInTime {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
  changes {
    __typename
    ...OutcomeChange
  }
}
    fragment OutcomeChange on MeasureChange {
  __typename
  instrument
  informant
  pairs {
    __typename
    value
    display
    suppressed
  }
  missingAtEnd {
    __typename
    value
    display
    suppressed
  }
  meanBefore {
    __typename
    value
    display
    suppressed
  }
  meanAfter {
    __typename
    value
    display
    suppressed
  }
  effectSize {
    __typename
    value
    display
    suppressed
  }
  effectSizeLow {
    __typename
    value
    display
    suppressed
  }
  effectSizeHigh {
    __typename
    value
    display
    suppressed
  }
  improved {
    __typename
    value
    display
    suppressed
  }
  noReliableChange {
    __typename
    value
    display
    suppressed
  }
  deteriorated {
    __typename
    value
    display
    suppressed
  }
}`, {"fragmentName":"ReportRow"}) as unknown as TypedDocumentString<ReportRowFragment, unknown>;
export const SummaryContactsFragmentDoc = new TypedDocumentString(`
    fragment SummaryContacts on OutcomeSummary {
  __typename
  contacts {
    __typename
    key {
      __typename
      label
      node {
        __typename
        id
      }
    }
    contacts {
      __typename
      value
      display
      suppressed
    }
    ofChildren {
      __typename
      value
      display
      suppressed
    }
    hours
  }
}
    `, {"fragmentName":"SummaryContacts"}) as unknown as TypedDocumentString<SummaryContactsFragment, unknown>;
export const ReportSummaryFragmentDoc = new TypedDocumentString(`
    fragment ReportSummary on OutcomeSummary {
  __typename
  release
  asAt
  rows {
    __typename
    key {
      __typename
      label
    }
    ...ReportRow
  }
  total {
    __typename
    key {
      __typename
      label
    }
    ...ReportRow
  }
  ...SummaryContacts
}
    fragment OutcomeChange on MeasureChange {
  __typename
  instrument
  informant
  pairs {
    __typename
    value
    display
    suppressed
  }
  missingAtEnd {
    __typename
    value
    display
    suppressed
  }
  meanBefore {
    __typename
    value
    display
    suppressed
  }
  meanAfter {
    __typename
    value
    display
    suppressed
  }
  effectSize {
    __typename
    value
    display
    suppressed
  }
  effectSizeLow {
    __typename
    value
    display
    suppressed
  }
  effectSizeHigh {
    __typename
    value
    display
    suppressed
  }
  improved {
    __typename
    value
    display
    suppressed
  }
  noReliableChange {
    __typename
    value
    display
    suppressed
  }
  deteriorated {
    __typename
    value
    display
    suppressed
  }
}
fragment SummaryContacts on OutcomeSummary {
  __typename
  contacts {
    __typename
    key {
      __typename
      label
      node {
        __typename
        id
      }
    }
    contacts {
      __typename
      value
      display
      suppressed
    }
    ofChildren {
      __typename
      value
      display
      suppressed
    }
    hours
  }
}
fragment ReportRow on OutcomeRow {
  __typename
  referred {
    __typename
    value
    display
    suppressed
  }
  accepted {
    __typename
    value
    display
    suppressed
  }
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  triagedInTime {
    __typename
    value
    display
    suppressed
  }
  contactedInTime {
    __typename
    value
    display
    suppressed
  }
  plannedInTime {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
  changes {
    __typename
    ...OutcomeChange
  }
}`, {"fragmentName":"ReportSummary"}) as unknown as TypedDocumentString<ReportSummaryFragment, unknown>;
export const ChangeChildFragmentDoc = new TypedDocumentString(`
    fragment ChangeChild on YoungPerson {
  __typename
  id
  version
  givenName
  familyName
  knownAs
  dateOfBirth
  school {
    __typename
    id
    name
  }
  address {
    __typename
    lines
    postcode
  }
}
    `, {"fragmentName":"ChangeChild"}) as unknown as TypedDocumentString<ChangeChildFragment, unknown>;
export const ConfirmationRowFragmentDoc = new TypedDocumentString(`
    fragment ConfirmationRow on GroupConfirmation {
  __typename
  organisation {
    __typename
    id
    name
  }
  group
  members
  led
  confirmedOn
  dueOn
  dueSoon
  overdue
}
    `, {"fragmentName":"ConfirmationRow"}) as unknown as TypedDocumentString<ConfirmationRowFragment, unknown>;
export const ConsentItemFragmentDoc = new TypedDocumentString(`
    fragment ConsentItem on Consent {
  __typename
  id
  version
  kind
  status
  givenBy
  reason
  scope
  decidedOn
  withdrawnOn
  expiresOn
  gillickReasons
  organisation {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"ConsentItem"}) as unknown as TypedDocumentString<ConsentItemFragment, unknown>;
export const InvitationRowFragmentDoc = new TypedDocumentString(`
    fragment InvitationRow on Invitation {
  __typename
  id
  name
  email
  group
  role
  lead
  from
  to
  status
  invitedAt
  linkExpiresAt
  mayApprove
  maySend
  organisation {
    __typename
    id
    name
  }
  invitedBy {
    __typename
    id
    name
  }
  approvedBy {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"InvitationRow"}) as unknown as TypedDocumentString<InvitationRowFragment, unknown>;
export const LinkRequestRowFragmentDoc = new TypedDocumentString(`
    fragment LinkRequestRow on LinkRequest {
  __typename
  id
  at
  user {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"LinkRequestRow"}) as unknown as TypedDocumentString<LinkRequestRowFragment, unknown>;
export const MemberRowFragmentDoc = new TypedDocumentString(`
    fragment MemberRow on Membership {
  __typename
  id
  group
  role
  lead
  from
  to
  lastSignedInAt
  mayEnd
  user {
    __typename
    id
    name
    jobTitle
  }
  organisation {
    __typename
    id
    name
  }
}
    `, {"fragmentName":"MemberRow"}) as unknown as TypedDocumentString<MemberRowFragment, unknown>;
export const RelationsFragmentDoc = new TypedDocumentString(`
    fragment Relations on YoungPerson {
  __typename
  relations {
    __typename
    kind
    source
    from
    reviewOn
    youngPerson {
      __typename
      id
      displayName
      reference
    }
  }
}
    `, {"fragmentName":"Relations"}) as unknown as TypedDocumentString<RelationsFragment, unknown>;
export const AddCaseNoteDocument = new TypedDocumentString(`
    mutation AddCaseNote($input: AddCaseNoteInput!) {
  addCaseNote(input: $input) {
    __typename
    note {
      __typename
      id
      case {
        __typename
        id
        lastNoteAt
        lastSeenOn
      }
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:091a217aa598fe4e727a00ee974679be07e8fdde4263b946cc6109fbbff2f9bf"}) as unknown as TypedDocumentString<AddCaseNoteMutation, AddCaseNoteMutationVariables>;
export const CaseworkersDocument = new TypedDocumentString(`
    query Caseworkers($organisationId: ID!) {
  users(
    filter: {organisationId: $organisationId, roles: [CASEWORKER]}
    first: 100
  ) {
    __typename
    nodes {
      __typename
      id
      name
      active
    }
  }
}
    `, {"hash":"sha256:085f5c89fe012f1522d33bad8d757180c085449a3f6ad4de25c158a50730657c"}) as unknown as TypedDocumentString<CaseworkersQuery, CaseworkersQueryVariables>;
export const AllocateCaseDocument = new TypedDocumentString(`
    mutation AllocateCase($input: AllocateCaseInput!) {
  allocateCase(input: $input) {
    __typename
    case {
      __typename
      id
      version
      status
      caseworker {
        __typename
        id
        name
      }
      coWorkers {
        __typename
        id
        name
      }
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:6903b58d26332e29b33766aafb94ac33e0635829b28360ec41a2d1ff0508687b"}) as unknown as TypedDocumentString<AllocateCaseMutation, AllocateCaseMutationVariables>;
export const AmendCaseNoteDocument = new TypedDocumentString(`
    mutation AmendCaseNote($input: AmendCaseNoteInput!) {
  amendCaseNote(input: $input) {
    __typename
    note {
      __typename
      id
      ...NoteItem
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment NoteItem on CaseNote {
  __typename
  id
  version
  kind
  occurredAt
  recordedAt
  body
  audience
  voided
  author {
    __typename
    id
    name
  }
  contact {
    __typename
    outcome
    childSeen
    seenAlone
    place
  }
  revisions {
    __typename
    body
    at
    by {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:3340c31ca0d3014390db124bc92ff91a36257a3ffb6b5933afe19e2354a7475b"}) as unknown as TypedDocumentString<AmendCaseNoteMutation, AmendCaseNoteMutationVariables>;
export const CaseMeasuresDocument = new TypedDocumentString(`
    query CaseMeasures($reference: String!) {
  case(reference: $reference) {
    __typename
    id
    status
    closedAt
    viewerCanKeepMeasures
    viewerCanFollowUp
    goals {
      __typename
      id
      ...Goal
    }
    measures {
      __typename
      id
      instrument
      informant
      stage
      version
      takenOn
      total
      value
      band
      notScored
      offence
      change
      subscales {
        __typename
        name
        score
        band
      }
    }
  }
}
    fragment Goal on Goal {
  __typename
  id
  title
  owner
  change
  ratings {
    __typename
    on
    rating
  }
}`, {"hash":"sha256:6a1522564052257dadd1ff3b7ba194742919803ec7eafb1b0c60ded597c1fb5e"}) as unknown as TypedDocumentString<CaseMeasuresQuery, CaseMeasuresQueryVariables>;
export const OneCaseDocument = new TypedDocumentString(`
    query OneCase($reference: String!) {
  case(reference: $reference) {
    __typename
    id
    reference
    version
    status
    viewerCanEdit
    viewerCanAllocate
    viewerCanPlace
    youngPerson {
      __typename
      id
      displayName
      age
      area {
        __typename
        id
      }
      ...Alerts
      ...Contacts
      consents {
        __typename
        id
        ...ConsentItem
      }
    }
    tasks(first: 50) {
      __typename
      nodes {
        __typename
        id
        done
        ...TaskRow
      }
    }
    safeguardingConcerns {
      __typename
      id
      ...Concern
    }
    enrolments(first: 50) {
      __typename
      nodes {
        __typename
        id
        ...CasePlace
      }
    }
    ...CaseSummary
    ...NoteReaders
    ...AllocateForm
  }
}
    fragment NoteReaders on Case {
  __typename
  id
  caseworker {
    __typename
    id
    name
  }
  coWorkers {
    __typename
    id
    name
  }
}
fragment AllocateForm on Case {
  __typename
  id
  version
  caseworker {
    __typename
    id
    name
  }
  coWorkers {
    __typename
    id
    name
  }
}
fragment CaseSummary on Case {
  __typename
  id
  pathway
  openedAt
  closedAt
  lastNoteAt
  lastSeenOn
  contactAttempts
  nextDueOn
  caseworker {
    __typename
    id
    name
    phone
  }
  coWorkers {
    __typename
    id
    name
  }
  controller {
    __typename
    id
    name
  }
  youngPerson {
    __typename
    id
    reference
    knownAs
    dateOfBirth
    age
    yearGroup
    school {
      __typename
      id
      name
    }
    address {
      __typename
      lines
      postcode
    }
  }
  referral {
    __typename
    id
    reference
    submittedAt
    trigger
    mainFactor
    sourceOrganisation {
      __typename
      id
      name
    }
  }
  previousCase {
    __typename
    id
    reference
  }
}
fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}
fragment TaskRow on Task {
  __typename
  id
  version
  title
  dueOn
  at
  place
  done
  overdue
  assignee {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    youngPerson {
      __typename
      id
      displayName
    }
  }
  referral {
    __typename
    id
    reference
    child {
      __typename
      id
      displayName
    }
  }
}
fragment CasePlace on Enrolment {
  __typename
  id
  version
  status
  position
  positionReason
  priorityReason
  passedOver
  offerExpiresAt
  startedOn
  endedOn
  viewerCanAnswer
  viewerCanConfirm
  viewerCanEnd
  viewerCanAnswerRemoval
  removalAsked {
    __typename
    on
    reason
  }
  offering {
    __typename
    id
    startsOn
    schedule
    venue
    programme {
      __typename
      id
      title
      provider {
        __typename
        id
        name
      }
    }
  }
}
fragment Alerts on YoungPerson {
  __typename
  restricted
  alerts {
    __typename
    id
    kind
    text
    from
    reviewOn
  }
}
fragment ConsentItem on Consent {
  __typename
  id
  version
  kind
  status
  givenBy
  reason
  scope
  decidedOn
  withdrawnOn
  expiresOn
  gillickReasons
  organisation {
    __typename
    id
    name
  }
}
fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}`, {"hash":"sha256:8999959274291954ab8b214aeb590c298242c166b58bd0822f178a789936eea3"}) as unknown as TypedDocumentString<OneCaseQuery, OneCaseQueryVariables>;
export const SetGoalDocument = new TypedDocumentString(`
    mutation SetGoal($input: SetGoalInput!) {
  setGoal(input: $input) {
    __typename
    goal {
      __typename
      id
      ...Goal
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment Goal on Goal {
  __typename
  id
  title
  owner
  change
  ratings {
    __typename
    on
    rating
  }
}`, {"hash":"sha256:89bfffb4ccc98886606f6bdf7358e4ad89841e1693c4d8443232c256db0694ff"}) as unknown as TypedDocumentString<SetGoalMutation, SetGoalMutationVariables>;
export const RateGoalDocument = new TypedDocumentString(`
    mutation RateGoal($input: RateGoalInput!) {
  rateGoal(input: $input) {
    __typename
    goal {
      __typename
      id
      ...Goal
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment Goal on Goal {
  __typename
  id
  title
  owner
  change
  ratings {
    __typename
    on
    rating
  }
}`, {"hash":"sha256:68d9d7af1d7d41bd2c868152b90a1585e0c9978ead38436fa93e7279bfabb809"}) as unknown as TypedDocumentString<RateGoalMutation, RateGoalMutationVariables>;
export const RecordMeasureDocument = new TypedDocumentString(`
    mutation RecordMeasure($input: RecordMeasureInput!) {
  recordMeasure(input: $input) {
    __typename
    measure {
      __typename
      id
      total
      notScored
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:70a312d541e26a8187da31c8f937d2b6838f7966e5b2b949abc6ecc2c84c98b4"}) as unknown as TypedDocumentString<RecordMeasureMutation, RecordMeasureMutationVariables>;
export const NoteDraftsDocument = new TypedDocumentString(`
    query NoteDrafts {
  viewer {
    __typename
    user {
      __typename
      id
    }
    drafts {
      __typename
      id
      kind
      content
      about {
        __typename
        id
      }
    }
  }
}
    `, {"hash":"sha256:d638714c78e0bb7619c9aa798a46d9c0cc296fc1c011d63badc313181bccbb4e"}) as unknown as TypedDocumentString<NoteDraftsQuery, NoteDraftsQueryVariables>;
export const SaveNoteDraftDocument = new TypedDocumentString(`
    mutation SaveNoteDraft($input: SaveDraftInput!) {
  saveDraft(input: $input) {
    __typename
    draft {
      __typename
      id
      savedAt
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:184f9cea054f19ad49f46fee0572ce7d4a91acc3baec67fe0d71bc26960482e3"}) as unknown as TypedDocumentString<SaveNoteDraftMutation, SaveNoteDraftMutationVariables>;
export const DiscardNoteDraftDocument = new TypedDocumentString(`
    mutation DiscardNoteDraft($input: DiscardDraftInput!) {
  discardDraft(input: $input) {
    __typename
    draft {
      __typename
      id
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:83d92753c6e2275eb980dfe1a1cdfcec99985d9ab44e9b43b409a3296668d421"}) as unknown as TypedDocumentString<DiscardNoteDraftMutation, DiscardNoteDraftMutationVariables>;
export const CaseTimelineDocument = new TypedDocumentString(`
    query CaseTimeline($reference: String!, $kinds: [TimelineKind!], $first: Int, $after: String, $last: Int, $before: String) {
  case(reference: $reference) {
    __typename
    id
    timeline(
      kinds: $kinds
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      __typename
      nodes {
        __typename
        id
        at
        kind
        title
        by {
          __typename
          id
          name
        }
        subject {
          id
          __typename
          ... on CaseNote {
            __typename
            ...NoteItem
          }
          ... on Session {
            __typename
            startsAt
            offering {
              __typename
              id
              programme {
                __typename
                id
                title
              }
            }
            notes {
              __typename
              author {
                __typename
                id
              }
              at
              body
            }
          }
          ... on Enrolment {
            __typename
            offering {
              __typename
              id
              programme {
                __typename
                id
                title
              }
            }
          }
        }
      }
      pageInfo {
        __typename
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    fragment NoteItem on CaseNote {
  __typename
  id
  version
  kind
  occurredAt
  recordedAt
  body
  audience
  voided
  author {
    __typename
    id
    name
  }
  contact {
    __typename
    outcome
    childSeen
    seenAlone
    place
  }
  revisions {
    __typename
    body
    at
    by {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:9913143eb287817d07412db1ec344d5ee3c92964528a887b53a457d6b57e9740"}) as unknown as TypedDocumentString<CaseTimelineQuery, CaseTimelineQueryVariables>;
export const ResolveSafeguardingConcernDocument = new TypedDocumentString(`
    mutation ResolveSafeguardingConcern($input: ResolveSafeguardingConcernInput!) {
  resolveSafeguardingConcern(input: $input) {
    __typename
    safeguardingConcern {
      __typename
      id
      ...Concern
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}`, {"hash":"sha256:290eebe809126835dd32526fef94dc2fb7c42a2a7e9667fc9452ad1863ae0b56"}) as unknown as TypedDocumentString<ResolveSafeguardingConcernMutation, ResolveSafeguardingConcernMutationVariables>;
export const ConcernsDocument = new TypedDocumentString(`
    query Concerns($open: Boolean) {
  safeguardingConcerns(open: $open, first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...Concern
      youngPerson {
        __typename
        id
        displayName
      }
      case {
        __typename
        id
        reference
      }
      referral {
        __typename
        id
        reference
      }
    }
  }
}
    fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}`, {"hash":"sha256:cf530076f5e9330690c1b78b4dde4fc9e9caac24d033aed3bb6246606c6442e8"}) as unknown as TypedDocumentString<ConcernsQuery, ConcernsQueryVariables>;
export const RaiseSafeguardingConcernDocument = new TypedDocumentString(`
    mutation RaiseSafeguardingConcern($input: RaiseSafeguardingConcernInput!) {
  raiseSafeguardingConcern(input: $input) {
    __typename
    safeguardingConcern {
      __typename
      id
      referral {
        __typename
        id
        safeguardingConcerns {
          __typename
          id
        }
      }
      case {
        __typename
        id
        safeguardingConcerns {
          __typename
          id
        }
      }
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:96c97bc4b6d244a7a4dbed02cec048e5e1e993ea2ea349f557e429e4f9d88041"}) as unknown as TypedDocumentString<RaiseSafeguardingConcernMutation, RaiseSafeguardingConcernMutationVariables>;
export const FrontDoorsDocument = new TypedDocumentString(`
    query FrontDoors {
  organisations(filter: {kinds: [LOCAL_AUTHORITY]}, first: 20) {
    __typename
    nodes {
      __typename
      id
      name
      frontDoors {
        __typename
        name
        phone
        hours
        openNow
      }
    }
  }
}
    `, {"hash":"sha256:7778127cc3baed76fb2a311f4c8fb3c05060c1dcbc4a7d6e3aa7fdfcc069528d"}) as unknown as TypedDocumentString<FrontDoorsQuery, FrontDoorsQueryVariables>;
export const EarlierReferralsDocument = new TypedDocumentString(`
    query EarlierReferrals($text: String!) {
  referrals(filter: {text: $text}, first: 10) {
    __typename
    nodes {
      __typename
      id
      reference
      stage
      submittedAt
      child {
        __typename
        id
        dateOfBirth
      }
    }
  }
}
    `, {"hash":"sha256:6cfe215f61226db7522c4a7ca6c632099dfd81f3a685ee4914b334af14848b3f"}) as unknown as TypedDocumentString<EarlierReferralsQuery, EarlierReferralsQueryVariables>;
export const DraftsDocument = new TypedDocumentString(`
    query Drafts {
  viewer {
    __typename
    user {
      __typename
      id
    }
    drafts {
      __typename
      id
      kind
      content
      savedAt
    }
  }
}
    `, {"hash":"sha256:a2c402f87df9aceed697e7e516e0d184d5c6e66447f0af0f86b13ab5ebc06e99"}) as unknown as TypedDocumentString<DraftsQuery, DraftsQueryVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($input: SaveDraftInput!) {
  saveDraft(input: $input) {
    __typename
    draft {
      __typename
      id
      savedAt
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:5831f2101b9d02ceed6f9c24276505327b27cc7b58706a11dcf0554b33b0d743"}) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const DiscardDraftDocument = new TypedDocumentString(`
    mutation DiscardDraft($input: DiscardDraftInput!) {
  discardDraft(input: $input) {
    __typename
    draft {
      __typename
      id
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:a625b23332f3a76132e5d31ca305bb3845411ded400755049a48dfcde88cdc97"}) as unknown as TypedDocumentString<DiscardDraftMutation, DiscardDraftMutationVariables>;
export const ReceivingServicesDocument = new TypedDocumentString(`
    query ReceivingServices {
  organisations(filter: {kinds: [YOUTH_JUSTICE_SERVICE]}, first: 20) {
    __typename
    nodes {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"sha256:35a098c4540ca4e4b70772f3934db52af698c0bdc024f9feb0ac4a39f332c7c7"}) as unknown as TypedDocumentString<ReceivingServicesQuery, ReceivingServicesQueryVariables>;
export const SubmitReferralDocument = new TypedDocumentString(`
    mutation SubmitReferral($input: SubmitReferralInput!) {
  submitReferral(input: $input) {
    __typename
    referral {
      __typename
      id
      reference
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:194eb7fe3b90ac33bf8f8fbc719d19c0b2c6dbd724d390dd16daef3cc0ccbba4"}) as unknown as TypedDocumentString<SubmitReferralMutation, SubmitReferralMutationVariables>;
export const RequestedProgrammeDocument = new TypedDocumentString(`
    query RequestedProgramme($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Programme {
      __typename
      title
    }
  }
}
    `, {"hash":"sha256:52966f158d2d78f444df9e09c3b5a9d53d118b691b7108a42f94c65f44987bae"}) as unknown as TypedDocumentString<RequestedProgrammeQuery, RequestedProgrammeQueryVariables>;
export const ReferralSentDocument = new TypedDocumentString(`
    query ReferralSent($reference: String!) {
  referral(reference: $reference) {
    __typename
    id
    reference
    urgency
    triageDueAt
    services {
      __typename
      id
      name
    }
    contactPoint {
      __typename
      name
      phone
      hours
      openNow
    }
  }
}
    `, {"hash":"sha256:bdbfa5be9858d1e0f7aea4c9a4a9d18b6dc0d440928a8f341760c908d5c37b7f"}) as unknown as TypedDocumentString<ReferralSentQuery, ReferralSentQueryVariables>;
export const OneReferralDocument = new TypedDocumentString(`
    query OneReferral($reference: String!) {
  referral(reference: $reference) {
    __typename
    id
    status
    ...SentReferral
    ...TriageReferral
  }
}
    fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}
fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
fragment SentReferral on Referral {
  __typename
  id
  reference
  version
  stage
  urgency
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  child {
    __typename
    id
    displayName
  }
  services {
    __typename
    id
    name
  }
  contactPoint {
    __typename
    name
    phone
    hours
    openNow
  }
  decision {
    __typename
    decidedAt
    redirectedTo
  }
  viewerCanWithdraw
  viewerCanAddInformation
  viewerCanChallenge
  ...ReferralMessages
  ...ReferralContent
}
fragment DecisionForm on Referral {
  __typename
  id
  version
  trigger
  status
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    displayName
  }
  safeguardingConcerns {
    __typename
    id
    open
  }
}
fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}
fragment TriageActs on Referral {
  __typename
  id
  version
  services {
    __typename
    id
    name
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedBy {
      __typename
      id
      name
    }
  }
  ...DecisionForm
}
fragment TriageReferral on Referral {
  __typename
  id
  reference
  version
  status
  urgency
  overdue
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  awaitingCountersign
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    reference
    displayName
    ...Alerts
    ...Contacts
  }
  services {
    __typename
    id
    name
  }
  owner {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    status
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedAt
    redirectedTo
    redirectConfirmedAt
    decidedBy {
      __typename
      id
      name
    }
    countersignedBy {
      __typename
      id
      name
    }
  }
  safeguardingConcerns {
    __typename
    id
    ...Concern
  }
  history {
    __typename
    from
    to
    at
    reason
    by {
      __typename
      id
      name
    }
  }
  viewerCanTriage
  viewerCanCountersign
  ...TakeButton
  ...TriageActs
  ...ReferralMessages
  ...ReferralContent
}
fragment Alerts on YoungPerson {
  __typename
  restricted
  alerts {
    __typename
    id
    kind
    text
    from
    reviewOn
  }
}
fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}`, {"hash":"sha256:5fab13a26ce88c9fb4fc4c8601385c43851b972ac3ebb5d93b8e6acce5a023c1"}) as unknown as TypedDocumentString<OneReferralQuery, OneReferralQueryVariables>;
export const AddReferralInformationDocument = new TypedDocumentString(`
    mutation AddReferralInformation($input: ReferralTextInput!) {
  addReferralInformation(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...SentReferral
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
fragment SentReferral on Referral {
  __typename
  id
  reference
  version
  stage
  urgency
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  child {
    __typename
    id
    displayName
  }
  services {
    __typename
    id
    name
  }
  contactPoint {
    __typename
    name
    phone
    hours
    openNow
  }
  decision {
    __typename
    decidedAt
    redirectedTo
  }
  viewerCanWithdraw
  viewerCanAddInformation
  viewerCanChallenge
  ...ReferralMessages
  ...ReferralContent
}`, {"hash":"sha256:3431e718c823022cbfab59c618a196ada035e06a5e878c548fdf26f22a317469"}) as unknown as TypedDocumentString<AddReferralInformationMutation, AddReferralInformationMutationVariables>;
export const WithdrawReferralDocument = new TypedDocumentString(`
    mutation WithdrawReferral($input: WithdrawReferralInput!) {
  withdrawReferral(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...SentReferral
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
fragment SentReferral on Referral {
  __typename
  id
  reference
  version
  stage
  urgency
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  child {
    __typename
    id
    displayName
  }
  services {
    __typename
    id
    name
  }
  contactPoint {
    __typename
    name
    phone
    hours
    openNow
  }
  decision {
    __typename
    decidedAt
    redirectedTo
  }
  viewerCanWithdraw
  viewerCanAddInformation
  viewerCanChallenge
  ...ReferralMessages
  ...ReferralContent
}`, {"hash":"sha256:1a7135e4705e7b6b511b13c6a47a02b8d07aa8055006abf507409631c74bf132"}) as unknown as TypedDocumentString<WithdrawReferralMutation, WithdrawReferralMutationVariables>;
export const ChallengeDecisionDocument = new TypedDocumentString(`
    mutation ChallengeDecision($input: ReferralTextInput!) {
  challengeDecision(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...SentReferral
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
fragment SentReferral on Referral {
  __typename
  id
  reference
  version
  stage
  urgency
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  child {
    __typename
    id
    displayName
  }
  services {
    __typename
    id
    name
  }
  contactPoint {
    __typename
    name
    phone
    hours
    openNow
  }
  decision {
    __typename
    decidedAt
    redirectedTo
  }
  viewerCanWithdraw
  viewerCanAddInformation
  viewerCanChallenge
  ...ReferralMessages
  ...ReferralContent
}`, {"hash":"sha256:3cfc21c49853f057e83dbf88a37e4af25966437cec85e272a13a5d3984365194"}) as unknown as TypedDocumentString<ChallengeDecisionMutation, ChallengeDecisionMutationVariables>;
export const SentReferralsDocument = new TypedDocumentString(`
    query SentReferrals($filter: ReferralFilter, $first: Int, $after: String, $last: Int, $before: String) {
  referrals(
    filter: $filter
    orderBy: NEWEST
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...SentRow
    }
    pageInfo {
      __typename
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  asked: referrals(filter: {stages: [QUESTION_FOR_YOU]}, first: 1) {
    __typename
    totalCount
  }
}
    fragment SentRow on Referral {
  __typename
  id
  reference
  stage
  urgency
  submittedAt
  answerDueOn
  child {
    __typename
    id
    displayName
  }
  services {
    __typename
    id
    name
  }
  contactPoint {
    __typename
    name
    phone
  }
}`, {"hash":"sha256:0f62dfcf727ab467f60bb8e4e89650ea14dac6866e6ba0d0f7bce1de3ce12f15"}) as unknown as TypedDocumentString<SentReferralsQuery, SentReferralsQueryVariables>;
export const ColleaguesDocument = new TypedDocumentString(`
    query Colleagues($organisationId: ID!) {
  users(
    filter: {organisationId: $organisationId, roles: [CASEWORKER, TRIAGE_OFFICER, TEAM_MANAGER]}
    first: 100
  ) {
    __typename
    nodes {
      __typename
      id
      name
      active
    }
  }
}
    `, {"hash":"sha256:57aef7cdcd57ee1f9e4e15cd8754fbfee5525cf10eb7d8c1f6b67aae0f33689b"}) as unknown as TypedDocumentString<ColleaguesQuery, ColleaguesQueryVariables>;
export const CreateTaskDocument = new TypedDocumentString(`
    mutation CreateTask($input: CreateTaskInput!) {
  createTask(input: $input) {
    __typename
    task {
      __typename
      id
      ...TaskRow
      case {
        __typename
        id
        nextDueOn
      }
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment TaskRow on Task {
  __typename
  id
  version
  title
  dueOn
  at
  place
  done
  overdue
  assignee {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    youngPerson {
      __typename
      id
      displayName
    }
  }
  referral {
    __typename
    id
    reference
    child {
      __typename
      id
      displayName
    }
  }
}`, {"hash":"sha256:7d3e0d18666140c170f4c2d359684a04af4e21c0c1c2c051c05f3ffd3662a5f8"}) as unknown as TypedDocumentString<CreateTaskMutation, CreateTaskMutationVariables>;
export const CompleteTaskDocument = new TypedDocumentString(`
    mutation CompleteTask($input: CompleteTaskInput!) {
  completeTask(input: $input) {
    __typename
    task {
      __typename
      id
      ...TaskRow
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment TaskRow on Task {
  __typename
  id
  version
  title
  dueOn
  at
  place
  done
  overdue
  assignee {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    youngPerson {
      __typename
      id
      displayName
    }
  }
  referral {
    __typename
    id
    reference
    child {
      __typename
      id
      displayName
    }
  }
}`, {"hash":"sha256:231cb51a18c035e50fd9e0273db0a8c2fd70809db8371b767eaf6637d59d41fe"}) as unknown as TypedDocumentString<CompleteTaskMutation, CompleteTaskMutationVariables>;
export const TasksDocument = new TypedDocumentString(`
    query Tasks($filter: TaskFilter) {
  tasks(filter: $filter, first: 100) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...TaskRow
    }
  }
  overdue: tasks(filter: {mine: true, done: false, overdue: true}, first: 1) {
    __typename
    totalCount
  }
  mine: tasks(filter: {mine: true, done: false}, first: 1) {
    __typename
    totalCount
  }
}
    fragment TaskRow on Task {
  __typename
  id
  version
  title
  dueOn
  at
  place
  done
  overdue
  assignee {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    youngPerson {
      __typename
      id
      displayName
    }
  }
  referral {
    __typename
    id
    reference
    child {
      __typename
      id
      displayName
    }
  }
}`, {"hash":"sha256:ee163552d744a29c60da76fd4d42f4e505b4dceeea4140de580f7c2431b19e84"}) as unknown as TypedDocumentString<TasksQuery, TasksQueryVariables>;
export const TriageReferralDocument = new TypedDocumentString(`
    mutation TriageReferral($input: TriageReferralInput!) {
  triageReferral(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...TriageReferral
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}
fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
fragment DecisionForm on Referral {
  __typename
  id
  version
  trigger
  status
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    displayName
  }
  safeguardingConcerns {
    __typename
    id
    open
  }
}
fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}
fragment TriageActs on Referral {
  __typename
  id
  version
  services {
    __typename
    id
    name
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedBy {
      __typename
      id
      name
    }
  }
  ...DecisionForm
}
fragment TriageReferral on Referral {
  __typename
  id
  reference
  version
  status
  urgency
  overdue
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  awaitingCountersign
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    reference
    displayName
    ...Alerts
    ...Contacts
  }
  services {
    __typename
    id
    name
  }
  owner {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    status
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedAt
    redirectedTo
    redirectConfirmedAt
    decidedBy {
      __typename
      id
      name
    }
    countersignedBy {
      __typename
      id
      name
    }
  }
  safeguardingConcerns {
    __typename
    id
    ...Concern
  }
  history {
    __typename
    from
    to
    at
    reason
    by {
      __typename
      id
      name
    }
  }
  viewerCanTriage
  viewerCanCountersign
  ...TakeButton
  ...TriageActs
  ...ReferralMessages
  ...ReferralContent
}
fragment Alerts on YoungPerson {
  __typename
  restricted
  alerts {
    __typename
    id
    kind
    text
    from
    reviewOn
  }
}
fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}`, {"hash":"sha256:6a648e73ab726cb5cc4b2e5579c80a300c6a6d4d01308a08e604e5e325e188bb"}) as unknown as TypedDocumentString<TriageReferralMutation, TriageReferralMutationVariables>;
export const FindChildDocument = new TypedDocumentString(`
    query FindChild($search: String!) {
  youngPeople(search: $search, first: 10) {
    __typename
    nodes {
      __typename
      id
      reference
      displayName
      dateOfBirth
      school {
        __typename
        id
        name
      }
      cases(first: 10) {
        __typename
        nodes {
          __typename
          id
          reference
          status
          openedAt
        }
      }
      referrals(first: 20) {
        __typename
        nodes {
          __typename
          id
          reference
          status
          submittedAt
          trigger
        }
      }
    }
  }
}
    `, {"hash":"sha256:b2ab21de92c0801b5b29822d20116f4588f3d711f34a2af6823ab421fb1326b9"}) as unknown as TypedDocumentString<FindChildQuery, FindChildQueryVariables>;
export const TakeReferralDocument = new TypedDocumentString(`
    mutation TakeReferral($input: ReferralVersionInput!) {
  takeReferral(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...TakeButton
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}`, {"hash":"sha256:d91babd2938c19dddfc7d1585d984d08f0605f6a55f35238d3715fe4a781250d"}) as unknown as TypedDocumentString<TakeReferralMutation, TakeReferralMutationVariables>;
export const ReleaseReferralDocument = new TypedDocumentString(`
    mutation ReleaseReferral($input: ReferralVersionInput!) {
  releaseReferral(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...TakeButton
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}`, {"hash":"sha256:d2c81c12a395294852c36b4fbf45663a766db56d2456c5592ea83c51fba55aa0"}) as unknown as TypedDocumentString<ReleaseReferralMutation, ReleaseReferralMutationVariables>;
export const ServicesDocument = new TypedDocumentString(`
    query Services {
  organisations(filter: {kinds: [YOUTH_JUSTICE_SERVICE]}, first: 20) {
    __typename
    nodes {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"sha256:bc8b38528306adcbe21a4f1ad1d844f296b3b0464d25c800e0e3ddc66845ce6f"}) as unknown as TypedDocumentString<ServicesQuery, ServicesQueryVariables>;
export const PassReferralDocument = new TypedDocumentString(`
    mutation PassReferral($input: PassReferralInput!) {
  passReferral(input: $input) {
    __typename
    referral {
      __typename
      id
      version
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:07611b8ec60e58edb739ac88890c7b5c42e397e811b59cb0950d1fb5b553c89f"}) as unknown as TypedDocumentString<PassReferralMutation, PassReferralMutationVariables>;
export const MessageReferrerDocument = new TypedDocumentString(`
    mutation MessageReferrer($input: ReferralTextInput!) {
  messageReferrer(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...ReferralMessages
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}`, {"hash":"sha256:2db8c75e25fc80ff9bd36282759d6d240a54533c334d3ede3d1b3c22f8bfeff0"}) as unknown as TypedDocumentString<MessageReferrerMutation, MessageReferrerMutationVariables>;
export const CountersignDecisionDocument = new TypedDocumentString(`
    mutation CountersignDecision($input: CountersignInput!) {
  countersignDecision(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...TriageReferral
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}
fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
fragment DecisionForm on Referral {
  __typename
  id
  version
  trigger
  status
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    displayName
  }
  safeguardingConcerns {
    __typename
    id
    open
  }
}
fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}
fragment TriageActs on Referral {
  __typename
  id
  version
  services {
    __typename
    id
    name
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedBy {
      __typename
      id
      name
    }
  }
  ...DecisionForm
}
fragment TriageReferral on Referral {
  __typename
  id
  reference
  version
  status
  urgency
  overdue
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  awaitingCountersign
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    reference
    displayName
    ...Alerts
    ...Contacts
  }
  services {
    __typename
    id
    name
  }
  owner {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    status
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedAt
    redirectedTo
    redirectConfirmedAt
    decidedBy {
      __typename
      id
      name
    }
    countersignedBy {
      __typename
      id
      name
    }
  }
  safeguardingConcerns {
    __typename
    id
    ...Concern
  }
  history {
    __typename
    from
    to
    at
    reason
    by {
      __typename
      id
      name
    }
  }
  viewerCanTriage
  viewerCanCountersign
  ...TakeButton
  ...TriageActs
  ...ReferralMessages
  ...ReferralContent
}
fragment Alerts on YoungPerson {
  __typename
  restricted
  alerts {
    __typename
    id
    kind
    text
    from
    reviewOn
  }
}
fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}`, {"hash":"sha256:43e76c7e520c2cb105d1f334e82f6b1682495e293b6f41cf21db96025d136adc"}) as unknown as TypedDocumentString<CountersignDecisionMutation, CountersignDecisionMutationVariables>;
export const ConfirmRedirectDocument = new TypedDocumentString(`
    mutation ConfirmRedirect($input: ConfirmRedirectInput!) {
  confirmRedirect(input: $input) {
    __typename
    referral {
      __typename
      id
      version
      ...TriageReferral
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment Concern on SafeguardingConcern {
  __typename
  id
  version
  kind
  aboutName
  immediateDanger
  text
  raisedAt
  decisionDueOn
  outcome
  open
  about {
    __typename
    id
    name
  }
  raisedBy {
    __typename
    id
    name
  }
  calls {
    __typename
    agency
    calledAt
    spokeTo
    reference
  }
}
fragment ReferralMessages on Referral {
  __typename
  messages {
    __typename
    at
    from {
      __typename
      id
      name
    }
    by {
      __typename
      id
      name
    }
    kind
    text
  }
}
fragment ReferralContent on Referral {
  __typename
  child {
    __typename
    id
    givenName
    familyName
    dateOfBirth
    dateOfBirthEstimated
    sex
    school {
      __typename
      id
      name
    }
  }
  source
  sourceOrganisation {
    __typename
    id
    name
  }
  referrer {
    __typename
    id
    name
    jobTitle
    phone
  }
  trigger
  triggeredOn
  mainFactor
  factors
  strengths
  evidence {
    __typename
    code
    text
  }
  whatHappened
  triedSoFar
  childView
  parentView
  weapon
  harm
  socialCare
  education {
    __typename
    onRoll
    attendancePercent
    suspensionsThisYear
    permanentlyExcluded
    weeklyHoursIfPartTime
    specialNeeds
    actualYearGroup
  }
  professionals {
    __typename
    name
    role
    organisation
    phone
    lead
  }
  communicationNeeds
  interpreterNeeded
  risksToVisitors
  parentAware
  parentNotTold
  externalReference
  requestedProgramme {
    __typename
    id
    title
  }
}
fragment DecisionForm on Referral {
  __typename
  id
  version
  trigger
  status
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    displayName
  }
  safeguardingConcerns {
    __typename
    id
    open
  }
}
fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}
fragment TriageActs on Referral {
  __typename
  id
  version
  services {
    __typename
    id
    name
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedBy {
      __typename
      id
      name
    }
  }
  ...DecisionForm
}
fragment TriageReferral on Referral {
  __typename
  id
  reference
  version
  status
  urgency
  overdue
  submittedAt
  triageDueAt
  answerDueOn
  acknowledgedAt
  awaitingCountersign
  child {
    __typename
    id
    displayName
  }
  youngPerson {
    __typename
    id
    reference
    displayName
    ...Alerts
    ...Contacts
  }
  services {
    __typename
    id
    name
  }
  owner {
    __typename
    id
    name
  }
  case {
    __typename
    id
    reference
    status
  }
  decision {
    __typename
    outcome
    reason
    rationale
    feedback
    decidedAt
    redirectedTo
    redirectConfirmedAt
    decidedBy {
      __typename
      id
      name
    }
    countersignedBy {
      __typename
      id
      name
    }
  }
  safeguardingConcerns {
    __typename
    id
    ...Concern
  }
  history {
    __typename
    from
    to
    at
    reason
    by {
      __typename
      id
      name
    }
  }
  viewerCanTriage
  viewerCanCountersign
  ...TakeButton
  ...TriageActs
  ...ReferralMessages
  ...ReferralContent
}
fragment Alerts on YoungPerson {
  __typename
  restricted
  alerts {
    __typename
    id
    kind
    text
    from
    reviewOn
  }
}
fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}`, {"hash":"sha256:5e4f7e8f7b60626292d86411e77cff47082382367e52a4d6641f9bcaa0af7f49"}) as unknown as TypedDocumentString<ConfirmRedirectMutation, ConfirmRedirectMutationVariables>;
export const QueueDocument = new TypedDocumentString(`
    query Queue($filter: ReferralFilter, $orderBy: ReferralOrder, $first: Int, $after: String, $last: Int, $before: String) {
  referrals(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...QueueRow
    }
    pageInfo {
      __typename
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  unowned: referrals(
    filter: {unowned: true, statuses: [SUBMITTED, INFO_REQUESTED]}
    first: 1
  ) {
    __typename
    totalCount
  }
  mine: referrals(
    filter: {mine: true, statuses: [SUBMITTED, INFO_REQUESTED]}
    first: 1
  ) {
    __typename
    totalCount
  }
  overdue: referrals(filter: {overdue: true}, first: 1) {
    __typename
    totalCount
  }
  waiting: referrals(filter: {statuses: [SUBMITTED, INFO_REQUESTED]}, first: 1) {
    __typename
    totalCount
  }
}
    fragment TakeButton on Referral {
  __typename
  id
  version
  status
  viewerCanTriage
  owner {
    __typename
    id
    name
  }
  child {
    __typename
    id
    displayName
  }
}
fragment QueueRow on Referral {
  __typename
  id
  reference
  status
  urgency
  overdue
  submittedAt
  triageDueAt
  answerDueOn
  mainFactor
  awaitingCountersign
  child {
    __typename
    id
    displayName
    dateOfBirth
  }
  owner {
    __typename
    id
    name
  }
  sourceOrganisation {
    __typename
    id
    name
  }
  services {
    __typename
    id
    name
  }
  ...TakeButton
}`, {"hash":"sha256:710017fb1f6bbaffab49d9e4e3339cd8b71d665718f5669b1a41dfc1ac0588e1"}) as unknown as TypedDocumentString<QueueQuery, QueueQueryVariables>;
export const WorkLookedDocument = new TypedDocumentString(`
    query WorkLooked {
  viewer {
    __typename
    workLookedAt
  }
}
    `, {"hash":"sha256:25b825c17e194036b2b306ae8c45e3feb85deeacbc1559167bfd2a3370f91e60"}) as unknown as TypedDocumentString<WorkLookedQuery, WorkLookedQueryVariables>;
export const MarkWorkLookedDocument = new TypedDocumentString(`
    mutation MarkWorkLooked {
  markWorkLooked {
    __typename
    lookedAt
  }
}
    `, {"hash":"sha256:050b60d2bbc797ebb740bb0f0eece879e671f3d73f01a19d292197383abfaeaf"}) as unknown as TypedDocumentString<MarkWorkLookedMutation, MarkWorkLookedMutationVariables>;
export const TeamDocument = new TypedDocumentString(`
    query Team($decisions: Boolean!, $filter: CaseFilter, $first: Int, $after: String, $last: Int, $before: String) {
  cases(
    filter: $filter
    orderBy: NEXT_DUE
    first: $first
    after: $after
    last: $last
    before: $before
  ) @skip(if: $decisions) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...CaseRow
    }
    pageInfo {
      __typename
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  decisions: referrals(
    filter: {awaitingCountersign: true}
    orderBy: OLDEST
    first: $first
    after: $after
    last: $last
    before: $before
  ) @include(if: $decisions) {
    __typename
    nodes {
      __typename
      id
      ...CountersignRow
    }
    pageInfo {
      __typename
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  waiting: referrals(filter: {awaitingCountersign: true}, first: 1) {
    __typename
    totalCount
  }
  unallocated: cases(filter: {unallocated: true}, first: 1) {
    __typename
    totalCount
  }
  unseen: cases(filter: {notSeenForDays: 28}, first: 1) {
    __typename
    totalCount
  }
  tasks(filter: {mine: true, done: false}, first: 1) {
    __typename
    totalCount
  }
}
    fragment CaseRow on Case {
  __typename
  id
  reference
  status
  pathway
  nextDueOn
  lastSeenOn
  lastNoteAt
  openedAt
  youngPerson {
    __typename
    id
    displayName
    age
    school {
      __typename
      id
      name
    }
  }
  caseworker {
    __typename
    id
    name
  }
}
fragment CountersignRow on Referral {
  __typename
  id
  reference
  viewerCanCountersign
  child {
    __typename
    id
    displayName
  }
  sourceOrganisation {
    __typename
    id
    name
  }
  decision {
    __typename
    outcome
    reason
    decidedAt
    decidedBy {
      __typename
      id
      name
    }
  }
}`, {"hash":"sha256:02b1d49da3f8c76781b928a506233f5bf8581b0757d59875e9d15a4fc3f7a163"}) as unknown as TypedDocumentString<TeamQuery, TeamQueryVariables>;
export const TeamWorkersDocument = new TypedDocumentString(`
    query TeamWorkers($organisationId: ID!) {
  users(
    filter: {organisationId: $organisationId, roles: [CASEWORKER]}
    first: 100
  ) {
    __typename
    nodes {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"sha256:19a56272348dcb3f6a98d1d25800d497ef9b33440b93316605eb1a34e79bba26"}) as unknown as TypedDocumentString<TeamWorkersQuery, TeamWorkersQueryVariables>;
export const WorkDocument = new TypedDocumentString(`
    query Work($statuses: [CaseStatus!], $since: DateTime) {
  cases(filter: {mine: true, statuses: $statuses}, orderBy: NEXT_DUE, first: 100) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...CaseRow
    }
  }
  covering: cases(
    filter: {covering: true, statuses: $statuses}
    orderBy: NEXT_DUE
    first: 100
  ) {
    __typename
    nodes {
      __typename
      id
      ...CaseRow
    }
  }
  changed: cases(
    filter: {mine: true, statuses: $statuses, changedSince: $since}
    first: 100
  ) {
    __typename
    nodes {
      __typename
      id
    }
  }
  overdueTasks: tasks(filter: {mine: true, done: false, overdue: true}, first: 1) {
    __typename
    totalCount
  }
}
    fragment CaseRow on Case {
  __typename
  id
  reference
  status
  pathway
  nextDueOn
  lastSeenOn
  lastNoteAt
  openedAt
  youngPerson {
    __typename
    id
    displayName
    age
    school {
      __typename
      id
      name
    }
  }
  caseworker {
    __typename
    id
    name
  }
}`, {"hash":"sha256:36ecfa3bad7ef480ae59318fa4c399ebe471059acb00e7d2724f69511320b8b3"}) as unknown as TypedDocumentString<WorkQuery, WorkQueryVariables>;
export const CapacityOverviewDocument = new TypedDocumentString(`
    query CapacityOverview($filter: ProgrammeFilter) {
  programmes(filter: $filter, first: 100) {
    __typename
    nodes {
      __typename
      id
      title
      provider {
        __typename
        id
        name
      }
      offerings(first: 50) {
        __typename
        nodes {
          __typename
          id
          status
          places {
            __typename
            capacity
            taken
            held
            left
            waiting
            expectedWaitWorkingDays
          }
        }
      }
    }
    pageInfo {
      __typename
      hasNextPage
    }
  }
}
    `, {"hash":"sha256:a07789ae8b84046e5ac8f3dff457550d525de93d5b604d7d356a85cff7e579c7"}) as unknown as TypedDocumentString<CapacityOverviewQuery, CapacityOverviewQueryVariables>;
export const AnswerOfferDocument = new TypedDocumentString(`
    mutation AnswerOffer($input: AnswerOfferInput!) {
  answerOffer(input: $input) {
    __typename
    enrolment {
      __typename
      id
      version
      status
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:7608b8100765733971eafd97c4bbf6f21ee9c0a4d768687cb54be78187ce48b8"}) as unknown as TypedDocumentString<AnswerOfferMutation, AnswerOfferMutationVariables>;
export const ConfirmWaitingDocument = new TypedDocumentString(`
    mutation ConfirmWaiting($input: ConfirmWaitingInput!) {
  confirmWaiting(input: $input) {
    __typename
    enrolment {
      __typename
      id
      version
      status
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:76689d9fc65e8db6285fc67af4f6648077b02ec1b9408603d2dd07581a2d01e9"}) as unknown as TypedDocumentString<ConfirmWaitingMutation, ConfirmWaitingMutationVariables>;
export const EndEnrolmentDocument = new TypedDocumentString(`
    mutation EndEnrolment($input: EndEnrolmentInput!) {
  endEnrolment(input: $input) {
    __typename
    enrolment {
      __typename
      id
      version
      status
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:54717390d91daf36baf72bdf6355a2e16a504ed48cf71e63438ccf3039dcda28"}) as unknown as TypedDocumentString<EndEnrolmentMutation, EndEnrolmentMutationVariables>;
export const AnswerRemovalDocument = new TypedDocumentString(`
    mutation AnswerRemoval($input: AnswerRemovalInput!) {
  answerRemoval(input: $input) {
    __typename
    enrolment {
      __typename
      id
      version
      status
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:47fe4e9cb2ce3b9c3421c048c56302c5527b5fe0019f34a36828ef7f8077bb67"}) as unknown as TypedDocumentString<AnswerRemovalMutation, AnswerRemovalMutationVariables>;
export const CohortDocument = new TypedDocumentString(`
    query Cohort($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  node(id: $id) {
    __typename
    id
    ... on Offering {
      __typename
      startsOn
      endsOn
      schedule
      venue
      programme {
        __typename
        id
        title
        provider {
          __typename
          id
          name
        }
      }
      places {
        __typename
        capacity
        taken
        held
        left
        waiting
        answer
      }
      enrolments(first: $first, after: $after, last: $last, before: $before) {
        __typename
        totalCount
        nodes {
          __typename
          id
          version
          status
          position
          positionReason
          startedOn
          endedOn
          viewerCanEnd
          removalAsked {
            __typename
            on
            reason
          }
          youngPerson {
            __typename
            id
            displayName
          }
          attendance {
            __typename
            expected
            attended
            rate
            minutes
          }
        }
        pageInfo {
          __typename
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
}
    `, {"hash":"sha256:97b527a68eca795427d8020a3476c4f1341a4a9fccc694e5cc8a0c492ebca290"}) as unknown as TypedDocumentString<CohortQuery, CohortQueryVariables>;
export const EndPlaceDocument = new TypedDocumentString(`
    mutation EndPlace($input: EndEnrolmentInput!) {
  endEnrolment(input: $input) {
    __typename
    enrolment {
      __typename
      id
      version
      status
      endedOn
      viewerCanEnd
      removalAsked {
        __typename
        on
        reason
      }
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:439898d616f42be9946f988a3933cf81b18b351622fccc1dcc4fdf5db20b838b"}) as unknown as TypedDocumentString<EndPlaceMutation, EndPlaceMutationVariables>;
export const FindProgrammeDocument = new TypedDocumentString(`
    query FindProgramme($filter: AvailabilityFilter, $orderBy: AvailabilityOrder, $first: Int, $after: String, $last: Int, $before: String) {
  programmeAvailability(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...OfferingCard
    }
    pageInfo {
      __typename
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  areas {
    __typename
    id
    name
    kind
  }
}
    fragment OfferingCard on Offering {
  __typename
  id
  venue
  startsOn
  endsOn
  schedule
  area {
    __typename
    id
    name
  }
  programme {
    __typename
    id
    title
    summary
    mode
    minAge
    maxAge
    provider {
      __typename
      id
      name
    }
    approach {
      __typename
      code
      name
    }
    evidence {
      __typename
      band
      source
      asOf
    }
  }
  places {
    __typename
    answer
    leftBand
    left
    waiting
    expectedWaitWorkingDays
    asAt
  }
}`, {"hash":"sha256:09f9ad2e02fe23b68bb189236e3ff3dc0a4225c3eab9d22778fc3f2bb0d94608"}) as unknown as TypedDocumentString<FindProgrammeQuery, FindProgrammeQueryVariables>;
export const PassedOverDocument = new TypedDocumentString(`
    query PassedOver($year: Int!, $quarter: Int!) {
  passedOverCheck(year: $year, quarter: $quarter) {
    __typename
    sex {
      __typename
      of
      waited
      passedOver
    }
    ethnicity {
      __typename
      of
      waited
      passedOver
    }
  }
}
    `, {"hash":"sha256:6d1b018bb782c80d193017771746fde4804d9868db9f512ca211501536c2cac8"}) as unknown as TypedDocumentString<PassedOverQuery, PassedOverQueryVariables>;
export const FittingProgrammesDocument = new TypedDocumentString(`
    query FittingProgrammes($filter: AvailabilityFilter) {
  programmeAvailability(filter: $filter, orderBy: MOST_PLACES, first: 50) {
    __typename
    nodes {
      __typename
      id
      ...OfferingCard
    }
  }
}
    fragment OfferingCard on Offering {
  __typename
  id
  venue
  startsOn
  endsOn
  schedule
  area {
    __typename
    id
    name
  }
  programme {
    __typename
    id
    title
    summary
    mode
    minAge
    maxAge
    provider {
      __typename
      id
      name
    }
    approach {
      __typename
      code
      name
    }
    evidence {
      __typename
      band
      source
      asOf
    }
  }
  places {
    __typename
    answer
    leftBand
    left
    waiting
    expectedWaitWorkingDays
    asAt
  }
}`, {"hash":"sha256:09095eb54d72c3ff90f9c1725d7adab389d189ba7ed1d36ddbecef1c0f3dcea3"}) as unknown as TypedDocumentString<FittingProgrammesQuery, FittingProgrammesQueryVariables>;
export const EnrolDocument = new TypedDocumentString(`
    mutation Enrol($input: EnrolInput!) {
  enrol(input: $input) {
    __typename
    enrolment {
      __typename
      id
      version
      status
      position
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:b7b5d7f908c4d8743767fa0ae2bde6fdf9f5119a7fd3716e98b62928e177b8e7"}) as unknown as TypedDocumentString<EnrolMutation, EnrolMutationVariables>;
export const OneProgrammeDocument = new TypedDocumentString(`
    query OneProgramme($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Programme {
      __typename
      title
      summary
      mode
      reach
      minAge
      maxAge
      active
      sensitive
      factors
      provider {
        __typename
        id
        name
      }
      approach {
        __typename
        code
        name
      }
      evidence {
        __typename
        band
        source
        asOf
      }
      areas {
        __typename
        id
        name
      }
      offerings(first: 20) {
        __typename
        nodes {
          __typename
          id
          status
          startsOn
          viewerCanSchedule
          ...OfferingCard
        }
      }
    }
  }
}
    fragment OfferingCard on Offering {
  __typename
  id
  venue
  startsOn
  endsOn
  schedule
  area {
    __typename
    id
    name
  }
  programme {
    __typename
    id
    title
    summary
    mode
    minAge
    maxAge
    provider {
      __typename
      id
      name
    }
    approach {
      __typename
      code
      name
    }
    evidence {
      __typename
      band
      source
      asOf
    }
  }
  places {
    __typename
    answer
    leftBand
    left
    waiting
    expectedWaitWorkingDays
    asAt
  }
}`, {"hash":"sha256:39e68aa12330e5b4aa0654562bcfdbe2f00491d317594a241942ac8f3f1c1633"}) as unknown as TypedDocumentString<OneProgrammeQuery, OneProgrammeQueryVariables>;
export const SessionRegisterDocument = new TypedDocumentString(`
    query SessionRegister($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Session {
      __typename
      startsAt
      endsAt
      cancelled
      viewerCanTakeRegister
      offering {
        __typename
        id
        venue
        programme {
          __typename
          id
          title
        }
      }
      register {
        __typename
        id
        status
        takingPart
        youngPerson {
          __typename
          id
          displayName
        }
        card {
          __typename
          displayName
          age
          medical
          goingHome
          emergencyContact {
            __typename
            id
            name
            relationship
            phone
            mayContact
          }
          alerts {
            __typename
            id
            kind
            text
          }
        }
      }
      attendances {
        __typename
        enrolment {
          __typename
          id
        }
        mark
        note
      }
      notes {
        __typename
        enrolment {
          __typename
          id
        }
        author {
          __typename
          id
          name
        }
        at
        body
      }
      headcount {
        __typename
        children
        youngAdults
        adults
      }
    }
  }
}
    `, {"hash":"sha256:283b2a3cb5c6c3a5006cabb461935b484abd19f85f49e8a58f58983ac37c9280"}) as unknown as TypedDocumentString<SessionRegisterQuery, SessionRegisterQueryVariables>;
export const TakeAttendanceDocument = new TypedDocumentString(`
    mutation TakeAttendance($input: TakeAttendanceInput!) {
  takeAttendance(input: $input) {
    __typename
    session {
      __typename
      id
      attendances {
        __typename
        enrolment {
          __typename
          id
        }
        mark
      }
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:14d2fa8245a99bb9eab4fa435c252f6a8f0a9c75275750f86b87ae7b3beb04e1"}) as unknown as TypedDocumentString<TakeAttendanceMutation, TakeAttendanceMutationVariables>;
export const AddSessionNoteDocument = new TypedDocumentString(`
    mutation AddSessionNote($input: AddSessionNoteInput!) {
  addSessionNote(input: $input) {
    __typename
    session {
      __typename
      id
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:c54c4befeef8d4b7341ca217ecdc66632a0319fc7608cb3f97ec1c3a4e829d24"}) as unknown as TypedDocumentString<AddSessionNoteMutation, AddSessionNoteMutationVariables>;
export const RecordHeadcountDocument = new TypedDocumentString(`
    mutation RecordHeadcount($input: RecordHeadcountInput!) {
  recordHeadcount(input: $input) {
    __typename
    session {
      __typename
      id
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:1eb4c1fa3895776b5caed207aff3fe2fa8e1130ca55884169850098727223a44"}) as unknown as TypedDocumentString<RecordHeadcountMutation, RecordHeadcountMutationVariables>;
export const ScheduleDocument = new TypedDocumentString(`
    mutation Schedule($input: ScheduleSessionsInput!) {
  scheduleSessions(input: $input) {
    __typename
    offering {
      __typename
      id
      version
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:5b1f88a25b1c8fafb40694465dd60b6815e2b5e7a90c844e8c1b96cfefe164f8"}) as unknown as TypedDocumentString<ScheduleMutation, ScheduleMutationVariables>;
export const OfferingSessionsDocument = new TypedDocumentString(`
    query OfferingSessions($id: ID!, $before: String) {
  node(id: $id) {
    __typename
    id
    ... on Offering {
      __typename
      version
      startsOn
      endsOn
      schedule
      venue
      viewerCanSchedule
      leaders {
        __typename
        id
        name
      }
      programme {
        __typename
        id
        title
        provider {
          __typename
          id
          name
        }
      }
      sessions(last: 100, before: $before) {
        __typename
        nodes {
          __typename
          id
          version
          startsAt
          endsAt
          cancelled
          cancelledReason
          viewerCanCancel
          workers {
            __typename
            id
            name
          }
        }
        pageInfo {
          __typename
          hasPreviousPage
          startCursor
        }
      }
    }
  }
}
    `, {"hash":"sha256:40424742c9cc4685eb7d06a4653940caa2bc4132304d35c22f148aefcfcddc99"}) as unknown as TypedDocumentString<OfferingSessionsQuery, OfferingSessionsQueryVariables>;
export const CancelSessionDocument = new TypedDocumentString(`
    mutation CancelSession($input: CancelSessionInput!) {
  cancelSession(input: $input) {
    __typename
    session {
      __typename
      id
      version
      cancelled
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:f1e76e57b7e39d0ff8f1c913484da6a3be49e0cbd698951ae5e9da6228db4931"}) as unknown as TypedDocumentString<CancelSessionMutation, CancelSessionMutationVariables>;
export const ComingSessionsDocument = new TypedDocumentString(`
    query ComingSessions($filter: SessionFilter, $after: String) {
  sessions(filter: $filter, first: 100, after: $after) {
    __typename
    nodes {
      __typename
      id
      startsAt
      endsAt
      cancelled
      cancelledReason
      offering {
        __typename
        id
        venue
        programme {
          __typename
          id
          title
        }
      }
      register {
        __typename
        id
        status
      }
      attendances {
        __typename
        enrolment {
          __typename
          id
        }
      }
    }
    pageInfo {
      __typename
      hasNextPage
      endCursor
    }
  }
}
    `, {"hash":"sha256:4e57cb6de84fb136c270efbe73b7c4f8ec147245d0221eed9de8d5508c542e6c"}) as unknown as TypedDocumentString<ComingSessionsQuery, ComingSessionsQueryVariables>;
export const OutcomeChangesDocument = new TypedDocumentString(`
    query OutcomeChanges($filter: OutcomeFilter) {
  whole: outcomeSummary(filter: $filter, groupBy: []) {
    __typename
    release
    asAt
    total {
      __typename
      changes {
        __typename
        ...OutcomeChange
      }
    }
  }
  programmes: outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {
    __typename
    release
    asAt
    rows {
      __typename
      key {
        __typename
        label
      }
      started {
        __typename
        value
        display
        suppressed
      }
      changes {
        __typename
        ...OutcomeChange
      }
    }
  }
}
    fragment OutcomeChange on MeasureChange {
  __typename
  instrument
  informant
  pairs {
    __typename
    value
    display
    suppressed
  }
  missingAtEnd {
    __typename
    value
    display
    suppressed
  }
  meanBefore {
    __typename
    value
    display
    suppressed
  }
  meanAfter {
    __typename
    value
    display
    suppressed
  }
  effectSize {
    __typename
    value
    display
    suppressed
  }
  effectSizeLow {
    __typename
    value
    display
    suppressed
  }
  effectSizeHigh {
    __typename
    value
    display
    suppressed
  }
  improved {
    __typename
    value
    display
    suppressed
  }
  noReliableChange {
    __typename
    value
    display
    suppressed
  }
  deteriorated {
    __typename
    value
    display
    suppressed
  }
}`, {"hash":"sha256:0d4c66d6150128a8d4562f65de324782b91c766100984eaa1b22bc4f4b1a97ae"}) as unknown as TypedDocumentString<OutcomeChangesQuery, OutcomeChangesQueryVariables>;
export const OutcomeCoarserDocument = new TypedDocumentString(`
    query OutcomeCoarser($filter: OutcomeFilter, $by: [OutcomeDimension!]!) {
  outcomeSummary(filter: $filter, groupBy: $by) {
    __typename
    release
    asAt
    rows {
      __typename
      key {
        __typename
        label
      }
      referred {
        __typename
        value
        display
        suppressed
      }
      accepted {
        __typename
        value
        display
        suppressed
      }
      enrolled {
        __typename
        value
        display
        suppressed
      }
      started {
        __typename
        value
        display
        suppressed
      }
      completed {
        __typename
        value
        display
        suppressed
      }
      endedEarly {
        __typename
        value
        display
        suppressed
      }
      changes {
        __typename
        ...OutcomeChange
      }
    }
  }
}
    fragment OutcomeChange on MeasureChange {
  __typename
  instrument
  informant
  pairs {
    __typename
    value
    display
    suppressed
  }
  missingAtEnd {
    __typename
    value
    display
    suppressed
  }
  meanBefore {
    __typename
    value
    display
    suppressed
  }
  meanAfter {
    __typename
    value
    display
    suppressed
  }
  effectSize {
    __typename
    value
    display
    suppressed
  }
  effectSizeLow {
    __typename
    value
    display
    suppressed
  }
  effectSizeHigh {
    __typename
    value
    display
    suppressed
  }
  improved {
    __typename
    value
    display
    suppressed
  }
  noReliableChange {
    __typename
    value
    display
    suppressed
  }
  deteriorated {
    __typename
    value
    display
    suppressed
  }
}`, {"hash":"sha256:a578e76bcb491458b882bbac06ac5aa55700ade39a3055e1a3ce4fdcf5dfef15"}) as unknown as TypedDocumentString<OutcomeCoarserQuery, OutcomeCoarserQueryVariables>;
export const OutcomeForWhomDocument = new TypedDocumentString(`
    query OutcomeForWhom($filter: OutcomeFilter) {
  sex: outcomeSummary(filter: $filter, groupBy: [SEX]) {
    __typename
    ...OutcomeGroups
  }
  age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) {
    __typename
    ...OutcomeGroups
  }
  ethnicity: outcomeSummary(filter: $filter, groupBy: [ETHNICITY_GROUP]) {
    __typename
    ...OutcomeGroups
  }
  needs: outcomeSummary(filter: $filter, groupBy: [SPECIAL_NEEDS]) {
    __typename
    ...OutcomeGroups
  }
}
    fragment OutcomeGroups on OutcomeSummary {
  __typename
  release
  asAt
  rows {
    __typename
    key {
      __typename
      label
    }
    referred {
      __typename
      value
      display
      suppressed
    }
    accepted {
      __typename
      value
      display
      suppressed
    }
    ...ProgrammePlaces
  }
}
fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}`, {"hash":"sha256:3be780587c11eb63abc5784a1e8c22dbdcb9522bbb78f1823c4c7dd1ad835744"}) as unknown as TypedDocumentString<OutcomeForWhomQuery, OutcomeForWhomQueryVariables>;
export const ExportReportDocument = new TypedDocumentString(`
    mutation ExportReport($input: ExportReportInput!) {
  exportReport(input: $input) {
    __typename
    export {
      __typename
      id
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:aca149c3408a73c226817a294f1ec4208723dd60cc6db2f351e035111725fb06"}) as unknown as TypedDocumentString<ExportReportMutation, ExportReportMutationVariables>;
export const ExportOutcomeSummaryDocument = new TypedDocumentString(`
    mutation ExportOutcomeSummary($input: ExportOutcomeSummaryInput!) {
  exportOutcomeSummary(input: $input) {
    __typename
    export {
      __typename
      id
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:2c13337449058e0f6e7566b8c5bbf0a401c5cf01e42dfaf94762576349fde1a0"}) as unknown as TypedDocumentString<ExportOutcomeSummaryMutation, ExportOutcomeSummaryMutationVariables>;
export const OneExportDocument = new TypedDocumentString(`
    query OneExport($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Export {
      __typename
      state
      takenAt
      path
    }
  }
}
    `, {"hash":"sha256:9aa48ddae27eaa0f4d232d2db14cad0b5fa3f01061d5f0ad184b5cd19401277b"}) as unknown as TypedDocumentString<OneExportQuery, OneExportQueryVariables>;
export const OutcomeYearsDocument = new TypedDocumentString(`
    query OutcomeYears($year: OutcomeFilter, $before: OutcomeFilter) {
  year: outcomeSummary(filter: $year, groupBy: []) {
    __typename
    total {
      __typename
      ...OutcomeCounts
    }
  }
  before: outcomeSummary(filter: $before, groupBy: []) {
    __typename
    total {
      __typename
      ...OutcomeCounts
    }
  }
}
    fragment OutcomeCounts on OutcomeRow {
  __typename
  referred {
    __typename
    value
    display
    suppressed
  }
  accepted {
    __typename
    value
    display
    suppressed
  }
  reReferred {
    __typename
    value
    display
    suppressed
  }
  triagedInTime {
    __typename
    value
    display
    suppressed
  }
  contactedInTime {
    __typename
    value
    display
    suppressed
  }
  plannedInTime {
    __typename
    value
    display
    suppressed
  }
  ...ProgrammePlaces
}
fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}`, {"hash":"sha256:713f281c045a2b729e1d4778421b5031ef45f291764247effdd092ebfaaa916c"}) as unknown as TypedDocumentString<OutcomeYearsQuery, OutcomeYearsQueryVariables>;
export const OutcomeIndicatorsDocument = new TypedDocumentString(`
    query OutcomeIndicators($year: Int) {
  outcomeIndicators(year: $year) {
    __typename
    release
    asAt
    owner
    version
    validFrom
    cohort
    indicators {
      __typename
      code
      name
      family
      owner
      version
      validFrom
      definition
      sources
      verified
      local
      figures {
        __typename
        words
        count {
          __typename
          value
          display
          suppressed
        }
        whole {
          __typename
          value
          display
          suppressed
        }
        share {
          __typename
          value
          display
          suppressed
        }
        change {
          __typename
          pairs {
            __typename
            value
            display
            suppressed
          }
          meanBefore {
            __typename
            value
            display
            suppressed
          }
          meanAfter {
            __typename
            value
            display
            suppressed
          }
          effectSize {
            __typename
            value
            display
            suppressed
          }
          effectSizeLow {
            __typename
            value
            display
            suppressed
          }
          effectSizeHigh {
            __typename
            value
            display
            suppressed
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:ffbeed6cbee8df49dcf4dbc6be28a92a9b0cee612a04533098507a81c2d5bda1"}) as unknown as TypedDocumentString<OutcomeIndicatorsQuery, OutcomeIndicatorsQueryVariables>;
export const ReleaseOfIndicatorsDocument = new TypedDocumentString(`
    query ReleaseOfIndicators {
  outcomeSummary(groupBy: []) {
    __typename
    release
    asAt
  }
}
    `, {"hash":"sha256:25f68b8f4cd2b1b14fc0fa600e15163a7320a3dedf9440cbeb160174910438c2"}) as unknown as TypedDocumentString<ReleaseOfIndicatorsQuery, ReleaseOfIndicatorsQueryVariables>;
export const OutcomeMonthsDocument = new TypedDocumentString(`
    query OutcomeMonths($filter: OutcomeFilter) {
  outcomeSummary(filter: $filter, groupBy: []) {
    __typename
    release
    asAt
    disclosure {
      __typename
      method
      threshold
      base
      note
    }
    total {
      __typename
      ...OutcomeCounts
    }
  }
}
    fragment OutcomeCounts on OutcomeRow {
  __typename
  referred {
    __typename
    value
    display
    suppressed
  }
  accepted {
    __typename
    value
    display
    suppressed
  }
  reReferred {
    __typename
    value
    display
    suppressed
  }
  triagedInTime {
    __typename
    value
    display
    suppressed
  }
  contactedInTime {
    __typename
    value
    display
    suppressed
  }
  plannedInTime {
    __typename
    value
    display
    suppressed
  }
  ...ProgrammePlaces
}
fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}`, {"hash":"sha256:96b8da143ed97538bcb8578a7e5a891ea36a29c140d3558d43d3ace9a2861551"}) as unknown as TypedDocumentString<OutcomeMonthsQuery, OutcomeMonthsQueryVariables>;
export const OutcomeByProgrammeDocument = new TypedDocumentString(`
    query OutcomeByProgramme($filter: OutcomeFilter) {
  outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {
    __typename
    release
    asAt
    rows {
      __typename
      key {
        __typename
        label
        node {
          __typename
          id
        }
      }
      ...ProgrammePlaces
    }
    ...SummaryContacts
  }
}
    fragment SummaryContacts on OutcomeSummary {
  __typename
  contacts {
    __typename
    key {
      __typename
      label
      node {
        __typename
        id
      }
    }
    contacts {
      __typename
      value
      display
      suppressed
    }
    ofChildren {
      __typename
      value
      display
      suppressed
    }
    hours
  }
}
fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}`, {"hash":"sha256:91e267b686a9051ea4ccb96176fbf38aaa5498b4f9b652c61d9b38b14037bc99"}) as unknown as TypedDocumentString<OutcomeByProgrammeQuery, OutcomeByProgrammeQueryVariables>;
export const OutcomeQuartersDocument = new TypedDocumentString(`
    query OutcomeQuarters($filter: OutcomeFilter) {
  outcomeSummary(filter: $filter, groupBy: [QUARTER]) {
    __typename
    release
    asAt
    rows {
      __typename
      key {
        __typename
        label
      }
      referred {
        __typename
        value
        display
        suppressed
      }
      started {
        __typename
        value
        display
        suppressed
      }
    }
  }
}
    `, {"hash":"sha256:b803a08df3d0c916054e143eb8aab0b103ece375aa3936e8e0ad64e3bd6d0818"}) as unknown as TypedDocumentString<OutcomeQuartersQuery, OutcomeQuartersQueryVariables>;
export const OutcomeAreasDocument = new TypedDocumentString(`
    query OutcomeAreas {
  areas(kind: LOCAL_AUTHORITY) {
    __typename
    id
    name
  }
}
    `, {"hash":"sha256:9961da32fa318dceafba33d6738a9bacb00331a3dbff8205a43ccc4dee6f9120"}) as unknown as TypedDocumentString<OutcomeAreasQuery, OutcomeAreasQueryVariables>;
export const OutcomesOfProgrammeDocument = new TypedDocumentString(`
    query OutcomesOfProgramme($id: ID!, $own: OutcomeFilter, $all: OutcomeFilter) {
  node(id: $id) {
    __typename
    id
    ... on Programme {
      __typename
      title
      summary
      active
      reach
      provider {
        __typename
        id
        name
      }
      approach {
        __typename
        code
        name
      }
      evidence {
        __typename
        band
        source
        asOf
      }
    }
  }
  own: outcomeSummary(filter: $own, groupBy: []) {
    __typename
    release
    asAt
    disclosure {
      __typename
      note
    }
    total {
      __typename
      ...ProgrammePlaces
      changes {
        __typename
        ...OutcomeChange
      }
    }
    ...SummaryContacts
  }
  all: outcomeSummary(filter: $all, groupBy: []) {
    __typename
    total {
      __typename
      ...ProgrammePlaces
    }
  }
}
    fragment OutcomeChange on MeasureChange {
  __typename
  instrument
  informant
  pairs {
    __typename
    value
    display
    suppressed
  }
  missingAtEnd {
    __typename
    value
    display
    suppressed
  }
  meanBefore {
    __typename
    value
    display
    suppressed
  }
  meanAfter {
    __typename
    value
    display
    suppressed
  }
  effectSize {
    __typename
    value
    display
    suppressed
  }
  effectSizeLow {
    __typename
    value
    display
    suppressed
  }
  effectSizeHigh {
    __typename
    value
    display
    suppressed
  }
  improved {
    __typename
    value
    display
    suppressed
  }
  noReliableChange {
    __typename
    value
    display
    suppressed
  }
  deteriorated {
    __typename
    value
    display
    suppressed
  }
}
fragment SummaryContacts on OutcomeSummary {
  __typename
  contacts {
    __typename
    key {
      __typename
      label
      node {
        __typename
        id
      }
    }
    contacts {
      __typename
      value
      display
      suppressed
    }
    ofChildren {
      __typename
      value
      display
      suppressed
    }
    hours
  }
}
fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}`, {"hash":"sha256:daf04204300257278a093fa8307547826f3f5e4b4c4c61b2e00c9092bae55353"}) as unknown as TypedDocumentString<OutcomesOfProgrammeQuery, OutcomesOfProgrammeQueryVariables>;
export const OutcomesOfApproachDocument = new TypedDocumentString(`
    query OutcomesOfApproach($filter: OutcomeFilter) {
  outcomeSummary(filter: $filter, groupBy: [PROGRAMME]) {
    __typename
    release
    asAt
    total {
      __typename
      ...ProgrammePlaces
    }
    rows {
      __typename
      key {
        __typename
        label
        node {
          __typename
          id
        }
      }
      ...ProgrammePlaces
      changes {
        __typename
        ...OutcomeChange
      }
    }
  }
}
    fragment OutcomeChange on MeasureChange {
  __typename
  instrument
  informant
  pairs {
    __typename
    value
    display
    suppressed
  }
  missingAtEnd {
    __typename
    value
    display
    suppressed
  }
  meanBefore {
    __typename
    value
    display
    suppressed
  }
  meanAfter {
    __typename
    value
    display
    suppressed
  }
  effectSize {
    __typename
    value
    display
    suppressed
  }
  effectSizeLow {
    __typename
    value
    display
    suppressed
  }
  effectSizeHigh {
    __typename
    value
    display
    suppressed
  }
  improved {
    __typename
    value
    display
    suppressed
  }
  noReliableChange {
    __typename
    value
    display
    suppressed
  }
  deteriorated {
    __typename
    value
    display
    suppressed
  }
}
fragment ProgrammePlaces on OutcomeRow {
  __typename
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByChild {
    __typename
    value
    display
    suppressed
  }
  endedEarlyByUs {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
}`, {"hash":"sha256:869de97f332d22cfe8f6ecfb1daf5292f831247ef7f96ebd9df9252d9fb83d44"}) as unknown as TypedDocumentString<OutcomesOfApproachQuery, OutcomesOfApproachQueryVariables>;
export const NewestReleaseDocument = new TypedDocumentString(`
    query NewestRelease {
  outcomeSummary(groupBy: []) {
    __typename
    release
    asAt
  }
}
    `, {"hash":"sha256:0966d9656e1005fe041669130d6bb2cfd56037e8202693fc0e3f06dc4684e382"}) as unknown as TypedDocumentString<NewestReleaseQuery, NewestReleaseQueryVariables>;
export const OutcomeReachDocument = new TypedDocumentString(`
    query OutcomeReach($filter: OutcomeFilter, $ever: OutcomeFilter) {
  quarters: outcomeSummary(filter: $ever, groupBy: [QUARTER]) {
    __typename
    ...ReachRows
  }
  council: outcomeSummary(filter: $filter, groupBy: [LOCAL_AUTHORITY]) {
    __typename
    ...ReachRows
  }
  age: outcomeSummary(filter: $filter, groupBy: [AGE_BAND]) {
    __typename
    ...ReachRows
  }
  sex: outcomeSummary(filter: $filter, groupBy: [SEX]) {
    __typename
    ...ReachRows
  }
}
    fragment ReachRows on OutcomeSummary {
  __typename
  rows {
    __typename
    key {
      __typename
      label
    }
    enrolled {
      __typename
      value
      display
      suppressed
    }
    started {
      __typename
      value
      display
      suppressed
    }
    completed {
      __typename
      value
      display
      suppressed
    }
  }
}`, {"hash":"sha256:22c1d7a5e15ccf6c2a2d0df7ae6e82754b59a1b008abc55dd5ab8341943f24aa"}) as unknown as TypedDocumentString<OutcomeReachQuery, OutcomeReachQueryVariables>;
export const MayPublishDocument = new TypedDocumentString(`
    query MayPublish {
  viewer {
    __typename
    canPublishReports
  }
}
    `, {"hash":"sha256:182d923c20a9e3594bb3cee4254d9af9c8106af05e911ac2a742b12add4d8e1b"}) as unknown as TypedDocumentString<MayPublishQuery, MayPublishQueryVariables>;
export const PublishReportDocument = new TypedDocumentString(`
    mutation PublishReport($input: PublishReportInput!) {
  publishReport(input: $input) {
    __typename
    report {
      __typename
      id
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:1cd2d60c714274b0fc8658989028446abb02aa885992a4385adc50892da9151b"}) as unknown as TypedDocumentString<PublishReportMutation, PublishReportMutationVariables>;
export const OneReportDocument = new TypedDocumentString(`
    query OneReport($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Report {
      __typename
      title
      publishedAt
      restated
      by {
        __typename
        id
        name
      }
      question {
        __typename
        period
        groupBy
        filters {
          __typename
          label
        }
      }
      definitions {
        __typename
        figure
        meaning
      }
      summary {
        __typename
        ...ReportSummary
        release
        asAt
        disclosure {
          __typename
          method
          note
        }
      }
    }
  }
}
    fragment OutcomeChange on MeasureChange {
  __typename
  instrument
  informant
  pairs {
    __typename
    value
    display
    suppressed
  }
  missingAtEnd {
    __typename
    value
    display
    suppressed
  }
  meanBefore {
    __typename
    value
    display
    suppressed
  }
  meanAfter {
    __typename
    value
    display
    suppressed
  }
  effectSize {
    __typename
    value
    display
    suppressed
  }
  effectSizeLow {
    __typename
    value
    display
    suppressed
  }
  effectSizeHigh {
    __typename
    value
    display
    suppressed
  }
  improved {
    __typename
    value
    display
    suppressed
  }
  noReliableChange {
    __typename
    value
    display
    suppressed
  }
  deteriorated {
    __typename
    value
    display
    suppressed
  }
}
fragment SummaryContacts on OutcomeSummary {
  __typename
  contacts {
    __typename
    key {
      __typename
      label
      node {
        __typename
        id
      }
    }
    contacts {
      __typename
      value
      display
      suppressed
    }
    ofChildren {
      __typename
      value
      display
      suppressed
    }
    hours
  }
}
fragment ReportSummary on OutcomeSummary {
  __typename
  release
  asAt
  rows {
    __typename
    key {
      __typename
      label
    }
    ...ReportRow
  }
  total {
    __typename
    key {
      __typename
      label
    }
    ...ReportRow
  }
  ...SummaryContacts
}
fragment ReportRow on OutcomeRow {
  __typename
  referred {
    __typename
    value
    display
    suppressed
  }
  accepted {
    __typename
    value
    display
    suppressed
  }
  enrolled {
    __typename
    value
    display
    suppressed
  }
  started {
    __typename
    value
    display
    suppressed
  }
  completed {
    __typename
    value
    display
    suppressed
  }
  endedEarly {
    __typename
    value
    display
    suppressed
  }
  triagedInTime {
    __typename
    value
    display
    suppressed
  }
  contactedInTime {
    __typename
    value
    display
    suppressed
  }
  plannedInTime {
    __typename
    value
    display
    suppressed
  }
  attendanceRate {
    __typename
    value
    display
    suppressed
  }
  medianWaitWorkingDays {
    __typename
    value
    display
    suppressed
  }
  changes {
    __typename
    ...OutcomeChange
  }
}`, {"hash":"sha256:974d52c48bdb22a3ca6e1fe195066ff8b913d44d91d556cebe21e4673b93700a"}) as unknown as TypedDocumentString<OneReportQuery, OneReportQueryVariables>;
export const ReportListDocument = new TypedDocumentString(`
    query ReportList($first: Int, $after: String, $last: Int, $before: String) {
  viewer {
    __typename
    canSeeOutcomes
  }
  reports(first: $first, after: $after, last: $last, before: $before) {
    __typename
    nodes {
      __typename
      id
      title
      publishedAt
      restated
      by {
        __typename
        id
        name
      }
      question {
        __typename
        release
        asAt
        period
        filters {
          __typename
          label
        }
      }
    }
    pageInfo {
      __typename
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"sha256:cb5b031fcfea67f4acc92b17cec4013916130c43042260c925b556fbc8d2a4d7"}) as unknown as TypedDocumentString<ReportListQuery, ReportListQueryVariables>;
export const ChangeYoungPersonDocument = new TypedDocumentString(`
    mutation ChangeYoungPerson($input: ChangeYoungPersonInput!) {
  changeYoungPerson(input: $input) {
    __typename
    youngPerson {
      __typename
      id
      version
      ...ChangeChild
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment ChangeChild on YoungPerson {
  __typename
  id
  version
  givenName
  familyName
  knownAs
  dateOfBirth
  school {
    __typename
    id
    name
  }
  address {
    __typename
    lines
    postcode
  }
}`, {"hash":"sha256:5c5e9b9ba6a50c73a93ded213cbb91e02415304590e27d7a57b16e594b267d31"}) as unknown as TypedDocumentString<ChangeYoungPersonMutation, ChangeYoungPersonMutationVariables>;
export const OneChildDocument = new TypedDocumentString(`
    query OneChild($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on YoungPerson {
      __typename
      reference
      version
      displayName
      givenName
      familyName
      knownAs
      dateOfBirth
      age
      yearGroup
      sex
      ethnicity
      firstLanguage
      upn
      nhsNumber
      school {
        __typename
        id
        name
      }
      area {
        __typename
        id
        name
      }
      address {
        __typename
        lines
        postcode
      }
      schools {
        __typename
        school {
          __typename
          id
          name
        }
        from
        to
      }
      addresses {
        __typename
        address {
          __typename
          lines
          postcode
        }
        from
        to
      }
      cases(first: 20) {
        __typename
        nodes {
          __typename
          id
          reference
          status
          openedAt
        }
      }
      referrals(first: 20) {
        __typename
        nodes {
          __typename
          id
          reference
          status
          submittedAt
        }
      }
      ...Alerts
      ...Contacts
      ...Relations
      ...ChangeChild
    }
  }
}
    fragment Alerts on YoungPerson {
  __typename
  restricted
  alerts {
    __typename
    id
    kind
    text
    from
    reviewOn
  }
}
fragment ChangeChild on YoungPerson {
  __typename
  id
  version
  givenName
  familyName
  knownAs
  dateOfBirth
  school {
    __typename
    id
    name
  }
  address {
    __typename
    lines
    postcode
  }
}
fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}
fragment Relations on YoungPerson {
  __typename
  relations {
    __typename
    kind
    source
    from
    reviewOn
    youngPerson {
      __typename
      id
      displayName
      reference
    }
  }
}`, {"hash":"sha256:26452a50de85346d936c81e1f5949c08fda1a42a5323af0172cabf798c4385a1"}) as unknown as TypedDocumentString<OneChildQuery, OneChildQueryVariables>;
export const GroupToConfirmDocument = new TypedDocumentString(`
    query GroupToConfirm($filter: MembershipFilter) {
  memberships(filter: $filter, first: 100) {
    __typename
    totalCount
    nodes {
      __typename
      id
      role
      lead
      user {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:434c9792cff1cfee9fa3fb843849e52277d003f873f0594f2a01e4cfab95d5de"}) as unknown as TypedDocumentString<GroupToConfirmQuery, GroupToConfirmQueryVariables>;
export const ConfirmMembersDocument = new TypedDocumentString(`
    mutation ConfirmMembers($input: ConfirmMembersInput!) {
  confirmMembers(input: $input) {
    __typename
    confirmedOn
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:4021d0b7bdfdfa1e4654e580c0713f7f47e9466c92be2a95dad45f5508f19645"}) as unknown as TypedDocumentString<ConfirmMembersMutation, ConfirmMembersMutationVariables>;
export const ConfirmationsDocument = new TypedDocumentString(`
    query Confirmations {
  confirmations {
    __typename
    ...ConfirmationRow
  }
}
    fragment ConfirmationRow on GroupConfirmation {
  __typename
  organisation {
    __typename
    id
    name
  }
  group
  members
  led
  confirmedOn
  dueOn
  dueSoon
  overdue
}`, {"hash":"sha256:eab26f68a7b114776a1ab195bca00f8018de270be6c551ea9aed9b7b0198e1d6"}) as unknown as TypedDocumentString<ConfirmationsQuery, ConfirmationsQueryVariables>;
export const RecordConsentDocument = new TypedDocumentString(`
    mutation RecordConsent($input: RecordConsentInput!) {
  recordConsent(input: $input) {
    __typename
    consent {
      __typename
      id
      ...ConsentItem
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment ConsentItem on Consent {
  __typename
  id
  version
  kind
  status
  givenBy
  reason
  scope
  decidedOn
  withdrawnOn
  expiresOn
  gillickReasons
  organisation {
    __typename
    id
    name
  }
}`, {"hash":"sha256:9f36617631e36bbb70d92f051d874e89d99b1fce07acbeebd46eff7070278c47"}) as unknown as TypedDocumentString<RecordConsentMutation, RecordConsentMutationVariables>;
export const WithdrawConsentDocument = new TypedDocumentString(`
    mutation WithdrawConsent($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) {
    __typename
    consent {
      __typename
      id
      ...ConsentItem
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment ConsentItem on Consent {
  __typename
  id
  version
  kind
  status
  givenBy
  reason
  scope
  decidedOn
  withdrawnOn
  expiresOn
  gillickReasons
  organisation {
    __typename
    id
    name
  }
}`, {"hash":"sha256:7c8b30a41d544ded5dfb71f8fbee8d4f07b362d88b45d688fb908d47e09cefdd"}) as unknown as TypedDocumentString<WithdrawConsentMutation, WithdrawConsentMutationVariables>;
export const ChangeContactDocument = new TypedDocumentString(`
    mutation ChangeContact($input: ChangeContactInput!) {
  changeContact(input: $input) {
    __typename
    youngPerson {
      __typename
      id
      version
      ...Contacts
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment Contacts on YoungPerson {
  __typename
  contacts {
    __typename
    id
    version
    name
    relationship
    hasParentalResponsibility
    livesWith
    phone
    mayContact
    mayBeTold
    orderInForce
    safeToCall
    safeToText
    safeToLeaveVoicemail
  }
}`, {"hash":"sha256:6609e35b5d0f59a07138151fc958988944462a54f991c66356b73e7136ce487f"}) as unknown as TypedDocumentString<ChangeContactMutation, ChangeContactMutationVariables>;
export const ApproveInvitationDocument = new TypedDocumentString(`
    mutation ApproveInvitation($input: InvitationInput!) {
  approveInvitation(input: $input) {
    __typename
    invitation {
      __typename
      id
      ...InvitationRow
    }
    link
    linkExpiresAt
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  name
  email
  group
  role
  lead
  from
  to
  status
  invitedAt
  linkExpiresAt
  mayApprove
  maySend
  organisation {
    __typename
    id
    name
  }
  invitedBy {
    __typename
    id
    name
  }
  approvedBy {
    __typename
    id
    name
  }
}`, {"hash":"sha256:d3c11c30965654d3e933dc24a567c9ca7a5e13fe1c9729fa78ddec1395bebca9"}) as unknown as TypedDocumentString<ApproveInvitationMutation, ApproveInvitationMutationVariables>;
export const DeclineInvitationDocument = new TypedDocumentString(`
    mutation DeclineInvitation($input: InvitationInput!) {
  declineInvitation(input: $input) {
    __typename
    invitation {
      __typename
      id
      ...InvitationRow
    }
    link
    linkExpiresAt
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  name
  email
  group
  role
  lead
  from
  to
  status
  invitedAt
  linkExpiresAt
  mayApprove
  maySend
  organisation {
    __typename
    id
    name
  }
  invitedBy {
    __typename
    id
    name
  }
  approvedBy {
    __typename
    id
    name
  }
}`, {"hash":"sha256:782a7faee79dec133c6ace88b868d1a9671c48001f003e8d5cd63c1f8dea9b2b"}) as unknown as TypedDocumentString<DeclineInvitationMutation, DeclineInvitationMutationVariables>;
export const SendInvitationDocument = new TypedDocumentString(`
    mutation SendInvitation($input: InvitationInput!) {
  sendInvitation(input: $input) {
    __typename
    invitation {
      __typename
      id
      ...InvitationRow
    }
    link
    linkExpiresAt
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  name
  email
  group
  role
  lead
  from
  to
  status
  invitedAt
  linkExpiresAt
  mayApprove
  maySend
  organisation {
    __typename
    id
    name
  }
  invitedBy {
    __typename
    id
    name
  }
  approvedBy {
    __typename
    id
    name
  }
}`, {"hash":"sha256:b4f721dcb4cf352e71b16f535ebfee360df7cc092276e3f167c55bf99bcf9baf"}) as unknown as TypedDocumentString<SendInvitationMutation, SendInvitationMutationVariables>;
export const GiveLinkDocument = new TypedDocumentString(`
    mutation GiveLink($input: GiveLinkInput!) {
  giveLink(input: $input) {
    __typename
    user {
      __typename
      id
      name
    }
    link
    linkExpiresAt
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:dd8368c76c60ce5654b2834ccea28bda1547584365712714c7eaccf4bdb48030"}) as unknown as TypedDocumentString<GiveLinkMutation, GiveLinkMutationVariables>;
export const InviteUserDocument = new TypedDocumentString(`
    mutation InviteUser($input: InviteUserInput!) {
  inviteUser(input: $input) {
    __typename
    invitation {
      __typename
      id
      status
      ...InvitationRow
    }
    link
    linkExpiresAt
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  name
  email
  group
  role
  lead
  from
  to
  status
  invitedAt
  linkExpiresAt
  mayApprove
  maySend
  organisation {
    __typename
    id
    name
  }
  invitedBy {
    __typename
    id
    name
  }
  approvedBy {
    __typename
    id
    name
  }
}`, {"hash":"sha256:970b6492f2bd6147a0734f9df30e29c819e977251297e7764422561aad584f61"}) as unknown as TypedDocumentString<InviteUserMutation, InviteUserMutationVariables>;
export const EndMembershipDocument = new TypedDocumentString(`
    mutation EndMembership($input: EndMembershipInput!) {
  endMembership(input: $input) {
    __typename
    user {
      __typename
      id
      name
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:e35781422844a54f61118fe3fd05b0151db51dd2e62fa4782032fadd11c3d0a2"}) as unknown as TypedDocumentString<EndMembershipMutation, EndMembershipMutationVariables>;
export const EndUserDocument = new TypedDocumentString(`
    mutation EndUser($input: EndUserInput!) {
  endUser(input: $input) {
    __typename
    user {
      __typename
      id
      name
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    `, {"hash":"sha256:4dac5bdbcd19e0032e0697aa4bd1cba45770776e72cfea257dd07ab16d9494cb"}) as unknown as TypedDocumentString<EndUserMutation, EndUserMutationVariables>;
export const OrganisationsDocument = new TypedDocumentString(`
    query Organisations($filter: OrganisationFilter) {
  organisations(filter: $filter, first: 100) {
    __typename
    nodes {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"sha256:1d5f7b3163549ad8228d243189ba50171c34aafb7538d87c6db8273f80907aee"}) as unknown as TypedDocumentString<OrganisationsQuery, OrganisationsQueryVariables>;
export const PeopleOfGroupDocument = new TypedDocumentString(`
    query PeopleOfGroup($filter: MembershipFilter, $first: Int, $after: String, $last: Int, $before: String) {
  memberships(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...MemberRow
    }
    pageInfo {
      __typename
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  invitations(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...InvitationRow
    }
  }
  linkRequests(first: 50) {
    __typename
    totalCount
    nodes {
      __typename
      id
      ...LinkRequestRow
    }
  }
  confirmations {
    __typename
    ...ConfirmationRow
  }
}
    fragment ConfirmationRow on GroupConfirmation {
  __typename
  organisation {
    __typename
    id
    name
  }
  group
  members
  led
  confirmedOn
  dueOn
  dueSoon
  overdue
}
fragment InvitationRow on Invitation {
  __typename
  id
  name
  email
  group
  role
  lead
  from
  to
  status
  invitedAt
  linkExpiresAt
  mayApprove
  maySend
  organisation {
    __typename
    id
    name
  }
  invitedBy {
    __typename
    id
    name
  }
  approvedBy {
    __typename
    id
    name
  }
}
fragment LinkRequestRow on LinkRequest {
  __typename
  id
  at
  user {
    __typename
    id
    name
  }
}
fragment MemberRow on Membership {
  __typename
  id
  group
  role
  lead
  from
  to
  lastSignedInAt
  mayEnd
  user {
    __typename
    id
    name
    jobTitle
  }
  organisation {
    __typename
    id
    name
  }
}`, {"hash":"sha256:866b5998996a1de4f50a99cf84cce7d57c813aaea9e808276ef62e7dc64063cd"}) as unknown as TypedDocumentString<PeopleOfGroupQuery, PeopleOfGroupQueryVariables>;
export const OtherChildrenDocument = new TypedDocumentString(`
    query OtherChildren($text: String!) {
  youngPeople(search: $text, first: 10) {
    __typename
    nodes {
      __typename
      id
      reference
      displayName
      age
    }
  }
}
    `, {"hash":"sha256:b8c5d750ca457082cff26929374dc698016b5420488bd27d3bf1df69d6d4c4f0"}) as unknown as TypedDocumentString<OtherChildrenQuery, OtherChildrenQueryVariables>;
export const RelateChildrenDocument = new TypedDocumentString(`
    mutation RelateChildren($input: RelateChildrenInput!) {
  relateChildren(input: $input) {
    __typename
    youngPerson {
      __typename
      id
      ...Relations
    }
    problems {
      __typename
      field
      code
      message
    }
  }
}
    fragment Relations on YoungPerson {
  __typename
  relations {
    __typename
    kind
    source
    from
    reviewOn
    youngPerson {
      __typename
      id
      displayName
      reference
    }
  }
}`, {"hash":"sha256:8754efbe4f39d5de3d1f06f915ed4f38df4cda2d3840960d99244c7b503117db"}) as unknown as TypedDocumentString<RelateChildrenMutation, RelateChildrenMutationVariables>;
export const PlacesChangedDocument = new TypedDocumentString(`
    subscription PlacesChanged($filter: AvailabilityFilter, $after: String) {
  availabilityChanged(filter: $filter, after: $after) {
    __typename
    cursor
    at
    kind
    subjectId
    subject {
      id
      __typename
    }
    by {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:6fcbc972c3f4be9dc6085fc25c6029020e2e2946a1ca8bb07fb1585222e46549"}) as unknown as TypedDocumentString<PlacesChangedSubscription, PlacesChangedSubscriptionVariables>;
export const SessionsChangedDocument = new TypedDocumentString(`
    subscription SessionsChanged($after: String) {
  workChanged(after: $after) {
    __typename
    cursor
    at
    kind
    subjectId
    subject {
      id
      __typename
    }
    by {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:195949d16c4bc9ba3806457552e11c7e3210530eb6eefbe3b2fb09883f0f8dd7"}) as unknown as TypedDocumentString<SessionsChangedSubscription, SessionsChangedSubscriptionVariables>;
export const WorkChangedDocument = new TypedDocumentString(`
    subscription WorkChanged($after: String) {
  workChanged(after: $after) {
    __typename
    cursor
    at
    kind
    subjectId
    subject {
      id
      __typename
    }
    by {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:0eb468494df3d5d825099f45ebd8d16e3c8281590c85f59f7a2c1349cca0e990"}) as unknown as TypedDocumentString<WorkChangedSubscription, WorkChangedSubscriptionVariables>;
export const CaseChangedDocument = new TypedDocumentString(`
    subscription CaseChanged($caseId: ID!, $after: String) {
  caseChanged(caseId: $caseId, after: $after) {
    __typename
    cursor
    at
    kind
    subjectId
    subject {
      id
      __typename
    }
    by {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:a2956a93c014afc75e648a0a1d43c6bec0004c07780b172864d37da8988762f1"}) as unknown as TypedDocumentString<CaseChangedSubscription, CaseChangedSubscriptionVariables>;
export const StillHereDocument = new TypedDocumentString(`
    query StillHere {
  viewer {
    __typename
    user {
      __typename
      id
    }
  }
}
    `, {"hash":"sha256:9026900e0b96af376ed4c16e68df1541786a97d3ec258494aa5f597cb627a343"}) as unknown as TypedDocumentString<StillHereQuery, StillHereQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    __typename
    user {
      __typename
      id
      name
    }
    membership {
      __typename
      id
      group
      lead
    }
    memberships {
      __typename
      id
      role
      group
      organisation {
        __typename
        id
        name
      }
    }
    organisation {
      __typename
      id
      name
      kind
    }
    role
    canSubmitReferrals
    canTriage
    canSeeAudit
    canKeepPeople
  }
}
    `, {"hash":"sha256:abfc1e202e7815a7d6cf6b93a7d7bd1fbf571f7ff4ae55b004b396f76f9f1d1d"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const AuditLinesDocument = new TypedDocumentString(`
    query AuditLines($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditEntries(
    filter: $filter
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    __typename
    nodes {
      __typename
      id
      at
      action
      subjectKind
      subjectReference
      purpose
      actor {
        __typename
        id
        name
      }
      membership {
        __typename
        id
        role
        organisation {
          __typename
          id
          name
        }
      }
      subject {
        __typename
        id
        ... on User {
          __typename
          name
        }
        ... on Organisation {
          __typename
          name
        }
      }
      subjectPerson {
        __typename
        id
        name
      }
    }
    pageInfo {
      __typename
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `, {"hash":"sha256:24a55c8df8f2fa061572a07bf5f70642a50e22d3c14c8cc3959c33292db0b36b"}) as unknown as TypedDocumentString<AuditLinesQuery, AuditLinesQueryVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($filter: UserFilter) {
  users(filter: $filter, first: 100) {
    __typename
    nodes {
      __typename
      id
      name
      organisation {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:d0eb993445489498182cebe25524dd6c61b663f7aa8caafd9fe4ba7d7eae24d0"}) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;