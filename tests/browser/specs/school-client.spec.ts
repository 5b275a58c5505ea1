/** The client for a school's own system, by Node against the real binary, with a token from the command line. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Refused, Ridgeway } from '../../../clients/school/client.ts';
import { origins } from './actors';

function ridgeway(...words: string[]): string {
  const binary = process.env.RIDGEWAY_BIN ?? join(import.meta.dirname, '../../../target/debug/ridgeway');
  const env = { ...process.env, RIDGEWAY_DATA: process.env.RIDGEWAY_TEST_DATA };
  return execFileSync(binary, words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

// The partnership of these tests lives some days ahead of the command line's clock.
test('a school system asks what is available, by hash and tag, and gets nothing else', async () => {
  const user = 'school.one@ridgeway.example';
  const token = ridgeway('token', 'issue', '--user', user, '--ttl', '60d');
  expect(ridgeway('token', 'list', '--user', user)).toContain('opens AVAILABILITY');
  const school = new Ridgeway(origins[0] ?? '', token);

  const penhill = (await school.areas()).find((area) => area.name === 'Penhill and Pinehurst');
  const found = await school.available({ age: 14, areaId: penhill?.id, factors: ['SUSPENSIONS'] });
  expect(found.length).toBeGreaterThan(2);
  for (const { programme, places } of found) {
    expect(programme.minAge).toBeLessThanOrEqual(14);
    expect(['YES', 'WAIT']).toContain(places.answer);
    expect(places).not.toHaveProperty('capacity');
  }
  expect(await school.available({ age: 14, areaId: penhill?.id, factors: ['SUSPENSIONS'] })).toEqual(found);
  expect(school.unchanged).toBe(1);

  const wrong = await school.available({ age: 200 }).catch((error: unknown) => error);
  expect(wrong).toBeInstanceOf(Refused);
  expect((wrong as Refused).problems[0]?.field).toEqual(['filter', 'age']);

  const other = await fetch(`${origins[0]}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ referrals { totalCount } }' }),
  });
  expect((await other.json()).errors[0].extensions.code).toBe('FORBIDDEN');

  ridgeway('token', 'revoke', '--user', user);
  const ended = await school.available({ age: 14 }).catch((error: unknown) => error);
  expect((ended as Refused).code).toBe('NOT_SIGNED_IN');
});
