/** What the public page asks of the server. What somebody types goes in a body, never in an address; nothing is kept. */
import type { Problem } from '../platform/problems';

export interface Options {
  areas: { id: string; name: string }[];
  needs: string[];
}

export interface Door {
  council: string;
  name: string;
  phone: string;
  hours: string;
  openNow: boolean;
}

export interface Programme {
  title: string;
  summary: string;
  provider: string;
  minAge: number;
  maxAge: number;
  answer: 'YES' | 'WAIT' | 'NO';
  waitWeeks: number | null;
  venue: string | null;
  schedule: string | null;
  startsOn: string | null;
  begun: boolean;
}

export interface Found {
  area: string | null;
  doors: Door[];
  programmes: Programme[];
}

export type Answer =
  | { state: 'found'; found: Found }
  | { state: 'problems'; problems: Problem[] }
  | { state: 'failed'; message: string };

const away = 'We cannot look now. Try again in a few minutes. You can still ring.';

/** Without cookies, also where somebody is signed in: the server does not know who asks. */
async function ask(path: string, body?: unknown): Promise<Response | undefined> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body) headers['content-type'] = 'application/json';
  const init: RequestInit = { headers, cache: 'no-store', credentials: 'omit' };
  if (body) Object.assign(init, { method: 'POST', body: JSON.stringify(body) });
  return fetch(path, init).catch(() => undefined);
}

export async function loadOptions(): Promise<Options | undefined> {
  const answer = await ask('/find/options');
  return answer?.ok ? ((await answer.json()) as Options) : undefined;
}

export async function findProgrammes(question: {
  age: number;
  postcode: string;
  areaId: string;
  need: string;
}): Promise<Answer> {
  const answer = await ask('/find/programmes', question);
  if (answer?.ok) return { state: 'found', found: (await answer.json()) as Found };
  const body = (await answer?.json().catch(() => undefined)) as
    | { message?: string; problems?: { field: string[]; code: string; message: string }[] }
    | undefined;
  if (body?.problems) {
    const problems = body.problems.map(({ field, code, message }) => ({
      path: field.join('.'),
      code,
      message,
    }));
    return { state: 'problems', problems };
  }
  return { state: 'failed', message: answer?.status === 429 ? (body?.message ?? away) : away };
}
