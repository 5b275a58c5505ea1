// Making a release of figures of a million places, and asking for what it tells. Used by scripts/figures.
'use strict';
const { spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');

const REQUESTS = 200;
const READER = 'partnership@ridgeway.example';
const SUMMARY = `query Summary($by: [OutcomeDimension!]!) {
  outcomeSummary(groupBy: $by) { release rows { key { label } referred { display } started { display } completed { display } } }
}`;
const ASKED = [[], ['PROGRAMME'], ['QUARTER'], ['AREA'], ['AGE_BAND', 'SEX']];

/** Makes one, and says how long it took and how much memory. */
async function make({ binary, env, say, megabytes }) {
  const since = performance.now();
  const child = spawn(binary, ['release', 'make'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  let most = 0;
  const look = setInterval(() => {
    try { most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0)); } catch { /* It has ended. */ }
  }, 200);
  const code = await new Promise((done) => child.once('exit', done));
  clearInterval(look);
  if (code !== 0) throw new Error(`release make ended with code ${code}`);
  say('Release of 1,000,000 places', `${((performance.now() - since) / 1000).toFixed(0)} s`, 'under 600 s');
  say('Release of 1,000,000 places: most memory', megabytes(most));
}

/** Asks for figures one after another: first each for the first time, then again. */
async function read({ origin, signIn, ask, say, milliseconds, atServer }) {
  const cookie = await signIn(origin, READER);
  const summary = async (by) => {
    const told = {};
    const body = await ask(origin, cookie, SUMMARY, { by }, told);
    if (!body.data?.outcomeSummary) throw new Error(`expected figures: ${JSON.stringify(body).slice(0, 400)}`);
    return atServer(told.id);
  };
  const first = [];
  for (const by of ASKED) first.push(await summary(by));
  say('Figures asked for the first time, at the server, slowest', milliseconds(Math.max(...first)));
  const took = [];
  for (let nth = 0; nth < REQUESTS; nth++) took.push(await summary(ASKED[nth % ASKED.length]));
  took.sort((a, b) => a - b);
  say(`Figures, at the server, 95th centile of ${REQUESTS}`, milliseconds(took[Math.ceil(REQUESTS * 0.95) - 1]), 'under 5 ms');
}

module.exports = { make, read };
