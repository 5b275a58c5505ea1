/** Registers: taken on a phone, without a network, by two devices at once; and what is left on a device for others. */
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { accessible } from './accessible';
import { signInHere, watch, windowOf } from './actors';
import { ask, type Network, network, onDevice, readyWithoutNetwork, startAgain } from './network';

interface Session {
  id: string;
  /** The names on its register. */
  names: string[];
  /** The children of these names, in the same order. */
  children: string[];
}

/** A session of today with a register, made by the provider's manager and led by its workers. */
async function sessionToday(browser: Browser): Promise<Session> {
  const { page, close } = await windowOf(browser, 'provider.manager');
  const { viewer } = await ask<{ viewer: { organisation: { id: string } } }>(page, '{ viewer { organisation { id } } }');
  const { users } = await ask<{ users: { nodes: Array<{ id: string; roles: string[] }> } }>(
    page,
    'query($id: ID!) { users(filter: { organisationId: $id }, first: 50) { nodes { id roles } } }',
    { id: viewer.organisation.id },
  );
  const workers = users.nodes.filter((it) => it.roles.includes('PROVIDER_WORKER')).map((it) => it.id);
  const { programmes } = await ask<{
    programmes: {
      nodes: Array<{
        offerings: {
          nodes: Array<{
            id: string;
            version: number;
            startsOn: string;
            endsOn: string;
            enrolments: { nodes: Array<{ status: string }> };
          }>;
        };
      }>;
    };
  }>(
    page,
    `query($id: ID!) {
      programmes(filter: { providerIds: [$id] }, first: 50) {
        nodes { offerings(first: 50) { nodes { id version startsOn endsOn enrolments(first: 100) { nodes { status } } } } }
      }
    }`,
    { id: viewer.organisation.id },
  );
  const placed = (it: { enrolments: { nodes: Array<{ status: string }> } }) =>
    it.enrolments.nodes.filter((row) => ['ACCEPTED', 'STARTED'].includes(row.status)).length;
  const today = new Date(await page.evaluate(async () => (await (await fetch('/session')).json()).now));
  const day = today.toISOString().slice(0, 10);
  const [offering] = programmes.nodes
    .flatMap((it) => it.offerings.nodes)
    .filter((it) => it.startsOn <= day && it.endsOn >= day)
    .sort((a, b) => placed(b) - placed(a));
  if (!offering || placed(offering) < 3) throw new Error('nobody of this provider has three children');
  // One after the other over the day, so that none overlaps.
  const { sessions } = await ask<{ sessions: { nodes: Array<{ endsAt: string }> } }>(
    page,
    'query($day: Date!) { sessions(filter: { from: $day, to: $day }, first: 100) { nodes { endsAt } } }',
    { day },
  );
  const last = Math.max(today.getTime(), ...sessions.nodes.map((it) => Date.parse(it.endsAt)));
  const startsAt = new Date(last + 15 * 60_000);
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000);
  const { scheduleSessions } = await ask<{ scheduleSessions: { problems: Array<{ message: string }> } }>(
    page,
    `mutation($input: ScheduleSessionsInput!) { scheduleSessions(input: $input) { problems { message } } }`,
    {
      input: {
        offeringId: offering.id,
        version: offering.version,
        sessions: [{ startsAt, endsAt, workerIds: workers }],
      },
    },
  );
  expect(scheduleSessions.problems).toEqual([]);
  const made = await ask<{ sessions: { nodes: Array<{ id: string; startsAt: string; register: Row[] }> } }>(
    page,
    `query($day: Date!) {
      sessions(filter: { from: $day, to: $day }, first: 100) {
        nodes { id startsAt register { status takingPart youngPerson { id displayName } card { displayName } } }
      }
    }`,
    { day },
  );
  const session = made.sessions.nodes.find((it) => Date.parse(it.startsAt) === startsAt.getTime());
  if (!session) throw new Error('the session is not there');
  const rows = session.register.filter((row) => row.takingPart && ['ACCEPTED', 'STARTED'].includes(row.status));
  const names = rows.map((row) => row.card?.displayName ?? row.youngPerson.displayName);
  expect(names.length).toBeGreaterThan(2);
  await close();
  return { id: session.id, names, children: rows.map((row) => row.youngPerson.id) };
}

interface Row {
  status: string;
  takingPart: boolean;
  youngPerson: { id: string; displayName: string };
  card: { displayName: string } | null;
}

interface Written {
  marks: Record<string, string[]>;
  notes: string[];
}

/** What the server has of a register: for each child the marks from first to last, and the notes. */
async function written(browser: Browser, { id }: Session): Promise<Written> {
  const { page, close } = await windowOf(browser, 'provider.manager');
  const { node } = await ask<{
    node: {
      attendances: Array<{
        mark: string;
        earlier: Array<{ mark: string }>;
        enrolment: { youngPerson: { displayName: string }; card: { displayName: string } | null };
      }>;
      notes: Array<{ body: string }>;
    };
  }>(
    page,
    `query($id: ID!) { node(id: $id) { ... on Session {
      attendances { mark earlier { mark } enrolment { youngPerson { displayName } card { displayName } } }
      notes { body }
    } } }`,
    { id },
  );
  await close();
  const marks = Object.fromEntries(
    node.attendances.map((it) => [
      it.enrolment.card?.displayName ?? it.enrolment.youngPerson.displayName,
      [...it.earlier.map((before) => before.mark), it.mark],
    ]),
  );
  return { marks, notes: node.notes.map((note) => note.body) };
}

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
const mark = (page: Page, name: string, word: string) =>
  row(page, name).getByRole('button', { name: `${word} ${name}`, exact: true }).click();

/** A telephone with the register open, ready for the network to go. */
async function telephone(browser: Browser, net: Network, session: Session): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, baseURL: net.origin });
  const page = await context.newPage();
  watch(page);
  await page.goto('/');
  await signInHere(page, 'provider');
  await expect(page.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await readyWithoutNetwork(page);
  await page.goto(`/registers/${session.id}`);
  await expect(row(page, session.names[0] ?? '')).toBeVisible();
  await expect.poll(async () => (await onDevice(page)).registers).toBe(1);
  return [context, page];
}

test('a register goes on without a network, the tab dies, and nothing is lost or sent twice', async ({ browser }) => {
  const session = await sessionToday(browser);
  const [one = '', two = '', three = ''] = session.names;
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  await mark(page, one, 'Present');
  await expect(row(page, one).getByText('Not sent')).toBeVisible();
  await expect(page.getByText('No connection.')).toBeVisible();
  await mark(page, two, 'Late');
  await row(page, two).getByRole('button', { name: 'Write a note' }).click();
  await page.getByLabel(`What did you do with ${two}?`).fill('Pads, and a talk about school.');
  await page.getByLabel('What is next?').fill('Bring gloves.');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByText('3 not sent yet.')).toBeVisible();

  const device = await onDevice(page);
  expect(device).toMatchObject({ registers: 1, entries: 3 });
  for (const word of [one, two, 'PRESENT', 'talk about school']) expect(device.rows.includes(word), word).toBe(false);
  for (const word of [one, two, 'talk about school']) expect(device.rest.includes(word), word).toBe(false);

  // The telephone throws the tab away; another is opened, still without a network.
  await page.close();
  const next = await context.newPage();
  watch(next);
  await next.goto('/');
  await expect(next.getByRole('heading', { name: 'No connection' })).toBeVisible();
  await next.getByRole('main').getByRole('link').first().click();
  await expect(row(next, one).getByText('Present', { exact: true }).first()).toBeVisible();
  await expect(next.getByText('3 not sent yet.')).toBeVisible();
  await expect(row(next, two).getByText('Pads, and a talk about school.')).toBeVisible();
  await mark(next, three, 'Missed');
  // The first mark was on its way once and may have arrived: this one follows it.
  await mark(next, one, 'Late');
  await expect(next.getByText('5 not sent yet.')).toBeVisible();

  await net.on();
  await next.getByRole('button', { name: 'Try to connect' }).click();
  await expect(next.getByText('All is sent.')).toBeVisible({ timeout: 40_000 });
  expect(await written(browser, session)).toEqual({
    marks: { [one]: ['PRESENT', 'LATE'], [two]: ['LATE'], [three]: ['MISSED'] },
    notes: ['What we did: Pads, and a talk about school.\nNext: Bring gloves.'],
  });
  expect(await onDevice(next)).toMatchObject({ registers: 1, entries: 0 });

  // Signing out takes the rest.
  await next.getByRole('button', { name: 'Sign out' }).click();
  await expect(next.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await onDevice(next)).toMatchObject({ registers: 0, entries: 0 });
  await context.close();
  await net.close();
});

test('after the telephone was started again somebody else is told, sees nothing, and the first person sends it', async ({
  browser,
}) => {
  const session = await sessionToday(browser);
  const [one = '', two = ''] = session.names;
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  await mark(page, one, 'Present');
  await mark(page, two, 'Missed');
  await expect(page.getByText('2 not sent yet.')).toBeVisible();

  // Without a network and without a sign-in there is nothing to see.
  let again = await startAgain(context);
  watch(again);
  await again.goto(`/registers/${session.id}`);
  await expect(again.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(again.getByText(one)).toHaveCount(0);

  await net.on();
  again = await startAgain(context);
  watch(again);
  await again.goto('/');
  await signInHere(again, 'provider.manager');
  await expect(
    again.getByText('2 entries of registers that somebody else made on this device are not sent.'),
  ).toBeVisible();
  expect(await onDevice(again)).toMatchObject({ registers: 0, entries: 2 });
  await again.getByRole('button', { name: 'Sign out' }).click();
  await expect(again.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await onDevice(again)).toMatchObject({ registers: 0, entries: 2 });

  await signInHere(again, 'provider');
  await expect(again.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await expect.poll(async () => (await onDevice(again)).entries).toBe(0);
  expect((await written(browser, session)).marks).toEqual({ [one]: ['PRESENT'], [two]: ['MISSED'] });
  await context.close();
  await net.close();
});

/** Somebody of the service that works with one of these children takes back what was agreed; says for which of them. */
async function consentEnds(browser: Browser, { children }: Session): Promise<number> {
  interface Consents {
    node: { consents: Array<{ id: string; version: number; kind: string; status: string }> } | null;
  }
  for (const service of ['manager.swindon', 'manager.wiltshire']) {
    const { page, close } = await windowOf(browser, service);
    for (const [nth, id] of children.entries()) {
      const { node } = await ask<Consents>(
        page,
        'query($id: ID!) { node(id: $id) { ... on YoungPerson { consents { id version kind status } } } }',
        { id },
      ).catch(() => ({ node: null }));
      const given = node?.consents.find((it) => it.kind === 'PARTICIPATE_CHILD' && it.status === 'GIVEN');
      if (!given) continue;
      const on = new Date(await page.evaluate(async () => (await (await fetch('/session')).json()).now));
      const { withdrawConsent } = await ask<{ withdrawConsent: { problems: Array<{ message: string }> } }>(
        page,
        'mutation($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { problems { message } } }',
        { input: { consentId: given.id, version: given.version, on: on.toISOString().slice(0, 10) } },
      );
      expect(withdrawConsent.problems).toEqual([]);
      await close();
      return nth;
    }
    await close();
  }
  throw new Error('no service may end the consent of these children');
}

test('a child whose consent ended meanwhile stays on the register of the telephone, as not taking part', async ({ browser }) => {
  const session = await sessionToday(browser);
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  const nth = await consentEnds(browser, session);
  const ended = session.names[nth] ?? '';
  // Without a network the telephone cannot know.
  await expect(row(page, ended)).toBeVisible();
  await net.on();
  await page.reload();
  await expect(row(page, ended).getByText('Not taking part, ring the caseworker.')).toBeVisible();
  await expect(row(page, ended).getByRole('button', { name: `Present ${ended}` })).toHaveCount(0);
  const other = session.names[nth === 0 ? 1 : 0] ?? '';
  await mark(page, other, 'Present');
  await expect(page.getByText('All is sent.')).toBeVisible({ timeout: 40_000 });
  await context.close();
  await net.close();
});

test('two devices mark the same children, and the person decides', async ({ browser }) => {
  const session = await sessionToday(browser);
  const [one = '', two = ''] = session.names;
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  await mark(page, one, 'Present');
  await mark(page, two, 'Present');

  const other = await windowOf(browser, 'provider', 390);
  await other.page.goto(`/registers/${session.id}`);
  await mark(other.page, one, 'Late');
  await mark(other.page, two, 'Missed');
  await expect(other.page.getByText('All is sent.')).toBeVisible();
  await other.close();

  await net.on();
  await page.getByRole('button', { name: 'Try to connect' }).click();
  await expect(row(page, one).getByText('Another device says: Late. You marked: Present.')).toBeVisible({
    timeout: 40_000,
  });
  await expect(row(page, two).getByText('Another device says: Missed. You marked: Present.')).toBeVisible();
  await row(page, one).getByRole('button', { name: 'Keep Late' }).click();
  await row(page, two).getByRole('button', { name: 'Change to Present' }).click();
  await expect(page.getByText('All is sent.')).toBeVisible();
  await expect(row(page, one).locator('.app-state')).toHaveText('Late');
  expect((await written(browser, session)).marks).toEqual({ [one]: ['LATE'], [two]: ['MISSED', 'PRESENT'] });
  await context.close();
  await net.close();
});

test('who signs out with something unsent is asked, and then it is gone', async ({ browser }) => {
  const session = await sessionToday(browser);
  const [one = ''] = session.names;
  const net = await network();
  const [context, page] = await telephone(browser, net, session);
  await net.off();
  await mark(page, one, 'Present');
  await expect(row(page, one).getByText('Not sent')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('1 entry of a register is not sent yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(row(page, one)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out and throw it away' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await onDevice(page)).toMatchObject({ registers: 0, entries: 0 });
  expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain('ridgeway-register');
  await context.close();
  await net.close();
});

async function check(page: Page, what: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await accessible(page, `${what} at ${width} px`);
  }
}

test('a worker’s pages at two widths, on paper, and by keyboard alone', async ({ browser }) => {
  const session = await sessionToday(browser);
  const [one = '', two = ''] = session.names;
  const { page, close } = await windowOf(browser, 'provider', 390);
  await expect(page.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
  await check(page, 'sessions');
  await page.goto(`/registers/${session.id}`);
  await expect(row(page, one)).toBeVisible();
  await check(page, 'register');
  // By keyboard: the mark, then one of the others with its reason.
  await row(page, one).getByRole('button', { name: `Present ${one}` }).focus();
  await page.keyboard.press('Enter');
  await expect(row(page, one).locator('.app-state')).toHaveText('Present');
  await row(page, two).getByRole('button', { name: 'Other' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByLabel(`Why is ${two} absent?`).fill('At the dentist.');
  await check(page, 'register with a reason');
  await page.getByLabel(`Why is ${two} absent?`).press('Enter');
  await expect(row(page, two).locator('.app-state')).toHaveText('Absent with a reason');
  await expect(page.getByText('All is sent.')).toBeVisible();
  await row(page, one).getByText(`What to know about ${one}`).click();
  await row(page, one).getByRole('button', { name: 'Write a note' }).click();
  await check(page, 'register with a note');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Count people' }).click();
  await page.getByLabel('Children, under 18').fill('3');
  await page.getByRole('button', { name: 'Save the count' }).click();
  await expect(page.getByText('3 children, 0 young adults, 0 adults', { exact: true })).toBeVisible();
  await row(page, one).getByRole('button', { name: 'Raise a concern' }).click();
  await check(page, 'register with a concern');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/OFFICIAL-SENSITIVE\. Printed/)).toBeVisible();
  await expect(row(page, one).getByRole('button', { name: `Present ${one}` })).toBeHidden();
  await expect(row(page, one).locator('.app-state')).toBeVisible();
  await close();
});

test('who is enrolled, and places with who waits, for managers', async ({ browser }) => {
  const manager = await windowOf(browser, 'provider.manager');
  await check(manager.page, 'sessions of a manager');
  await manager.page.getByRole('link', { name: /^Who is enrolled/ }).first().click();
  await expect(manager.page.getByRole('row').nth(1)).toBeVisible();
  await check(manager.page, 'who is enrolled');
  await manager.page.goto('/places');
  await expect(manager.page.getByRole('row').nth(1)).toBeVisible();
  await check(manager.page, 'places of a provider');
  await manager.close();

  const team = await windowOf(browser, 'manager.swindon');
  await team.page.goto('/places');
  await expect(team.page.getByRole('row').nth(1)).toBeVisible();
  await expect(team.page.getByRole('heading', { level: 2 }).first()).toHaveText(/a free place; \d+ child/);
  await check(team.page, 'places');
  await team.close();
});
