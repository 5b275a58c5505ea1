/** The steps of the journey: which fields each holds, what it needs, and which comes next. */

import { isBlank } from '../../components/date-input';
import { referSteps } from '../../platform/choices';
import { now } from '../../platform/clock';
import { ageOn, isoDay, isoFrom } from '../../platform/dates';
import { type Problem, required } from '../../platform/problems';
import { callProblems } from '../concerns/call-fields';
import { needsEvidence } from '../factors';
import type { Typed } from './typed';

export type Step = (typeof referSteps)[number];

/** Paths of the API's input, by the step that asks for them. */
export const fieldsOf: ReadonlyArray<{ step: Step; fields: readonly string[] }> = [
  { step: 'danger', fields: ['immediateDanger', 'emergencyCall', 'called'] },
  {
    step: 'more',
    fields: [
      'factors',
      'evidenceFor',
      'strengths',
      'childView',
      'parentView',
      'triedSoFar',
      'lastIncidentOn',
      'weapon',
      'harm',
      'socialCare',
      'education',
      'professionals',
      'communicationNeeds',
      'interpreterNeeded',
      'risksToVisitors',
      'externalReference',
      'youngPerson.address',
      'youngPerson.contacts',
      'youngPerson.upn',
      'youngPerson.nhsNumber',
    ],
  },
  { step: 'child', fields: ['youngPerson', 'youngPersonId', 'source'] },
  {
    step: 'what',
    fields: ['whatHappened', 'trigger', 'triggeredOn', 'urgency', 'mainFactor', 'evidence'],
  },
  { step: 'family', fields: ['parentAware', 'parentAgrees', 'parentNotTold', 'childAgrees', 'serviceId'] },
];

export function nextOf(step: Step, checked: boolean): Step {
  if (checked) return 'check';
  const next: Record<Step, Step> = {
    danger: 'child',
    child: 'what',
    what: 'family',
    family: 'check',
    more: 'check',
    check: 'check',
  };
  return next[step];
}

export function backOf(step: Step, checked: boolean): Step | undefined {
  if (step === 'danger') return undefined;
  if (checked && step !== 'check') return 'check';
  const back: Record<Exclude<Step, 'danger'>, Step> = {
    child: 'danger',
    what: 'child',
    family: 'what',
    check: 'family',
    more: 'check',
  };
  return back[step];
}

function dangerProblems(it: Typed): Problem[] {
  if (!it.danger) return [required('immediateDanger', 'Say whether anyone is in immediate danger')];
  if (it.danger === 'no') return [];
  if (!it.called) return [required('called', 'Say whether you have called')];
  return it.called === 'yes' ? callProblems(it.call, 'emergencyCall') : [];
}

function dateProblems(path: string, what: string, iso: string | null, today: string): Problem[] {
  if (!iso) return [{ path, code: 'INVALID', message: `${what} must be a real date, like 27 3 2011` }];
  if (iso > today) return [{ path, code: 'OUT_OF_RANGE', message: `${what} must be in the past` }];
  return [];
}

function childProblems(it: Typed, today: string): Problem[] {
  const problems: Problem[] = [];
  if (!it.givenName.trim()) problems.push(required('youngPerson.givenName', "Enter the child's first name"));
  const birth = isoFrom(it.dateOfBirth);
  const path = 'youngPerson.dateOfBirth';
  if (isBlank(it.dateOfBirth)) problems.push(required(path, "Enter the child's date of birth"));
  else problems.push(...dateProblems(path, 'Date of birth', birth, today));
  if (birth && birth <= today && ageOn(birth, today) > 25) {
    problems.push({
      path,
      code: 'OUT_OF_RANGE',
      message: 'Ridgeway is for children and for adults up to 25',
    });
  }
  if (!it.sex) problems.push(required('youngPerson.sex', 'Choose a sex, or “Not known”'));
  if (!it.source) problems.push(required('source', 'Choose where this referral comes from'));
  return problems;
}

function whatProblems(it: Typed, today: string): Problem[] {
  const problems: Problem[] = [];
  if (!it.whatHappened.trim()) problems.push(required('whatHappened', 'Write what happened'));
  if (!it.mainFactor) problems.push(required('mainFactor', 'Choose what worries you most'));
  if (!it.trigger) problems.push(required('trigger', 'Choose an event, or “No single event”'));
  if (!isBlank(it.triggeredOn)) {
    problems.push(...dateProblems('triggeredOn', 'The day of the event', isoFrom(it.triggeredOn), today));
  }
  if (it.mainFactor && needsEvidence(it.mainFactor) && !it.evidence[it.mainFactor]?.trim()) {
    problems.push(required('evidence.0.text', 'Write what was seen or heard, and by whom'));
  }
  return problems;
}

function familyProblems(it: Typed): Problem[] {
  const problems: Problem[] = [];
  if (!it.parentAware) problems.push(required('parentAware', 'Say whether a parent knows'));
  if (it.parentAware === 'no' && !it.parentNotTold) {
    problems.push(required('parentNotTold', 'Say why a parent was not told'));
  }
  return problems;
}

function moreProblems(it: Typed, today: string): Problem[] {
  const problems: Problem[] = [];
  if (!isBlank(it.lastIncidentOn)) {
    problems.push(...dateProblems('lastIncidentOn', 'The last incident', isoFrom(it.lastIncidentOn), today));
  }
  const percent = Number(it.attendancePercent);
  if (it.attendancePercent.trim() && !(percent >= 0 && percent <= 100)) {
    const path = 'education.attendancePercent';
    problems.push({ path, code: 'OUT_OF_RANGE', message: 'Attendance must be between 0 and 100' });
  }
  if (it.suspensionsThisYear.trim() && !/^\d{1,3}$/.test(it.suspensionsThisYear.trim())) {
    const path = 'education.suspensionsThisYear';
    problems.push({ path, code: 'INVALID', message: 'Suspensions must be a whole number' });
  }
  if (it.addressLines.trim() && !it.postcode.trim()) {
    problems.push(required('youngPerson.address.postcode', 'Enter the postcode, or leave the address empty'));
  }
  for (const code of it.factors.filter((f) => needsEvidence(f) && f !== it.mainFactor)) {
    if (!it.evidence[code]?.trim()) {
      problems.push(required(`evidenceFor.${code}`, 'Write what was seen or heard, and by whom'));
    }
  }
  it.contacts.forEach((contact, index) => {
    if (!contact.name.trim()) problems.push(required(`youngPerson.contacts.${index}.name`, 'Enter the name'));
    if (!contact.relationship.trim()) {
      problems.push(
        required(`youngPerson.contacts.${index}.relationship`, 'Enter who they are to the child'),
      );
    }
  });
  it.professionals.forEach((professional, index) => {
    if (!professional.name.trim()) problems.push(required(`professionals.${index}.name`, 'Enter the name'));
    if (!professional.role.trim()) problems.push(required(`professionals.${index}.role`, 'Enter the role'));
  });
  return problems;
}

export function problemsOf(step: Step, it: Typed): Problem[] {
  const today = isoDay(now());
  switch (step) {
    case 'danger':
      return dangerProblems(it);
    case 'child':
      return childProblems(it, today);
    case 'what':
      return whatProblems(it, today);
    case 'family':
      return familyProblems(it);
    case 'more':
      return moreProblems(it, today);
    default:
      return referSteps.filter((s) => s !== 'check').flatMap((s) => problemsOf(s, it));
  }
}
