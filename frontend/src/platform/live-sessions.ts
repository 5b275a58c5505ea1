/** Pages that show when programmes meet load it again by themselves when sessions are written down or cancelled. */
import { useEffect, useRef } from 'react';
import { graphql } from '../gql/gql';
import { stream } from './live';

const SessionsChanged = graphql(`
  subscription SessionsChanged($after: String) {
    workChanged(after: $after) { cursor at kind subjectId subject { id __typename } by { id } }
  }
`);

const ofSessions = ['SESSION_CANCELLED', 'SESSIONS_SCHEDULED'];
/** Who cancels one and writes down another is one load. */
const settled = 250;

/** Calls `reload` soon after sessions change that this viewer may hear of; several changes at once are one call. */
export function useLiveSessions(reload: () => void): void {
  const latest = useRef(reload);
  useEffect(() => {
    latest.current = reload;
  });
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let ready = false;
    const stop = stream(SessionsChanged, {}, (change) => {
      // What happened between the first answer and READY is loaded behind it; after a gap changes tell.
      const begins = change.kind === 'READY' && !ready;
      ready = true;
      if (!begins && !ofSessions.includes(change.kind)) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => latest.current(), settled);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, []);
}
