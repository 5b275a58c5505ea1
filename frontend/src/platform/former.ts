/**
 * Answers that stand on the page while what was asked has changed: another filter, order, page or child was chosen
 * and its answer is on the way. Rows do not vanish for that; the page says that they are of before.
 */
import { useLayoutEffect } from 'react';
import { makeStore } from './store';

export const formerAnswers = makeStore(0);

/** Counts an answer among the former ones for as long as it is one. Before the page is drawn: it never shows them as new. */
export function useFormer(former: boolean): void {
  useLayoutEffect(() => {
    if (!former) return;
    formerAnswers.set(formerAnswers.get() + 1);
    return () => formerAnswers.set(formerAnswers.get() - 1);
  }, [former]);
}
