/** Who was passed over on waiting lists: told to a team manager, in words and as a table, once the quarter is over. */
import { expect, test } from '@playwright/test';
import { accessibleAtBothWidths } from './accessible';
import { ask, eachItsOwn, open, programme, start, stop } from './partnership';

eachItsOwn();

const cases = `{ cases(filter: { statuses: [ALLOCATED, ASSESSMENT, PLAN_AGREED, ACTIVE] }, first: 100) {
  nodes { id pathway youngPerson { consents { kind status } } } } }`;
const enrol = `mutation($input: EnrolInput!) { enrol(input: $input) { enrolment { status } problems { code } } }`;

interface Case {
  id: string;
  pathway: string;
  youngPerson: { consents: Array<{ kind: string; status: string }> };
}

/** In turn, and with consent. */
function canBePlaced({ pathway, youngPerson: { consents } }: Case): boolean {
  const given = (kind: string) => {
    const of = consents.filter((one) => one.kind === kind);
    return of.length > 0 && of.every((one) => one.status === 'GIVEN');
  };
  return pathway !== 'KNIFE_PLAN' && given('PARTICIPATE_CHILD') && given('PARTICIPATE_PARENT');
}

test('a team manager reads who was passed over, and nothing of a group that is too small', async ({ browser }) => {
  test.setTimeout(300_000);
  await start('2026-12-01T10:00:00Z');
  const provider = (await ask('provider.manager', '{ viewer { organisation { id } } }')).viewer.organisation.id;
  const run = { startsOn: '2026-12-01', endsOn: '2027-02-26', capacity: 1 };
  const { offeringId } = await programme(provider, 'Bicycle workshop', run);
  const found = (await ask('manager.swindon', cases)).cases.nodes as Case[];
  const children = found.filter(canBePlaced).slice(0, 13);
  expect(children).toHaveLength(13);
  // One has the place, six wait, one comes before them, and five more wait in turn.
  for (const [nth, { id: caseId }] of children.entries()) {
    const before = nth === 7 ? { priority: 'IMMEDIATE', priorityReason: 'Was hurt.' } : {};
    const overrideReason = 'Agreed with the programme.';
    const { enrol: done } = await ask('manager.swindon', enrol, { offeringId, caseId, overrideReason, ...before });
    expect(done.problems).toEqual([]);
  }
  await stop();

  await start('2027-01-08T10:00:00Z');
  const page = await open(browser, 'manager.swindon', '/places');
  const section = page.getByRole('region', { name: 'Who was passed over' });
  await expect(section.getByText(/^From October to December 2026, \d+ of \d+ children who joined a waiting list/)).toBeVisible();
  const bySex = section.getByRole('table', { name: 'By sex' });
  await expect(bySex.getByRole('row')).not.toHaveCount(1);
  await accessibleAtBothWidths(page, 'who was passed over');
  await section.getByLabel('Joined a waiting list in').selectOption({ label: 'April to June 2025' });
  await expect(section.getByText('From April to June 2025, too few children were passed over')).toBeVisible();
  await expect(section.getByRole('table')).toHaveCount(0);
  await page.context().close();

  // A provider's manager has the same page without it.
  const theirs = await open(browser, 'provider.manager', '/places');
  await expect(theirs.getByRole('heading', { level: 1, name: 'Places and waiting' })).toBeVisible();
  await expect(theirs.getByText('Bicycle workshop').first()).toBeVisible();
  await expect(theirs.getByText('Who was passed over')).toHaveCount(0);
  await theirs.context().close();
});
