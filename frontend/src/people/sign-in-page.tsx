/** Signing in, also in place of a page whose sign-in has ended. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../components/button';
import { Form } from '../components/form';
import { Inset } from '../components/messages';
import { Page } from '../components/page';
import { TextInput } from '../components/text-input';
import type { Role } from '../gql/graphql';
import { type DemoPerson, demo } from '../platform/demo';
import { type Problem, required } from '../platform/problems';
import { checkSession, type Step, signIn } from '../platform/session';
import { useStore } from '../platform/store';
import { roleWords } from '../platform/words';
import { CodePage, EnrolPage, RecoveryPage } from './second-factor-pages';

function DemoPeople({ people, onPick }: { people: DemoPerson[]; onPick: (person: DemoPerson) => void }) {
  return (
    <section aria-labelledby="demo-people">
      <h2 className="govuk-heading-m" id="demo-people">
        Or try it as somebody
      </h2>
      <p className="govuk-body">
        One choice signs you in. All of them share one password in a demonstration.
      </p>
      <ul className="govuk-list app-people">
        {people.map((person) => (
          <li key={person.email} className="app-people__item">
            <button type="button" className="app-link-button govuk-link" onClick={() => onPick(person)}>
              {person.name}
            </button>
            <span className="app-second">
              {roleWords[person.role as Role] ?? person.role}, {person.organisation}
            </span>
            <span className="app-second">{person.email}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sign-in in its steps: password, code or setting one up, and the recovery codes of who has just done that. */
export function SignInPage({ expired }: { expired: boolean }) {
  const navigate = useNavigate();
  const [now, setNow] = useState<Step>();
  const [told, setTold] = useState<string>();
  const finish = async () => {
    const { changed } = await checkSession();
    if (changed || !expired) void navigate({ to: changed ? '/' : '.', replace: true });
  };
  const onStep = (next: Step) => {
    if (next.at === 'failed') {
      // Only the end of a second step comes here: the password is asked for again.
      setNow(undefined);
      setTold(next.message);
    } else if (
      next.at === 'done' &&
      next.recoveryCodes.length === 0 &&
      next.recoveryCodesLeft === undefined
    ) {
      void finish();
    } else {
      setTold(undefined);
      setNow(next);
    }
  };
  if (now?.at === 'code') return <CodePage onStep={onStep} />;
  if (now?.at === 'enrol') return <EnrolPage onStep={onStep} />;
  if (now?.at === 'done') {
    return (
      <RecoveryPage codes={now.recoveryCodes} left={now.recoveryCodesLeft} onGoOn={() => void finish()} />
    );
  }
  return <PasswordPage expired={expired} told={told} onStep={onStep} />;
}

interface PasswordProps {
  expired: boolean;
  told: string | undefined;
  onStep: (next: Step) => void;
}

function PasswordPage({ expired, told, onStep }: PasswordProps) {
  const options = useStore(demo);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const attempt = async (address: string, secret: string) => {
    if (busy) return;
    setBusy(true);
    const next = await signIn(address, secret);
    setBusy(false);
    if (next.at === 'failed') setProblems([{ path: 'email', code: 'INVALID', message: next.message }]);
    else onStep(next);
  };
  const submit = () => {
    const found = [
      ...(email.trim() ? [] : [required('email', 'Enter your email address')]),
      ...(password ? [] : [required('password', 'Enter your password')]),
    ];
    setProblems(found);
    if (found.length === 0) void attempt(email.trim(), password);
  };

  return (
    <Page title="Sign in" narrow>
      {expired && (
        <Inset>
          You were signed out, because nobody used this page for a while or because you signed out in another
          window. Sign in again to go on where you were: what you typed is still here, for you only.
        </Inset>
      )}
      {told && <Inset>{told}</Inset>}
      <Form problems={problems} onSubmit={submit}>
        <TextInput
          path="email"
          label="Email address"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
        />
        <TextInput
          path="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          width={20}
          value={password}
          onChange={setPassword}
        />
        <Button submit busy={busy}>
          Sign in
        </Button>
      </Form>
      <p className="govuk-body">
        <Link className="govuk-link" to="/cannot-sign-in">
          I cannot sign in
        </Link>
      </p>
      <p className="govuk-body">If a child is in immediate danger, call 999.</p>
      <p className="govuk-body">
        You are a child or a parent?{' '}
        <Link className="govuk-link" to="/find">
          Find something to join, without signing in
        </Link>
      </p>
      {options?.demo && options.people && (
        <DemoPeople
          people={options.people}
          onPick={(person) => void attempt(person.email, options.password ?? '')}
        />
      )}
    </Page>
  );
}
