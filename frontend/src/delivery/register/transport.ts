/** One entry on its way to the server: a mutation under the entry's own key, as the membership that made it. */
import type { Client, CombinedError } from '@urql/core';
import { graphql } from '../../gql/gql';
import type { AttendanceMark } from '../../gql/graphql';
import { textOf } from '../../platform/data';
import { failureOf } from '../../platform/failure';
import type { Answer, Entry } from './marks';

const TakeAttendance = graphql(`
  mutation TakeAttendance($input: TakeAttendanceInput!) {
    takeAttendance(input: $input) {
      session { id attendances { enrolment { id } mark } }
      problems { field code message }
    }
  }
`);
const AddSessionNote = graphql(`
  mutation AddSessionNote($input: AddSessionNoteInput!) {
    addSessionNote(input: $input) { session { id } problems { field code message } }
  }
`);
const RecordHeadcount = graphql(`
  mutation RecordHeadcount($input: RecordHeadcountInput!) {
    recordHeadcount(input: $input) { session { id } problems { field code message } }
  }
`);

interface Result {
  error?: CombinedError | undefined;
  payload?:
    | {
        session?: {
          id?: string;
          attendances?: ReadonlyArray<{ enrolment: { id: string }; mark: AttendanceMark }> | null;
        } | null;
        problems: ReadonlyArray<{ code: string; message: string }>;
      }
    | null
    | undefined;
}

/** Not known to have arrived: the same goes again. Signed out belongs here: the sign-in comes first. */
const later = ['NETWORK', 'NOT_SIGNED_IN', 'RATE_LIMITED', 'UNAVAILABLE'];

const refusals: Record<string, string> = {
  NOT_FOUND: 'You can no longer open this register. Tell your manager what you marked.',
  FORBIDDEN: 'You can no longer take this register. Tell your manager what you marked.',
};

/** What a result means for an entry. */
export function answerOf(entry: Entry, { error, payload }: Result): Answer | { is: 'later' } {
  const failure = failureOf(error);
  if (failure) {
    const away = later.includes(failure.code) || (error?.response?.status ?? 0) >= 502;
    return away ? { is: 'later' } : { is: 'refused', told: refusals[failure.code] ?? failure.message };
  }
  if (!payload) return { is: 'later' };
  const [problem] = payload.problems;
  if (!problem) return { is: 'done' };
  if (problem.code !== 'STALE' || entry.what !== 'mark') return { is: 'refused', told: problem.message };
  const found = payload.session?.attendances?.find((it) => it.enrolment.id === entry.enrolmentId);
  return { is: 'stale', theirs: found?.mark ?? null };
}

export function transportOver(client: Client) {
  return async (entry: Entry): Promise<Answer | { is: 'later' }> => {
    const headers = { 'Idempotency-Key': entry.id, ...(entry.as && { 'Ridgeway-Membership': entry.as }) };
    const options = { fetchOptions: { headers } };
    const { sessionId } = entry;
    if (entry.what === 'mark') {
      const { enrolmentId, mark, seen, markedAt: at, note } = entry;
      const input = { sessionId, marks: [{ enrolmentId, mark, seen, at, ...(note && { note }) }] };
      const result = await client.mutation(textOf(TakeAttendance), { input }, options).toPromise();
      return answerOf(entry, { error: result.error, payload: result.data?.takeAttendance });
    }
    if (entry.what === 'note') {
      const input = { sessionId, enrolmentId: entry.enrolmentId, body: entry.body };
      const result = await client.mutation(textOf(AddSessionNote), { input }, options).toPromise();
      return answerOf(entry, { error: result.error, payload: result.data?.addSessionNote });
    }
    const { children, youngAdults, adults } = entry;
    const input = { sessionId, children, youngAdults, adults };
    const result = await client.mutation(textOf(RecordHeadcount), { input }, options).toPromise();
    return answerOf(entry, { error: result.error, payload: result.data?.recordHeadcount });
  };
}
