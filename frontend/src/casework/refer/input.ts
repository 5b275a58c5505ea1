/** The API's input of what was typed: trimmed, and nothing sent that was not given. */
import type { FactorCode, SubmitReferralInput } from '../../gql/graphql';
import { isoFrom } from '../../platform/dates';
import type { Problem } from '../../platform/problems';
import { callInput } from '../concerns/call-fields';
import { needsEvidence } from '../factors';
import type { Typed, YesNoUnknown } from './typed';

const given = (text: string) => text.trim() || undefined;
const yesNo = (value: YesNoUnknown | undefined) =>
  value === undefined || value === 'unknown' ? undefined : value === 'yes';
const number = (text: string) => (text.trim() ? Number(text) : undefined);

function address(it: Typed) {
  if (!it.postcode.trim()) return undefined;
  const lines = it.addressLines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return { lines, postcode: it.postcode.trim(), mayDisclose: !it.addressSecret };
}

function youngPerson(it: Typed) {
  const contacts = it.contacts.map((contact) => ({
    name: contact.name.trim(),
    relationship: contact.relationship.trim(),
    phone: given(contact.phone),
    hasParentalResponsibility: contact.parental,
    livesWith: contact.livesWith,
    mayContact: contact.mayContact,
  }));
  return {
    givenName: it.givenName.trim(),
    familyName: given(it.familyName),
    knownAs: given(it.knownAs),
    dateOfBirth: isoFrom(it.dateOfBirth) ?? '',
    dateOfBirthEstimated: it.estimated,
    sex: it.sex ?? 'UNKNOWN',
    schoolId: given(it.schoolId),
    upn: given(it.upn)?.toUpperCase(),
    nhsNumber: given(it.nhsNumber)?.replaceAll(' ', ''),
    address: address(it),
    contacts: contacts.length > 0 ? contacts : undefined,
  };
}

function evidence(it: Typed, factors: FactorCode[]) {
  return factors
    .filter((code) => needsEvidence(code) && it.evidence[code]?.trim())
    .map((code) => ({ code, text: it.evidence[code]?.trim() ?? '' }));
}

function education(it: Typed) {
  const asked = it.specialNeeds || it.attendancePercent.trim() || it.suspensionsThisYear.trim();
  if (!asked) return undefined;
  return {
    specialNeeds: it.specialNeeds || 'NOT_KNOWN',
    attendancePercent: number(it.attendancePercent),
    suspensionsThisYear: number(it.suspensionsThisYear),
  } as const;
}

export function inputOf(it: Typed): SubmitReferralInput {
  const main = it.mainFactor as FactorCode;
  const factors = it.factors.filter((code) => code !== main);
  const professionals = it.professionals.map((p) => ({
    name: p.name.trim(),
    role: p.role.trim(),
    organisation: given(p.organisation),
    phone: given(p.phone),
    lead: false,
  }));
  const called = it.called === 'yes';
  return {
    youngPerson: youngPerson(it),
    source: it.source || 'UNKNOWN',
    serviceId: given(it.serviceId),
    urgency: it.urgency,
    trigger: it.trigger || 'NONE',
    triggeredOn: isoFrom(it.triggeredOn) ?? undefined,
    whatHappened: it.whatHappened.trim(),
    mainFactor: main,
    factors,
    strengths: it.strengths,
    evidence: evidence(it, [main, ...factors]),
    immediateDanger: it.danger === 'yes',
    emergencyCall: called ? callInput(it.call) : undefined,
    parentAware: it.parentAware === 'yes',
    parentAgrees: it.parentAware === 'yes' ? yesNo(it.parentAgrees) : undefined,
    parentNotTold: it.parentAware === 'no' ? it.parentNotTold : undefined,
    childAgrees: yesNo(it.childAgrees),
    childView: given(it.childView),
    parentView: given(it.parentView),
    triedSoFar: given(it.triedSoFar),
    lastIncidentOn: isoFrom(it.lastIncidentOn) ?? undefined,
    weapon: it.weapon || undefined,
    harm: it.harm || undefined,
    socialCare: it.socialCare || undefined,
    education: education(it),
    professionals,
    communicationNeeds: given(it.communicationNeeds),
    interpreterNeeded: it.interpreterNeeded || undefined,
    risksToVisitors: given(it.risksToVisitors),
    externalReference: given(it.externalReference),
    requestedProgrammeId: given(it.programmeId),
  };
}

/** The server counts evidence by place in the list; a page knows it by its factor. */
export function atItsFactor(problem: Problem, input: SubmitReferralInput): Problem {
  const match = /^evidence\.(\d+)/.exec(problem.path);
  const sent = match && input.evidence?.[Number(match[1])];
  if (!sent) return problem;
  return {
    ...problem,
    path: sent.code === input.mainFactor ? 'evidence.0.text' : `evidenceFor.${sent.code}`,
  };
}
