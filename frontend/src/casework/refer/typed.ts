/** A referral while it is being written, as the pages hold it and as a draft keeps it. */
import { type DateParts, noDate } from '../../components/date-input';
import type {
  ContactPermission,
  FactorCode,
  HarmPosition,
  OrganisationKind,
  ParentNotToldReason,
  ReferralSource,
  Sex,
  SocialCareStatus,
  SpecialNeeds,
  Trigger,
  Urgency,
  WeaponInvolvement,
} from '../../gql/graphql';
import { type Call, newCall } from '../concerns/call-fields';

type YesNo = 'yes' | 'no';
export type YesNoUnknown = YesNo | 'unknown';

export interface TypedContact {
  name: string;
  relationship: string;
  phone: string;
  parental: boolean;
  livesWith: boolean;
  mayContact: ContactPermission;
}

export interface TypedProfessional {
  name: string;
  role: string;
  organisation: string;
  phone: string;
}

export interface Typed {
  draftId?: string;
  /** True once somebody has seen their answers together: from then on each step leads back there. */
  checked: boolean;
  danger?: YesNo;
  called?: 'yes' | 'notYet';
  call: Call;
  givenName: string;
  familyName: string;
  knownAs: string;
  dateOfBirth: DateParts;
  estimated: boolean;
  sex?: Sex;
  schoolId: string;
  schoolName: string;
  source: ReferralSource | '';
  whatHappened: string;
  trigger: Trigger | '';
  triggeredOn: DateParts;
  urgency: Urgency;
  mainFactor: FactorCode | '';
  evidence: Partial<Record<FactorCode, string>>;
  parentAware?: YesNo;
  parentAgrees?: YesNoUnknown;
  parentNotTold?: ParentNotToldReason;
  childAgrees?: YesNoUnknown;
  serviceId: string;
  factors: FactorCode[];
  strengths: FactorCode[];
  childView: string;
  parentView: string;
  triedSoFar: string;
  lastIncidentOn: DateParts;
  weapon: WeaponInvolvement | '';
  harm: HarmPosition | '';
  socialCare: SocialCareStatus | '';
  specialNeeds: SpecialNeeds | '';
  attendancePercent: string;
  suspensionsThisYear: string;
  addressLines: string;
  postcode: string;
  addressSecret: boolean;
  upn: string;
  nhsNumber: string;
  contacts: TypedContact[];
  professionals: TypedProfessional[];
  communicationNeeds: string;
  interpreterNeeded: boolean;
  risksToVisitors: string;
  externalReference: string;
  /** The programme that is asked for; empty for none. */
  programmeId: string;
}

const sources: Partial<Record<OrganisationKind, ReferralSource>> = {
  SCHOOL: 'SCHOOL',
  COLLEGE: 'SCHOOL',
  POLICE: 'POLICE',
  HEALTH: 'OTHER_HEALTH',
  FIRE_AND_RESCUE: 'FIRE_AND_RESCUE',
  PROBATION: 'PROBATION',
  PROVIDER: 'VOLUNTARY',
  VOLUNTARY: 'VOLUNTARY',
};

interface Sender {
  id: string;
  name: string;
  kind: OrganisationKind;
}

export function isSchool(sender: Sender): boolean {
  return sender.kind === 'SCHOOL' || sender.kind === 'COLLEGE';
}

/** An empty form, with what follows from who is writing it. */
export function blank(sender: Sender): Typed {
  const own = isSchool(sender);
  return {
    checked: false,
    call: newCall(),
    givenName: '',
    familyName: '',
    knownAs: '',
    dateOfBirth: noDate,
    estimated: false,
    schoolId: own ? sender.id : '',
    schoolName: own ? sender.name : '',
    source: sources[sender.kind] ?? '',
    whatHappened: '',
    trigger: '',
    triggeredOn: noDate,
    urgency: 'ROUTINE',
    mainFactor: '',
    evidence: {},
    serviceId: '',
    factors: [],
    strengths: [],
    childView: '',
    parentView: '',
    triedSoFar: '',
    lastIncidentOn: noDate,
    weapon: '',
    harm: '',
    socialCare: '',
    specialNeeds: '',
    attendancePercent: '',
    suspensionsThisYear: '',
    addressLines: '',
    postcode: '',
    addressSecret: false,
    upn: '',
    nhsNumber: '',
    contacts: [],
    professionals: [],
    communicationNeeds: '',
    interpreterNeeded: false,
    risksToVisitors: '',
    externalReference: '',
    programmeId: '',
  };
}

/** The form of a draft; what an older program did not know is as in an empty one. */
export function fromDraft(content: string, draftId: string, sender: Sender): Typed {
  try {
    const held = JSON.parse(content) as Partial<Typed>;
    return { ...blank(sender), ...held, draftId };
  } catch {
    return { ...blank(sender), draftId };
  }
}

export function toDraft(typed: Typed): string {
  const { draftId: _, ...content } = typed;
  return JSON.stringify(content);
}
