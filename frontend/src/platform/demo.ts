/** Whether this is a demonstration, and whom one may sign in as there. */
import { passwordOnly } from './session';
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
  passwordOnly?: boolean;
}

export const demo = makeStore<SignInOptions | undefined>(undefined);

export async function loadSignInOptions(): Promise<void> {
  try {
    const answer = await fetch('/sign-in-options', { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const options = (await answer.json()) as SignInOptions;
    demo.set(options);
    passwordOnly.set(options.passwordOnly === true);
  } catch {
    // Without it people type their address and password: nothing is lost.
  }
}
