/** What a person does on a register: each act becomes an entry that is sealed on the device, then sent. */
import type { AttendanceMark } from '../../gql/graphql';
import { clockAhead, now } from '../../platform/clock';
import { membership } from '../../platform/membership';
import { entryId, keeper } from './device';
import { type Base, putAway, sendAllTheSame, withCount, withMark, withNote } from './marks';
import type { Child, Register } from './register';

function base(register: Register): Base {
  const { entries } = keeper.kept.get();
  const order = entries.reduce((most, entry) => Math.max(most, entry.order), Date.now());
  return {
    id: entryId(),
    order: order + 1,
    at: Date.now(),
    sessionId: register.sessionId,
    session: register.title,
    as: membership.get(),
  };
}

export async function markChild(
  register: Register,
  child: Child,
  mark: AttendanceMark,
  note?: string,
): Promise<void> {
  const made = { mark, markedAt: now().toISOString(), ...(note && { note }) };
  await keeper.change((entries) => withMark(entries, base(register), child, made));
}

export async function noteOn(register: Register, child: Child, body: string): Promise<void> {
  const { enrolmentId, name } = child;
  await keeper.change((entries) => withNote(entries, base(register), { enrolmentId, name, body }));
}

export async function countPeople(
  register: Register,
  count: { children: number; youngAdults: number; adults: number },
): Promise<void> {
  await keeper.change((entries) => withCount(entries, base(register), count));
}

export async function dropEntry(id: string): Promise<void> {
  await keeper.change((entries) => putAway(entries, id));
}

export async function sendEntry(id: string): Promise<void> {
  await keeper.change((entries) => sendAllTheSame(entries, id, entryId()));
}

/** When and by which clock a register is loaded. */
export function loadedNow(): Pick<Register, 'at' | 'ahead' | 'rowId'> {
  return { at: Date.now(), ahead: clockAhead(), rowId: entryId() };
}
