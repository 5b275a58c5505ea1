/** Pages that show what is available load it again by themselves when it changes. Apart from `live`: few pages need it. */
import { useEffect, useRef } from 'react';
import { graphql } from '../gql/gql';
import type { AvailabilityFilter } from '../gql/graphql';
import { stream } from './live';

const PlacesChanged = graphql(`
  subscription PlacesChanged($filter: AvailabilityFilter, $after: String) {
    availabilityChanged(filter: $filter, after: $after) { cursor at kind subjectId subject { id __typename } by { id } }
  }
`);

/** A crowd at one programme is one load. */
const settled = 250;

/** Calls `reload` soon after a place changes that this viewer may hear of; several changes at once are one call. */
export function useLivePlaces(filter: AvailabilityFilter | undefined, reload: () => void): void {
  const latest = useRef(reload);
  useEffect(() => {
    latest.current = reload;
  });
  const text = JSON.stringify(filter ?? {});
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let ready = false;
    const stop = stream(PlacesChanged, { filter: JSON.parse(text) as AvailabilityFilter }, (change) => {
      // What happened between the first answer and READY is loaded behind it; after a gap changes tell.
      if (change.kind === 'READY' && ready) return;
      ready = true;
      clearTimeout(waiting);
      waiting = setTimeout(() => latest.current(), settled);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [text]);
}
