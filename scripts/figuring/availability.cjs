// What could take a child now, and placing children, on a large partnership: 10,000 runs of programmes and 1,000,000 places
// taken in them before. Used by scripts/figures, which says how a server is started and asked.
'use strict';
const { execFileSync } = require('node:child_process');

const OFFERINGS = Number(process.env.FIGURES_OFFERINGS ?? 10_000);
const ENROLMENTS = Number(process.env.FIGURES_ENROLMENTS ?? 1_000_000);
const REQUESTS = 200;
const CLIENTS = 8; // who place children at once
const CROWD = 500; // who all want one run in the same moment
const PLACES = 10; // that it has
const SCHOOL = 'school.one@ridgeway.example';
const MANAGER = 'manager.swindon@ridgeway.example';

const AVAILABLE = `query Available($filter: AvailabilityFilter, $orderBy: AvailabilityOrder) {
  programmeAvailability(filter: $filter, orderBy: $orderBy, first: 20) {
    nodes {
      id venue startsOn endsOn schedule area { id name }
      programme { id title summary mode minAge maxAge provider { id name } approach { code name } evidence { band source asOf } }
      places { answer leftBand left waiting expectedWaitWorkingDays asAt }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
const CASES = `query Cases($after: String) {
  cases(filter: { statuses: [ALLOCATED, ASSESSMENT, PLAN_AGREED, ACTIVE] }, first: 100, after: $after) {
    nodes { id pathway youngPerson { id consents { kind status } } } pageInfo { hasNextPage endCursor }
  }
}`;
const PROGRAMMES = '{ programmes(filter: { text: "mentoring" }, first: 1) { nodes { id } } }';
const CREATE = `mutation Create($input: OfferingInput!) { createOffering(input: $input) { offering { id } problems { message } } }`;
const ENROL = `mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id status } problems { code message } } }`;

/** Copies runs that take children now, and places that children had in them, up to the size. */
function fill(url) {
  const copy = (table, changed) => {
    const columns = execFileSync('psql', [url, '-qAt', '-c', `SELECT column_name FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position`], { encoding: 'utf8' }).trim().split('\n');
    return { names: columns.join(', '), values: columns.map((name) => changed[name] ?? `one.${name}`).join(', ') };
  };
  const run = copy('offering', {
    id: 'gen_random_uuid()', starts_on: 'CURRENT_DATE + (n % 180)::int', ends_on: 'CURRENT_DATE + 400 + (n % 180)::int',
    capacity: '8 + (n % 9)::int', taken: '(n % 8)::int', held: '0', waiting: 'CASE WHEN n % 3 = 0 THEN (n % 5)::int ELSE 0 END', resting: '0',
  });
  const place = copy('enrolment', {
    id: 'gen_random_uuid()', offering_id: 'o.id', status: `'COMPLETED'`, ended_on: `CURRENT_DATE - 30`, seen_until: `CURRENT_DATE - 16`,
    offer_expires_at: 'NULL', resting: 'false',
  });
  const sql = [
    `INSERT INTO offering (${run.names}) SELECT ${run.values} FROM generate_series(1, ${OFFERINGS}) AS n JOIN LATERAL
     (SELECT o.* FROM offering o JOIN programme p ON p.id = o.programme_id WHERE p.reach = 'NAMED' AND NOT p.sensitive AND
      o.setting = 'OPEN' ORDER BY md5(o.id::text || n) LIMIT 1) AS one ON true`,
    `CREATE TEMP TABLE runs AS SELECT id, row_number() OVER () - 1 AS n FROM offering`,
    `CREATE TEMP TABLE had AS SELECT *, row_number() OVER () - 1 AS nth FROM enrolment`,
    `INSERT INTO enrolment (${place.names}) SELECT ${place.values} FROM generate_series(1, ${ENROLMENTS}) AS nth(n)
     JOIN runs o ON o.n = nth.n % (SELECT count(*) FROM runs) JOIN had one ON one.nth = nth.n % (SELECT count(*) FROM had)`,
    'ANALYZE',
  ].join(';\n');
  execFileSync('psql', [url, '-q', '-v', 'ON_ERROR_STOP=1', '-c', sql], { stdio: ['ignore', 'ignore', 'inherit'] });
}

const centile = (took, part) => took.sort((a, b) => a - b)[Math.ceil(took.length * part) - 1];

/** How long one client waits for each of these questions, one after another, after some to warm up; and how long the server
 *  worked on them by its own account. */
async function time(ask, questions, atServer) {
  const [seen, ids] = [[], []];
  for (const [nth, variables] of questions.entries()) {
    const since = performance.now();
    const told = {};
    const body = await ask(AVAILABLE, variables, told);
    const found = body.data?.programmeAvailability?.nodes?.length;
    if (body.errors || !(found > 0)) throw new Error(`expected offerings: ${JSON.stringify(body).slice(0, 300)}`);
    if (nth >= 10) (seen.push(performance.now() - since), ids.push(told.id));
  }
  const served = [];
  for (const id of ids) served.push(await atServer(id));
  return { seen: centile(seen, 0.95), served: centile(served, 0.95) };
}

/** Questions that nobody has asked before: another first day each. */
function fresh(orderBy) {
  const day = (n) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: REQUESTS + 10 }, (_, n) => ({
    filter: { age: 10 + (n % 7), startsFrom: day(1 + (n % 150)), startsTo: day(200 + n) },
    orderBy,
  }));
}

/** Cases of the manager on which a child can be placed. */
async function placeable(ask) {
  const found = [];
  for (let after = null; ; ) {
    const { cases } = (await ask(CASES, { after })).data;
    for (const { id, pathway, youngPerson } of cases.nodes) {
      const of = (kind) => youngPerson.consents.filter((consent) => consent.kind === kind);
      const given = (kind) => of(kind).length > 0 && of(kind).every((consent) => consent.status === 'GIVEN');
      if (pathway !== 'KNIFE_PLAN' && given('PARTICIPATE_CHILD') && given('PARTICIPATE_PARENT')) found.push(id);
    }
    after = cases.pageInfo.endCursor;
    if (!cases.pageInfo.hasNextPage) return found;
  }
}

/** A new run with so many places, of a programme that takes nearly everyone. */
async function newRun(ask) {
  const programmeId = (await ask(PROGRAMMES)).data.programmes.nodes[0].id;
  const today = new Date().toISOString().slice(0, 10);
  const endsOn = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const input = { programmeId, startsOn: today, endsOn, schedule: 'Mondays', capacity: PLACES };
  const made = (await ask(CREATE, { input })).data.createOffering;
  if (!made.offering) throw new Error(JSON.stringify(made.problems));
  return made.offering.id;
}

const wish = (offeringId, caseId) => ({ input: { offeringId, caseId, overrideReason: 'Measured.' } });

/** How many children are placed a second by clients who all want the same run at the same time, run after run. */
async function placing(ask, cases) {
  const wishes = [];
  while (wishes.length < 800) {
    const run = await newRun(ask);
    wishes.push(...cases.map((caseId) => wish(run, caseId)));
  }
  let [placed, next] = [0, 0];
  const client = async () => {
    for (let asked = wishes[next++]; asked; asked = wishes[next++]) {
      const { enrol } = (await ask(ENROL, asked)).data;
      if (enrol?.enrolment) placed += 1;
      else if (enrol?.problems?.[0]?.code !== 'NOT_ELIGIBLE') throw new Error(JSON.stringify(enrol));
    }
  };
  const since = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { rate: (placed * 1000) / (performance.now() - since), placed };
}

/** All at once over two nodes: the places are given once each, everyone else waits, and nobody is refused. How long it takes. */
async function crowd(asks, cases) {
  const run = await newRun(asks[0]);
  const since = performance.now();
  const answers = await Promise.all(cases.map((caseId, nth) => asks[nth % asks.length](ENROL, wish(run, caseId))));
  const took = performance.now() - since;
  const statuses = answers.map((answer) => answer.data?.enrol?.enrolment?.status ?? JSON.stringify(answer).slice(0, 300));
  const strange = statuses.find((status) => status !== 'OFFERED' && status !== 'WAITLISTED');
  if (strange) throw new Error(`of ${cases.length} at once, one heard ${strange}`);
  const offered = statuses.filter((status) => status === 'OFFERED').length;
  if (offered !== PLACES) throw new Error(`${PLACES} places were given ${offered} times`);
  return took;
}

/** Measures a server, and another node of the same, whose database is at `url`. */
async function measure({ url, origin, other, signIn, ask, say, milliseconds, atServer }) {
  const manager = await signIn(origin, MANAGER);
  const asks = [origin, other].map((node) => (query, variables) => ask(node, manager, query, variables));
  const cases = await placeable(asks[0]);
  const { rate, placed } = await placing(asks[0], cases);
  const all = cases.slice(0, CROWD);
  say(`PostgreSQL: ${all.length} at once over two nodes for ${PLACES} places`, milliseconds(await crowd(asks, all)), `${CROWD}, none refused`);
  say(`PostgreSQL: enrol, ${CLIENTS} clients for one run at a time, of ${placed}`, `${rate.toFixed(0)} a second`, 'at least 200');
  fill(url);
  const school = await signIn(origin, SCHOOL);
  const size = `${OFFERINGS / 1000}k runs, ${ENROLMENTS / 1000}k enrolments`;
  for (const [who, cookie] of [['a school', school], ['a manager', manager]]) {
    const asked = (query, variables, told) => ask(origin, cookie, query, variables, told);
    const tell = (what, { seen, served }, target) => {
      say(`${size}: ${who}, ${what}, at the server, 95th centile`, milliseconds(served), target);
      say(`${size}: ${who}, ${what}, as a client sees it`, milliseconds(seen));
    };
    for (const orderBy of ['SOONEST', 'MOST_PLACES', 'STRONGEST_EVIDENCE']) {
      tell(orderBy, await time(asked, fresh(orderBy), atServer), 'under 20 ms');
    }
    const same = { filter: { age: 14 }, orderBy: 'SOONEST' };
    const again = Array.from({ length: REQUESTS + 10 }, () => same);
    tell('asked before', await time(asked, again, atServer), 'under 5 ms');
  }
}

module.exports = { fill, measure };
