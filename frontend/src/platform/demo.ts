/** Whether this is a demonstration, and whom one may sign in as there. */
import { makeStore } from './store';

export interface DemoPerson {
  email: string;
  name: string;
  role: string;
  organisation: string;
}

export interface SignInOptions {
  demo: boolean;
  people?: DemoPerson[];
  password?: string;
}

export const demo = makeStore<SignInOptions | undefined>(undefined);

export async function loadSignInOptions(): Promise<void> {
  try {
    const answer = await fetch('/sign-in-options', { headers: { accept: 'application/json' } });
    if (answer.ok) demo.set((await answer.json()) as SignInOptions);
  } catch {
    // Without it people type their address and password: nothing is lost.
  }
}
