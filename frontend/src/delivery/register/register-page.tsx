/**
 * A session's register, made for one thumb on a phone in a hall. It is shown from what this device has; with a connection
 * that is renewed from the server, and what is marked is sent at once.
 */
import { Link, lazyRouteComponent, useParams } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../../components/button';
import { Done, Inset, Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { now } from '../../platform/clock';
import { textOf } from '../../platform/data';
import { day, isoDay, time } from '../../platform/dates';
import { type Failure, failureOf } from '../../platform/failure';
import { NotFoundPage } from '../../platform/not-found-page';
import { checkSession, session } from '../../platform/session';
import { useStore } from '../../platform/store';
import { loadedNow } from './act';
import { ChildRow, type When } from './child-row';
import { keeper } from './device';
import { reached, sendNow } from './device-guard';
import { registerOf, SessionRegister, sessionOf } from './load';
import type { CountEntry, Entry } from './marks';
import { CountForm } from './note-form';
import { merged, type Register } from './register';
import { UnsentItem } from './unsent-list';
import { countWords, unsentWords } from './words';

const RaiseConcernForm = lazyRouteComponent(
  () => import('../../casework/concerns/raise-concern-form'),
  'RaiseConcernForm',
);

/** The register of the device, renewed from the server where that answers. Never from what this page asked before. */
function useRegister(id: string) {
  const away = useStore(session).state === 'away';
  const { registers, state } = useStore(keeper.kept);
  const client = useClient();
  const [loads, setLoads] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const [answered, setAnswered] = useState(false);
  const [gone, setGone] = useState(false);
  const opened = state !== 'closed';
  // biome-ignore lint/correctness/useExhaustiveDependencies: `loads` is how often it is asked for again
  useEffect(() => {
    if (away || !opened) return undefined;
    let over = false;
    const asked = loadedNow();
    const query = client.query(textOf(SessionRegister), { id }, { requestPolicy: 'network-only' });
    void query.toPromise().then(async ({ data, error }) => {
      if (over) return;
      const [failed, loaded] = [failureOf(error), sessionOf(data)];
      reached.set(failed?.code !== 'NETWORK');
      if (loaded)
        await keeper.keepRegister(merged(keeper.kept.get().registers.get(id), registerOf(loaded, asked)));
      setFailure(failed);
      setGone(!loaded && (!failed || failed.code === 'NOT_FOUND'));
      setAnswered(true);
    });
    return () => {
      over = true;
    };
  }, [client, id, away, opened, loads]);
  const reload = useCallback(() => setLoads((before) => before + 1), []);
  return { register: registers.get(id), away, failure, gone, loading: !answered && !away, reload };
}

/** How far the register is, and whether all of it is sent; heard when it changes. */
function Progress({ register, entries }: { register: Register; entries: readonly Entry[] }) {
  const here = register.children.filter((child) => child.takesPart);
  const marked = here.filter(
    (child) => child.mark || entries.some((it) => it.what === 'mark' && it.enrolmentId === child.enrolmentId),
  );
  return (
    <p className="govuk-body app-progress" role="status">
      <strong>
        {marked.length} of {here.length} marked.
      </strong>{' '}
      {entries.length > 0 ? `${unsentWords(entries.length)}.` : marked.length > 0 && 'All is sent.'}
    </p>
  );
}

function NoConnection({ away, reload }: { away: boolean; reload: () => void }) {
  const there = useStore(reached);
  const { state } = useStore(keeper.kept);
  if (there && !away) return null;
  const tryAgain = async () => {
    await checkSession();
    window.dispatchEvent(new Event(sendNow));
    reload();
  };
  return (
    <Inset>
      <strong>No connection.</strong>{' '}
      {state === 'open'
        ? 'Go on: what you mark is kept on this device, sealed, and sent when there is a connection.'
        : 'This browser cannot keep what you mark: leave this page open until it is sent.'}{' '}
      <Button look="link" onClick={() => void tryAgain()}>
        Try to connect
      </Button>
    </Inset>
  );
}

function Counted({ register, entry }: { register: Register; entry: CountEntry | undefined }) {
  const [open, setOpen] = useState(false);
  const counted = entry ?? register.counted;
  return (
    <section aria-labelledby="counted">
      <h2 className="govuk-heading-m" id="counted">
        People who came in without a place
      </h2>
      <p className="govuk-body">{counted ? countWords(counted) : 'Nobody is counted yet.'}</p>
      {entry && (
        <ul className="govuk-list">
          <UnsentItem entry={entry} />
        </ul>
      )}
      {open ? (
        <CountForm register={register} close={() => setOpen(false)} />
      ) : (
        <div className="app-no-print">
          <Button look="secondary" onClick={() => setOpen(true)}>
            Count people
          </Button>
        </div>
      )}
    </section>
  );
}

interface BodyProps {
  register: Register;
  away: boolean;
  gone: boolean;
  reload: () => void;
}

function Body({ register, away, gone, reload }: BodyProps) {
  const { entries } = useStore(keeper.kept);
  const [concern, setConcern] = useState<string>();
  const [told, setTold] = useState<string>();
  const own = entries.filter((entry) => entry.sessionId === register.sessionId);
  const [then, today] = [isoDay(new Date(register.startsAt)), isoDay(now())];
  const when: When = then > today ? 'early' : then < today ? 'past' : 'today';
  const count = own.filter((it): it is CountEntry => it.what === 'count').at(-1);
  return (
    <>
      {told && <Done>{told}</Done>}
      <NoConnection away={away} reload={reload} />
      {register.cancelled && <Inset>This session was cancelled. Nobody is marked.</Inset>}
      {when === 'early' && !register.cancelled && (
        <Inset>This session is on another day. You can mark now who has said that they will not come.</Inset>
      )}
      {concern && (
        <Sheet title="Raise a safeguarding concern">
          <Suspense fallback={<Loading what="the form" />}>
            <RaiseConcernForm
              about={{ youngPersonId: concern }}
              done={(words) => {
                setConcern(undefined);
                setTold(words);
              }}
              cancel={() => setConcern(undefined)}
            />
          </Suspense>
        </Sheet>
      )}
      {gone && (
        <Inset>
          You can no longer open this register at the service. What this device has of it is below: tell your
          manager what is not sent.
        </Inset>
      )}
      <Progress register={register} entries={own} />
      {register.children.length === 0 && <p className="govuk-body">Nobody has a place here yet.</p>}
      <ul className="govuk-list app-children">
        {register.children.map((child) => (
          <ChildRow
            key={child.enrolmentId}
            register={register}
            child={child}
            entries={own}
            when={when}
            raise={
              away
                ? undefined
                : (youngPersonId) => {
                    setTold(undefined);
                    setConcern(youngPersonId);
                  }
            }
          />
        ))}
      </ul>
      {when !== 'early' && !register.cancelled && <Counted register={register} entry={count} />}
      {!away && (
        <div className="app-no-print">
          <Button look="link" onClick={reload}>
            Load the register again
          </Button>
        </div>
      )}
    </>
  );
}

export function RegisterPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { register, away, failure, gone, loading, reload } = useRegister(id);
  if (gone && !register) return <NotFoundPage />;
  return (
    <Page
      title="Register"
      heading={register?.title ?? 'Register'}
      caption={
        register && `${day(register.startsAt)}, ${time(register.startsAt)} to ${time(register.endsAt)}`
      }
      narrow
      back={
        <Link to="/" className="govuk-back-link app-no-print">
          Back
        </Link>
      }
    >
      {!register && loading && <Loading what="the register" />}
      {!register && failure && <NotShown message={failure.message} retry={reload} />}
      {!register && away && (
        <p className="govuk-body">
          This register is not on this device, or it was loaded more than 12 hours ago. It can be opened when
          there is a connection.
        </p>
      )}
      {register && <Body register={register} away={away} gone={gone} reload={reload} />}
    </Page>
  );
}
