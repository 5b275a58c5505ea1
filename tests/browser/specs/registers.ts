/** A register of today, who takes it on a telephone, and what the server has of it. */
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { signInHere, watch, windowOf } from './actors';
import { ask, type Network, onDevice, readyWithoutNetwork } from './network';

export interface Session {
  id: string;
  /** The names on its register. */
  names: string[];
  /** The children of these names, in the same order. */
  children: string[];
}

/** A session of today with a register, made by the provider's manager and led by its workers. */
export async function sessionToday(browser: Browser): Promise<Session> {
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

export interface Written {
  marks: Record<string, string[]>;
  notes: string[];
}

/** What the server has of a register: for each child the marks from first to last, and the notes. */
export async function written(browser: Browser, { id }: Session): Promise<Written> {
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

export const row = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
export const mark = (page: Page, name: string, word: string) =>
  row(page, name).getByRole('button', { name: `${word} ${name}`, exact: true }).click();

/** A telephone with the register open, ready for the network to go. */
export async function telephone(browser: Browser, net: Network, session: Session): Promise<[BrowserContext, Page]> {
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
