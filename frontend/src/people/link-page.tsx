/** Choosing a password by a one-time link. Nobody else ever sets or sees it. */
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../components/button';
import { Checkbox } from '../components/choices';
import { Form } from '../components/form';
import { Done, Inset, Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { TextInput } from '../components/text-input';
import type { Failure } from '../platform/failure';
import { type Problem, required } from '../platform/problems';
import { type Opened, openLink } from './one-time-link';

/** The link's token, for as long as this tab shows the page. The address bar and the history do not keep it. */
let token = '';

function takeToken(): string {
  if (window.location.hash.length > 1) token = window.location.hash.slice(1);
  return token;
}

function PasswordForm({
  link,
  done,
  gone,
}: {
  link: string;
  done: () => void;
  gone: (words: string) => void;
}) {
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    setFailure(undefined);
    setProblems(password ? [] : [required('password', 'Choose a password')]);
    if (!password || busy) return;
    setBusy(true);
    const answer: Opened = await openLink(link, password);
    setBusy(false);
    if (answer.state === 'works') done();
    else if (answer.state === 'gone') gone(answer.message);
    else if (answer.state === 'problems') setProblems(answer.problems);
    else setFailure({ code: 'FAILED', message: answer.message });
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <p className="govuk-body">
        Choose a password of 12 characters or more. Three words that do not belong together make a good one.
        It need not have digits or signs. Use it nowhere else, and tell it to nobody.
      </p>
      <Inset>
        If you sign in to Ridgeway already and were invited to another role, enter the password that you have.
      </Inset>
      <TextInput
        path="password"
        label="Password"
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        width={30}
        value={password}
        onChange={setPassword}
      />
      <Checkbox path="shown" label="Show the password" checked={shown} onChange={setShown} />
      <Button submit busy={busy}>
        Use this password
      </Button>
    </Form>
  );
}

type State = 'looking' | 'open' | 'done' | { gone: string };

export function LinkPage() {
  const [link] = useState(takeToken);
  const [state, setState] = useState<State>('looking');
  useEffect(() => {
    window.history.replaceState(window.history.state, '', '/link');
    void openLink(link).then((answer) => {
      if (answer.state === 'works') setState('open');
      else setState({ gone: answer.state === 'problems' ? '' : answer.message });
    });
  }, [link]);
  return (
    <Page title="Choose a password" narrow>
      {state === 'looking' && <Loading what="the link" />}
      {state === 'open' && (
        <PasswordForm link={link} done={() => setState('done')} gone={(words) => setState({ gone: words })} />
      )}
      {state === 'done' && (
        <>
          <Done>Your password is set. The link works no more.</Done>
          <p className="govuk-body">
            <Link className="govuk-link" to="/">
              Sign in with your email address and this password
            </Link>
          </p>
        </>
      )}
      {typeof state === 'object' && (
        <>
          <NotShown message={state.gone} />
          <p className="govuk-body">
            <Link className="govuk-link" to="/cannot-sign-in">
              Ask for a new link
            </Link>
          </p>
        </>
      )}
    </Page>
  );
}
