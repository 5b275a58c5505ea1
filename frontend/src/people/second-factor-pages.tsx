/** The second step of signing in: a code, setting up the app that shows it, and the recovery codes. */
import { useEffect, useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Form } from '../components/form';
import { Loading, NotShown, Warning } from '../components/messages';
import { Page } from '../components/page';
import { TextInput } from '../components/text-input';
import { type Problem, required } from '../platform/problems';
import { type Enrolment, enrolment, enterCode, type Step } from '../platform/session';

interface Props {
  onStep: (next: Step) => void;
}

function CodeForm({ onStep, hint }: Props & { hint: string }) {
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (!code.trim()) {
      setProblems([required('code', 'Enter the code')]);
      return;
    }
    setBusy(true);
    const next = await enterCode(code.trim());
    setBusy(false);
    if (next.at !== 'failed' || next.over) onStep(next);
    else setProblems([{ path: 'code', code: 'INVALID', message: next.message }]);
  };
  return (
    <Form problems={problems} onSubmit={() => void submit()}>
      <TextInput
        path="code"
        label="Code"
        hint={hint}
        width={10}
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      <Button submit busy={busy}>
        Continue
      </Button>
    </Form>
  );
}

export function CodePage({ onStep }: Props) {
  return (
    <Page title="Enter your code" narrow>
      <CodeForm onStep={onStep} hint="The six digits that your authenticator app shows for Ridgeway" />
      <h2 className="govuk-heading-s">If you do not have your app</h2>
      <p className="govuk-body">
        Type one of your recovery codes in its place. Each works once. Without either, ask those who run
        Ridgeway for you.
      </p>
    </Page>
  );
}

function Squares({ size, path }: Enrolment['squares']) {
  return (
    <svg
      className="app-squares"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR code with the key below"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

export function EnrolPage({ onStep }: Props) {
  const [shown, setShown] = useState<Enrolment>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    void enrolment().then((answer) => {
      if ('key' in answer) setShown(answer);
      else setFailed(answer.message);
    });
  }, []);
  return (
    <Page title="Set up your second factor" narrow>
      <p className="govuk-body">
        What is kept here is about children. So a password is not enough: each time you sign in, an app on
        your telephone shows you a code. You set this up once.
      </p>
      {failed && <NotShown message={failed} retry={() => onStep({ at: 'failed', message: failed })} />}
      {!shown && !failed && <Loading what="your key" />}
      {shown && (
        <>
          <h2 className="govuk-heading-m">1. Add Ridgeway to an authenticator app</h2>
          <p className="govuk-body">
            Open the app that your organisation uses, choose to add an account, and point the camera at this:
          </p>
          <Squares {...shown.squares} />
          <p className="govuk-body">
            Or type this key into the app:{' '}
            <strong className="app-key">{shown.key.match(/.{1,4}/g)?.join(' ')}</strong>
          </p>
          <h2 className="govuk-heading-m">2. Enter the code that the app shows</h2>
          <CodeForm onStep={onStep} hint="Six digits" />
        </>
      )}
    </Page>
  );
}

interface RecoveryProps {
  codes: string[];
  left: number | undefined;
  onGoOn: () => void;
}

export function RecoveryPage({ codes, left, onGoOn }: RecoveryProps) {
  if (codes.length === 0) {
    return (
      <Page title="You used a recovery code" narrow>
        <p className="govuk-body">
          {left === 1 ? 'One recovery code is left.' : `${left ?? 0} recovery codes are left.`} If your
          telephone is lost, tell those who run Ridgeway for you, so that you can set up a new one.
        </p>
        <Button onClick={onGoOn}>Continue</Button>
      </Page>
    );
  }
  return (
    <Page title="Keep your recovery codes" narrow>
      <p className="govuk-body">
        If you lose your telephone, one of these codes signs you in. Each works once. Keep them where only you
        find them, and not beside your password.
      </p>
      <Warning>They are shown only now.</Warning>
      <ul className="govuk-list app-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <ButtonGroup>
        <Button onClick={onGoOn}>I have kept them</Button>
        <Button look="secondary" onClick={() => window.print()}>
          Print
        </Button>
      </ButtonGroup>
    </Page>
  );
}
