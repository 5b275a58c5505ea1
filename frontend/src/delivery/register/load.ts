/** A session's register as the API gives it. */
import { graphql } from '../../gql/gql';
import type { SessionRegisterQuery } from '../../gql/graphql';
import { kindWords } from '../../people/alerts';
import { time } from '../../platform/dates';
import type { loadedNow } from './act';
import type { Card, Child, Register } from './register';

export const SessionRegister = graphql(`
  query SessionRegister($id: ID!) {
    node(id: $id) {
      id
      ... on Session {
        startsAt endsAt cancelled viewerCanTakeRegister
        offering { id venue programme { id title } }
        register {
          id status takingPart
          youngPerson { id displayName }
          card {
            displayName age medical goingHome
            emergencyContact { id name relationship phone mayContact }
            alerts { id kind text }
          }
        }
        attendances { enrolment { id } mark note }
        notes { enrolment { id } author { id name } at body }
        headcount { children youngAdults adults }
      }
    }
  }
`);

type Node = NonNullable<SessionRegisterQuery['node']>;
export type LoadedSession = Extract<Node, { __typename?: 'Session' }>;
type Row = NonNullable<LoadedSession['register']>[number];

export function sessionOf(data: SessionRegisterQuery | undefined): LoadedSession | undefined {
  const node = data?.node;
  return node && 'startsAt' in node ? node : undefined;
}

function cardOf(it: LoadedSession, row: Row): Card {
  const { card } = row;
  const attendance = it.attendances?.find((mark) => mark.enrolment.id === row.id);
  return {
    youngPersonId: row.youngPerson.id,
    age: card?.age,
    contact: card?.emergencyContact ?? undefined,
    medical: card?.medical,
    goingHome: card?.goingHome,
    alerts: (card?.alerts ?? []).map(({ id, kind, text }) => ({ id, kind: kindWords[kind], text })),
    reason: attendance?.note,
    notes: (it.notes ?? [])
      .filter((note) => note.enrolment.id === row.id)
      .map((note) => ({ at: note.at, by: note.author.name, body: note.body })),
  };
}

function childOf(it: LoadedSession, row: Row): Child {
  return {
    enrolmentId: row.id,
    name: row.card?.displayName ?? row.youngPerson.displayName,
    takesPart: row.takingPart !== false && (row.status === 'ACCEPTED' || row.status === 'STARTED'),
    mark: it.attendances?.find((mark) => mark.enrolment.id === row.id)?.mark,
    card: cardOf(it, row),
  };
}

/** The register as it was at the moment when it was asked for. */
export function registerOf(it: LoadedSession, asked: ReturnType<typeof loadedNow>): Register {
  const children = (it.register ?? []).map((row) => childOf(it, row));
  return {
    ...asked,
    sessionId: it.id,
    title: `${it.offering.programme.title}, ${time(it.startsAt)}`,
    startsAt: it.startsAt,
    endsAt: it.endsAt,
    cancelled: it.cancelled,
    counted: it.headcount,
    children: children.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}
