/** When one run meets: sessions written down, cancelled, and made good. */
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Form } from '../components/form';
import { Done, Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Sheet } from '../components/sheet';
import { Second, Table } from '../components/table';
import { Tag } from '../components/tag';
import { TextArea } from '../components/text-area';
import { graphql } from '../gql/gql';
import type { OfferingSessionsQuery } from '../gql/graphql';
import { now } from '../platform/clock';
import { useChange, useData } from '../platform/data';
import { clockOf, day, dayOfWeek, time } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { useLiveSessions } from '../platform/live-sessions';
import { NotFoundPage } from '../platform/not-found-page';
import { type Problem, required } from '../platform/problems';
import { type Hours, ScheduleForm } from './schedule-form';

const OfferingSessions = graphql(`
  query OfferingSessions($id: ID!, $before: String) {
    node(id: $id) {
      __typename
      id
      ... on Offering {
        version startsOn endsOn schedule venue viewerCanSchedule
        leaders { id name }
        programme { id title provider { id name } }
        sessions(last: 100, before: $before) {
          nodes { id version startsAt endsAt cancelled cancelledReason viewerCanCancel workers { id name } }
          pageInfo { hasPreviousPage startCursor }
        }
      }
    }
  }
`);
const CancelSession = graphql(`
  mutation CancelSession($input: CancelSessionInput!) {
    cancelSession(input: $input) { session { id version cancelled } problems { field code message } }
  }
`);

type Node = NonNullable<OfferingSessionsQuery['node']>;
type Offering = Extract<Node, { __typename: 'Offering' }>;
type Session = Offering['sessions']['nodes'][number];

const hoursOf = (it: Session): Hours => ({
  from: clockOf(new Date(it.startsAt)),
  to: clockOf(new Date(it.endsAt)),
});

function CancelForm({ it, done, cancel }: { it: Session; done: () => void; cancel: () => void }) {
  const change = useChange(CancelSession);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    const found = reason.trim() ? [] : [required('reason', 'Say why it does not take place')];
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0) return;
    const answer = await change.run({ sessionId: it.id, version: it.version, reason: reason.trim() });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) done();
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <TextArea
        path="reason"
        label="Why does it not take place?"
        hint="Who leads it and who works with the children reads this. Name no child."
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <ButtonGroup>
        <Button submit busy={change.busy}>
          Cancel the session
        </Button>
        <Button look="link" onClick={cancel}>
          Back
        </Button>
      </ButtonGroup>
    </Form>
  );
}

type Doing = { what: 'schedule'; hours?: Hours } | { what: 'cancel'; session: Session };

function columns(start: (doing: Doing) => void, canSchedule: boolean) {
  const name = (it: Session) => `${day(it.startsAt)} at ${time(it.startsAt)}`;
  return [
    {
      head: 'When',
      heads: true,
      cell: (it: Session) => (
        <>
          {dayOfWeek(it.startsAt)}
          <Second>
            {time(it.startsAt)} to {time(it.endsAt)}
          </Second>
        </>
      ),
    },
    {
      head: 'Who leads',
      cell: (it: Session) => (it.workers ?? []).map((one) => one.name).join(', ') || 'Nobody yet',
    },
    {
      head: 'Change',
      cell: (it: Session) => {
        if (it.cancelled)
          return (
            <>
              <Tag colour="grey">Cancelled</Tag>
              {it.cancelledReason && <Second>{it.cancelledReason}</Second>}
              {canSchedule && (
                <Button
                  look="link"
                  hiddenText={`for ${name(it)}`}
                  onClick={() => start({ what: 'schedule', hours: hoursOf(it) })}
                >
                  Add a catch-up session
                </Button>
              )}
            </>
          );
        if (!it.viewerCanCancel || it.endsAt < now().toISOString()) return '';
        return (
          <Button
            look="link"
            hiddenText={`of ${name(it)}`}
            onClick={() => start({ what: 'cancel', session: it })}
          >
            Cancel the session
          </Button>
        );
      },
    },
  ];
}

/** Those to come in their order, and those that are over with the last one first. */
function split(sessions: readonly Session[]): { coming: Session[]; over: Session[] } {
  const at = now().toISOString();
  const coming = sessions.filter((it) => it.endsAt >= at);
  return { coming, over: sessions.filter((it) => it.endsAt < at).reverse() };
}

function Body({ it, reload, more }: { it: Offering; reload: () => void; more: (before: string) => void }) {
  const [doing, setDoing] = useState<Doing>();
  const [told, setTold] = useState<string>();
  const start = (next: Doing) => {
    setTold(undefined);
    setDoing(next);
  };
  const done = (words: string) => {
    setDoing(undefined);
    setTold(words);
    reload();
  };
  const { nodes, pageInfo } = it.sessions;
  const { coming, over } = split(nodes);
  return (
    <>
      {told && <Done>{told}</Done>}
      <p className="govuk-body">
        {it.schedule}
        {it.venue && `, ${it.venue}`}. From {day(it.startsOn)} to {day(it.endsOn)}.
      </p>
      {!doing && it.viewerCanSchedule && (
        <Button onClick={() => start({ what: 'schedule' })}>Write down sessions</Button>
      )}
      {doing?.what === 'schedule' && (
        <Sheet title={doing.hours ? 'Add a catch-up session' : 'Write down sessions'}>
          <ScheduleForm
            offering={it}
            workers={it.leaders ?? []}
            hours={doing.hours}
            done={done}
            cancel={() => setDoing(undefined)}
          />
        </Sheet>
      )}
      {doing?.what === 'cancel' && (
        <Sheet
          title={`Cancel the session of ${dayOfWeek(doing.session.startsAt)}, ${time(doing.session.startsAt)}`}
        >
          <CancelForm
            it={doing.session}
            done={() =>
              done('The session is cancelled. The caseworkers of the children are asked to tell them.')
            }
            cancel={() => setDoing(undefined)}
          />
        </Sheet>
      )}
      {nodes.length === 0 && <p className="govuk-body">No session is written down.</p>}
      {coming.length > 0 && (
        <Table
          caption="To come"
          columns={columns(start, it.viewerCanSchedule)}
          rows={coming}
          keyOf={(row) => row.id}
        />
      )}
      {over.length > 0 && (
        <Table
          caption="Over"
          columns={columns(start, it.viewerCanSchedule)}
          rows={over}
          keyOf={(row) => row.id}
        />
      )}
      {pageInfo.hasPreviousPage && pageInfo.startCursor && (
        <Button look="link" onClick={() => more(pageInfo.startCursor ?? '')}>
          Earlier sessions
        </Button>
      )}
    </>
  );
}

export function SessionsPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const [before, setBefore] = useState<string>();
  const { data, failure, loading, reload } = useData(OfferingSessions, { id, ...(before && { before }) });
  useLiveSessions(reload);
  const it = data?.node?.__typename === 'Offering' ? data.node : undefined;
  if (!it && !loading && (!failure || failure.code === 'NOT_FOUND')) return <NotFoundPage />;
  return (
    <Page
      title="When it meets"
      heading={it ? `When ${it.programme.title} meets` : undefined}
      caption={it?.programme.provider.name}
      back={
        <Link to="/" className="govuk-back-link app-no-print">
          Back
        </Link>
      }
    >
      {loading && <Loading what="the sessions" />}
      {failure && !it && <NotShown message={failure.message} retry={reload} />}
      {it && <Body it={it} reload={reload} more={setBefore} />}
    </Page>
  );
}
