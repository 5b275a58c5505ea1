/** On every page of somebody who is signed in: opens what is on this device, sends what waits, and says what does. */
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { makeClient } from '../../platform/client';
import { onDevice } from '../../platform/on-device';
import { makeStore, useStore } from '../../platform/store';
import { useViewer } from '../../platform/viewer';
import { keeper, openDevice } from './device';
import { isOld, nextToSend } from './marks';
import { makeSender } from './sender';
import { transportOver } from './transport';
import { readyWithoutNetwork } from './without-network';

const everyWhile = 15_000;

/** Whether the server was reached the last time something was sent. */
export const reached = makeStore(true);

/** Said to the window by whoever does not want to wait. */
export const sendNow = 'ridgeway-send-now';

/** Sends as soon as there is something to send, when the network is back, and every now and then. */
function useSending(): void {
  // A client of its own: what is sent does not make the pages load everything again.
  const sender = useMemo(() => makeSender(keeper, transportOver(makeClient())), []);
  useEffect(() => {
    let known = 0;
    const send = () => {
      if (!nextToSend(keeper.kept.get().entries, Date.now())) return;
      void sender.run().then((all) => reached.set(all));
    };
    const look = () => {
      const { length } = keeper.kept.get().entries;
      if (length > 0 && (length !== known || reached.get())) send();
      known = length;
    };
    look();
    const stop = keeper.kept.subscribe(look);
    const timer = setInterval(() => {
      void keeper.forgetOld();
      send();
    }, everyWhile);
    window.addEventListener('online', send);
    window.addEventListener(sendNow, send);
    return () => {
      stop();
      clearInterval(timer);
      window.removeEventListener('online', send);
      window.removeEventListener(sendNow, send);
    };
  }, [sender]);
}

function Others({ count }: { count: number }) {
  return (
    <div className="govuk-width-container app-notice app-no-print">
      <section className="moj-alert moj-alert--warning" aria-label="Not sent on this device">
        <div className="moj-alert__content">
          <strong>
            {count === 1
              ? '1 entry of a register that somebody else made on this device is not sent.'
              : `${count} entries of registers that somebody else made on this device are not sent.`}
          </strong>{' '}
          You cannot see or send {count === 1 ? 'it' : 'them'}: {count === 1 ? 'it waits' : 'they wait'} here
          until that person signs in again.
        </div>
      </section>
    </div>
  );
}

function Old({ count }: { count: number }) {
  return (
    <div className="govuk-width-container app-notice app-no-print">
      <section className="moj-alert moj-alert--warning" aria-label="Older than 12 hours">
        <div className="moj-alert__content">
          <strong>
            {count === 1
              ? '1 entry of a register is older than 12 hours and was not sent.'
              : `${count} entries of registers are older than 12 hours and were not sent.`}
          </strong>{' '}
          <Link className="govuk-link" to="/registers">
            Decide what happens to {count === 1 ? 'it' : 'them'}
          </Link>
        </div>
      </section>
    </div>
  );
}

export function DeviceGuard() {
  const { role } = useViewer();
  const keeps = role === 'PROVIDER_WORKER' || role === 'PROVIDER_MANAGER';
  const { entries } = useStore(keeper.kept);
  const { others } = useStore(onDevice);
  useSending();
  useEffect(() => {
    void openDevice(keeps);
    if (keeps) void readyWithoutNetwork();
  }, [keeps]);
  const old = entries.filter((entry) => isOld(entry, Date.now())).length;
  return (
    <>
      {others > 0 && <Others count={others} />}
      {old > 0 && <Old count={old} />}
    </>
  );
}
