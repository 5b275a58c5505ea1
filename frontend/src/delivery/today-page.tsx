/** Where a provider's people begin: registers that are due, today's sessions, and what comes. */
import { Link } from '@tanstack/react-router';
import { Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Tag } from '../components/tag';
import { graphql } from '../gql/gql';
import type { ComingSessionsQuery } from '../gql/graphql';
import { now } from '../platform/clock';
import { useData } from '../platform/data';
import { day, time } from '../platform/dates';
import { useLiveSessions } from '../platform/live-sessions';
import { useStore } from '../platform/store';
import { useViewer } from '../platform/viewer';
import { keeper } from './register/device';
import { grouped, type SessionFacts, windowAround } from './sessions';

const ComingSessions = graphql(`
  query ComingSessions($filter: SessionFilter, $after: String) {
    sessions(filter: $filter, first: 100, after: $after) {
      nodes {
        id startsAt endsAt cancelled cancelledReason
        offering { id venue programme { id title } }
        register { id status }
        attendances { enrolment { id } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

type Row = NonNullable<ComingSessionsQuery['sessions']>['nodes'][number];

interface Shown extends SessionFacts {
  row: Row;
}

function factsOf(row: Row): Shown {
  const expected = (row.register ?? []).filter((it) => ['ACCEPTED', 'STARTED'].includes(it.status));
  const marked = new Set((row.attendances ?? []).map((it) => it.enrolment.id));
  const { id, startsAt, endsAt, cancelled } = row;
  const unmarked = expected.filter((it) => !marked.has(it.id)).length;
  return { id, startsAt, endsAt, cancelled, expected: expected.length, unmarked, row };
}

function Progress({ it }: { it: Shown }) {
  const { entries } = useStore(keeper.kept);
  const waiting = entries.filter((entry) => entry.sessionId === it.id).length;
  const words = () => {
    if (it.cancelled) return <Tag colour="grey">Cancelled</Tag>;
    if (it.expected === 0) return <span className="app-second">Nobody has a place yet</span>;
    const marked = it.expected - it.unmarked;
    return (
      <span className="app-second">
        {marked === 0 ? `${it.expected} expected` : `${marked} of ${it.expected} marked`}
      </span>
    );
  };
  return (
    <>
      {words()} {waiting > 0 && <Tag colour="yellow">{waiting} not sent</Tag>}
    </>
  );
}

function SessionItem({ it, withDay }: { it: Shown; withDay: boolean }) {
  const { offering, cancelledReason } = it.row;
  return (
    <li className="app-session">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        <Link className="govuk-link app-session__link" to="/registers/$id" params={{ id: it.id }}>
          {withDay && `${day(it.startsAt)}, `}
          {time(it.startsAt)} to {time(it.endsAt)}: {offering.programme.title}
        </Link>
      </h3>
      {offering.venue && <span className="app-second">{offering.venue}</span>}
      <Progress it={it} />
      {cancelledReason && <span className="app-second">{cancelledReason}</span>}
      <p className="govuk-body govuk-!-margin-bottom-0 app-no-print">
        <Link className="govuk-link" to="/offerings/$id" params={{ id: offering.id }}>
          Who is enrolled<span className="govuk-visually-hidden"> in {offering.programme.title}</span>
        </Link>
      </p>
    </li>
  );
}

function Group({ title, none, rows, withDay }: GroupProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {rows.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <ul className="govuk-list">
          {rows.map((it) => (
            <SessionItem key={it.id} it={it} withDay={withDay ?? false} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface GroupProps {
  title: string;
  none: string;
  rows: readonly Shown[];
  withDay?: boolean;
}

export function TodayPage() {
  const viewer = useViewer();
  const at = now();
  const { data, failure, loading, reload } = useData(ComingSessions, {
    // A manager sees all that the provider runs, a worker what they lead.
    filter: { ...windowAround(at), ...(viewer.role === 'PROVIDER_WORKER' && { mine: true }) },
  });
  useLiveSessions(reload);
  const found = data?.sessions;
  const groups = found && grouped(found.nodes.map(factsOf), at);
  return (
    <Page title="Sessions" heading="Your sessions" caption={day(at.toISOString())}>
      {loading && <Loading what="your sessions" />}
      {failure && !found && <NotShown message={failure.message} retry={reload} />}
      {groups && (
        <>
          {groups.due.length > 0 && <Group title="Registers to take" none="" rows={groups.due} withDay />}
          <Group title="Today" none="You have no session today." rows={groups.today} />
          <Group
            title="The next 7 days"
            none="You have no session in the next 7 days."
            rows={groups.coming}
            withDay
          />
          {found.pageInfo.hasNextPage && (
            <p className="govuk-body">There are more than 100 sessions in these days; the first are shown.</p>
          )}
        </>
      )}
    </Page>
  );
}
