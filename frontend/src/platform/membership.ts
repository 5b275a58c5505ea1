/**
 * The membership under which this tab works: the one that the page shows, and so the one that it sends. The tab keeps
 * it, by its opaque id and its holder's, until that person has signed out, somebody else signs in, or the tab closes.
 */
import { makeStore } from './store';

const key = 'membership';
let holder: string | undefined;

export const membership = makeStore<string | undefined>(undefined);

membership.subscribe(() => {
  const id = membership.get();
  if (id && holder) sessionStorage.setItem(key, `${holder} ${id}`);
  else sessionStorage.removeItem(key);
});

/** This person is signed in: what they chose in this tab before it was loaded again holds, and nobody else's choice. */
export function recallMembership(person: string): void {
  if (holder !== undefined && holder !== person) membership.set(undefined);
  holder = person;
  const [who, id] = (sessionStorage.getItem(key) ?? '').split(' ');
  if (who !== person) sessionStorage.removeItem(key);
  else if (!membership.get()) membership.set(id);
}

export function forgetMembership(): void {
  membership.set(undefined);
  sessionStorage.removeItem(key);
}
