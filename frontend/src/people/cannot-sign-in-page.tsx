/** "I cannot sign in": asks for a new link. What is answered does not depend on whether there is such an account. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../components/button';
import { Form } from '../components/form';
import { Done } from '../components/messages';
import { Page } from '../components/page';
import { TextInput } from '../components/text-input';
import type { Failure } from '../platform/failure';
import { type Problem, required } from '../platform/problems';
import { askForLink } from './one-time-link';

export function CannotSignInPage() {
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    setFailure(undefined);
    const address = email.trim();
    setProblems(address ? [] : [required('email', 'Enter your email address')]);
    if (!address || busy) return;
    setBusy(true);
    const failed = await askForLink(address);
    setBusy(false);
    if (failed) setFailure({ code: 'FAILED', message: failed });
    else setAsked(true);
  };
  return (
    <Page title="I cannot sign in" narrow>
      {asked ? (
        <>
          <Done>We have your request.</Done>
          <p className="govuk-body">
            If there is an account with this address, you get a link with which you choose a new password: by
            email, or from the person who leads your group or administers Ridgeway. Ring them if you are in a
            hurry.
          </p>
          <p className="govuk-body">
            We say the same to everybody, so that nobody learns who has an account.
          </p>
        </>
      ) : (
        <>
          <p className="govuk-body">
            Enter the address that you sign in with. You get a link that works once, within 24 hours. With it
            you choose a new password, and you are signed out everywhere else.
          </p>
          <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
            <TextInput
              path="email"
              label="Email address"
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
            />
            <Button submit busy={busy}>
              Ask for a link
            </Button>
          </Form>
        </>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to="/">
          Back to sign in
        </Link>
      </p>
      <p className="govuk-body">If a child is in immediate danger, call 999.</p>
    </Page>
  );
}
