/**
 * Says politely what has changed and leaves it to the person when to see it. Rows never move under somebody's hand:
 * only a list that nobody touches, at its top and its first page, shows what is new by itself.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { changeWords, type Noun, type Watch, watch } from '../platform/live';
import { makeStore, useStore } from '../platform/store';
import { useViewer } from '../platform/viewer';

const nothing = makeStore<ReadonlyMap<string, Noun>>(new Map());
const never = makeStore(0);

function useWatch(caseId?: string): Watch | undefined {
  const viewer = useViewer();
  const [current, setCurrent] = useState<Watch>();
  useEffect(() => {
    const made = watch(viewer.user.id, caseId);
    setCurrent(made);
    return made.stop;
  }, [viewer.user.id, caseId]);
  return current;
}

/** Nobody is at work in the list: nothing focused, no pointer over it, at the top, nothing being typed. */
function untouched(list: HTMLElement | null): boolean {
  const focused = document.activeElement;
  const typing = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement;
  if (typing || window.scrollY > 100) return false;
  return !list || !(list.contains(focused) || list.matches(':hover'));
}

interface Props {
  /** Loads what is shown again. */
  reload: () => void;
  nouns: readonly Noun[];
  caseId?: string;
  /** On the page of one row: the id that it is about. */
  only?: string;
  /** The list that may take new rows by itself; none: it always asks. */
  list?: RefObject<HTMLElement | null>;
  firstPage?: boolean;
}

export function LiveBar({ reload, nouns, caseId, only, list, firstPage = true }: Props) {
  const live = useWatch(caseId);
  const all = useStore(live?.changed ?? nothing);
  const fresh = useStore(live?.fresh ?? never);
  const [told, setTold] = useState('');
  const latest = useRef(reload);
  latest.current = reload;
  const changed = new Map([...all].filter(([id, noun]) => nouns.includes(noun) && (!only || id === only)));
  const gap = fresh > 1;
  const count = changed.size;

  const show = (how: string) => {
    live?.shown();
    setTold(how);
    latest.current();
  };
  const showLatest = useRef(show);
  showLatest.current = show;

  // What happened between the first load and the first message is not announced: load once more behind it.
  useEffect(() => {
    if (fresh === 1) latest.current();
  }, [fresh]);
  // Before it is drawn: what shows itself does not ask first.
  useLayoutEffect(() => {
    if (count === 0) return;
    if (list && firstPage && untouched(list.current))
      showLatest.current(`${changeWordsOf(count)} The list is up to date.`);
    else setTold('');
  }, [count, list, firstPage]);

  return (
    <div role="status" className="app-live">
      {count > 0 ? (
        <div className="app-live__bar">
          {changeWords(changed)}.{' '}
          <button
            type="button"
            className="app-link-button govuk-link"
            onClick={() => show('The page is up to date.')}
          >
            Show
          </button>
        </div>
      ) : (
        <span className={told ? 'app-live__told' : 'govuk-visually-hidden'}>
          {told || (gap ? 'The connection is back.' : '')}
        </span>
      )}
    </div>
  );
}

function changeWordsOf(count: number): string {
  return count === 1 ? '1 row has changed.' : `${count} rows have changed.`;
}
