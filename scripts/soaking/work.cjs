// What people do all day, by role: mostly they read. Whoever works alone on a thing writes to it, so nobody is refused.
'use strict';

const REFERRALS = `{ referrals(first: 25) { nodes { id reference stage status urgency submittedAt triageDueAt overdue
  child { id displayName dateOfBirth school { id name } } services { id name } owner { id name } }
  pageInfo { hasNextPage endCursor } } }`;
const CASES = `{ cases(first: 25) { totalCount nodes { id reference status nextDueOn lastNoteAt caseworker { name }
  youngPerson { id displayName } } } }`;
const OPENING = `query ($reference: String!) { case(reference: $reference) { id reference status version
  youngPerson { id displayName givenName familyName dateOfBirth school { name } contacts { name phone } }
  notes(first: 10) { nodes { id body occurredAt author { name } } } tasks(first: 10) { nodes { id title done } } } }`;
const NOTE = `mutation ($input: AddCaseNoteInput!) { addCaseNote(input: $input) { note { id } problems { code } } }`;
const TASK = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id version } problems { code } } }`;
const DONE = `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { task { done } problems { code } } }`;
const SUBMIT = `mutation ($input: SubmitReferralInput!) { submitReferral(input: $input) {
  referral { id reference } problems { code } } }`;
const DRAFT = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { draft { id } problems { code } } }`;
const DISCARD = `mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { draft { id } problems { code } } }`;
const TAKE = `mutation ($input: ReferralVersionInput!) { takeReferral(input: $input) { referral { id version } problems { code } } }`;
const RELEASE = TAKE.replaceAll('takeReferral', 'releaseReferral');

/** A text that is sent as it is. */
const asks = (query) => async (person) => person.ask(query);
const EVERYBODY = [
  [6, asks('{ viewer { role user { name } organisation { name } memberships { id role } canSeeAudit } }')],
  [2, asks('{ organisations(first: 20) { totalCount nodes { id name kind area { name } } } }')],
  [2, asks('{ users(first: 20) { nodes { id name roles } } areas { id name kind } }')],
  [1, asks('mutation { markWorkLooked { lookedAt problems { code } } }')],
];
const SENDERS = [
  [12, asks('{ referrals(first: 20) { nodes { id reference stage child { displayName } messages { at text } } } }')],
  [1, submit],
  [1, draft],
];
const SERVICE = [
  [6, asks(REFERRALS)],
  [6, asks(CASES)],
  [3, asks('{ tasks(first: 25) { nodes { id title dueOn overdue assignee { name } } } }')],
  [3, asks('{ youngPeople(search: "ja", first: 10) { nodes { id displayName age } } }')],
  [6, opening],
];
const OF_ROLE = {
  REFERRER: SENDERS,
  PROVIDER_WORKER: SENDERS,
  PROVIDER_MANAGER: [[4, asks('{ memberships(first: 20) { nodes { id role user { name } } } invitations { totalCount } }')]],
  CASEWORKER: [...SERVICE, [2, note], [1, task]],
  TRIAGE_OFFICER: [...SERVICE, [1, take]],
  TEAM_MANAGER: [...SERVICE, [2, asks('{ auditEntries(first: 20) { nodes { id at action actor { name } } } }')]],
  DATA_PROTECTION_OFFICER: [
    [3, asks('{ auditEntries(first: 20) { nodes { id at action actor { name } subject { id } } } }')],
    [1, asks('{ safeguardingConcerns(first: 10) { nodes { id kind } } }')],
  ],
  ADMINISTRATOR: [[4, asks('{ memberships(first: 20) { nodes { id role user { name } } } confirmations { group } }')]],
};

let nth = 0;

async function opening(person) {
  person.cases ??= (await person.ask('{ cases(first: 50) { nodes { id reference } } }')).cases.nodes;
  if (person.cases.length === 0) return person.ask(CASES);
  return person.ask(OPENING, { reference: person.cases[nth++ % person.cases.length].reference });
}

async function submit(person) {
  const day = String(1 + (nth++ % 28)).padStart(2, '0');
  const youngPerson = { givenName: `Robin ${nth}`, familyName: 'Testcase', dateOfBirth: `2012-03-${day}`, sex: 'UNKNOWN' };
  const input = {
    youngPerson,
    source: 'SCHOOL',
    whatHappened: 'Came to school afraid of the way home.',
    mainFactor: 'UNSAFE_JOURNEYS',
    immediateDanger: false,
    parentAware: true,
  };
  return person.ask(SUBMIT, { input });
}

async function draft(person) {
  const { saveDraft } = await person.ask(DRAFT, { input: { kind: 'REFERRAL', content: '{"whatHappened":"Not yet."}' } });
  return person.ask(DISCARD, { input: { draftId: saveDraft.draft.id } });
}

/** A case that is one's own, where one may write. */
async function ownCase(person) {
  person.own ??= (
    await person.ask('{ cases(first: 50, filter: { mine: true }) { nodes { id viewerCanEdit viewerCanSetTasks } } }')
  ).cases.nodes.filter((one) => one.viewerCanEdit && one.viewerCanSetTasks);
  return person.own[nth++ % person.own.length];
}

async function note(person) {
  const its = await ownCase(person);
  if (!its) return person.ask(CASES);
  const occurredAt = new Date(Date.now() - 60_000).toISOString();
  return person.ask(NOTE, { input: { caseId: its.id, kind: 'OTHER', occurredAt, body: 'Rang the school. All is well.' } });
}

async function task(person) {
  const its = await ownCase(person);
  if (!its) return person.ask(CASES);
  const made = await person.ask(TASK, { input: { caseId: its.id, title: 'Ring the school', assigneeId: person.id } });
  const { id, version } = made.createTask.task;
  return person.ask(DONE, { input: { taskId: id, version } });
}

let taking = false;

/** Takes a referral that nobody has and gives it back; one at a time, or two would take the same. */
async function take(person) {
  if (taking) return person.ask(REFERRALS);
  taking = true;
  try {
    const free = '{ referrals(first: 1, filter: { unowned: true, statuses: [SUBMITTED] }) { nodes { id version } } }';
    const [referral] = (await person.ask(free)).referrals.nodes;
    if (!referral) return;
    const taken = await person.ask(TAKE, { input: { referralId: referral.id, version: referral.version } });
    const { id, version } = taken.takeReferral.referral;
    await person.ask(RELEASE, { input: { referralId: id, version } });
  } finally {
    taking = false;
  }
}

/** Everything that somebody of a role does, each as often as it weighs. */
function workOf(role) {
  return [...EVERYBODY, ...(OF_ROLE[role] ?? [])].flatMap(([weight, act]) => Array(weight).fill(act));
}

module.exports = { workOf };
