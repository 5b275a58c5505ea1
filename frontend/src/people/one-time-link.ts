/** What the two pages for people who cannot sign in ask of the server. The token is never in a path or query. */
import type { Problem } from '../platform/problems';

const away = 'Ridgeway cannot be reached. Check your connection and try again.';
const gone =
  'This link does not work. It may have been used already, or be more than 24 hours old. Ask for a new one.';

async function post(path: string, body: unknown): Promise<Response | undefined> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body), cache: 'no-store' }).catch(
    () => undefined,
  );
}

export type Opened =
  | { state: 'works' }
  | { state: 'gone'; message: string }
  | { state: 'problems'; problems: Problem[] }
  | { state: 'failed'; message: string };

/** Asks whether a link works; with a password, uses it. */
export async function openLink(token: string, password?: string): Promise<Opened> {
  const answer = await post('/one-time-link', { token, password });
  if (!answer) return { state: 'failed', message: away };
  if (answer.status === 204) return { state: 'works' };
  const body = (await answer.json().catch(() => ({}))) as {
    message?: string;
    problems?: { field: string[]; message: string }[];
  };
  if (answer.status === 410) return { state: 'gone', message: body.message ?? gone };
  if (answer.status === 422 && body.problems) {
    const problems = body.problems.map((one) => ({
      path: one.field.join('.'),
      code: 'INVALID',
      message: one.message,
    }));
    return { state: 'problems', problems };
  }
  return { state: 'failed', message: body.message ?? 'That did not work. Try again in a few minutes.' };
}

/** Asks for a new link; answers words only where the request did not arrive. */
export async function askForLink(email: string): Promise<string | undefined> {
  const answer = await post('/link-request', { email });
  if (!answer) return away;
  if (answer.ok) return undefined;
  const body = (await answer.json().catch(() => ({}))) as { message?: string };
  return body.message ?? 'That did not work. Try again in a few minutes.';
}
