/** Who is in one offering: who has a place and how they come, who waits and where, and ending a place. */
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { DateInput, type DateParts, partsOf } from '../components/date-input';
import { Form } from '../components/form';
import { Done, Loading, NotShown } from '../components/messages';
import { Page } from '../components/page';
import { Pager, type Place, pageOf } from '../components/pager';
import { Select } from '../components/select';
import { Sheet } from '../components/sheet';
import { Second, Table } from '../components/table';
import { Tag } from '../components/tag';
import { TextArea } from '../components/text-area';
import { graphql } from '../gql/gql';
import type { CohortQuery, EnrolmentStatus } from '../gql/graphql';
import { now } from '../platform/clock';
import { useChange, useData } from '../platform/data';
import { day, isoDay, isoFrom } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { NotFoundPage } from '../platform/not-found-page';
import { type Problem, required } from '../platform/problems';
import { attendanceWords, endings, inOrder } from './cohort';
import { enrolmentColours, enrolmentWords } from './words';

const Cohort = graphql(`
  query Cohort($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    node(id: $id) {
      id
      ... on Offering {
        startsOn endsOn schedule venue
        programme { id title provider { id name } }
        places { capacity taken held left waiting answer }
        enrolments(first: $first, after: $after, last: $last, before: $before) {
          totalCount
          nodes {
            id version status position positionReason startedOn endedOn viewerCanEnd removalAsked { on reason }
            youngPerson { id displayName }
            attendance { expected attended rate minutes }
          }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }
  }
`);
const EndPlace = graphql(`
  mutation EndPlace($input: EndEnrolmentInput!) {
    endEnrolment(input: $input) { enrolment { id version status endedOn viewerCanEnd removalAsked { on reason } } problems { field code message } }
  }
`);

type Offering = Extract<NonNullable<CohortQuery['node']>, { __typename?: 'Offering' }>;
type Row = NonNullable<Offering['enrolments']>['nodes'][number];

function offeringOf(data: CohortQuery | undefined): Offering | undefined {
  const node = data?.node;
  return node && 'schedule' in node ? node : undefined;
}

function EndForm({ row, done, cancel }: { row: Row; done: (words: string) => void; cancel: () => void }) {
  const end = useChange(EndPlace);
  const choices = endings(row.status);
  const [status, setStatus] = useState<string>('');
  const [on, setOn] = useState<DateParts>(partsOf(isoDay(now())));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    const date = isoFrom(on);
    const found = [
      ...(status ? [] : [required('status', 'Choose how it ends')]),
      ...(date ? [] : [required('on', 'Enter the day on which it ended')]),
      ...(status !== 'COMPLETED' && !reason.trim() ? [required('reason', 'Say why it ends')] : []),
    ];
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0 || !date) return;
    const answer = await end.run({
      enrolmentId: row.id,
      version: row.version,
      status: status as EnrolmentStatus,
      on: date,
      ...(reason.trim() && { reason: reason.trim() }),
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (!answer.payload || answer.problems.length > 0) return;
    done(
      answer.payload.enrolment?.status === 'REMOVED' || status !== 'REMOVED'
        ? 'The place has ended. It goes to whoever waits.'
        : 'The caseworker is asked. The place stays until they agree.',
    );
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Select
        path="status"
        label="How does it end?"
        empty="Choose"
        value={status}
        onChange={setStatus}
        options={choices}
      />
      <DateInput path="on" legend="On which day?" value={on} onChange={setOn} />
      <TextArea path="reason" label="Why does it end?" rows={2} value={reason} onChange={setReason} />
      <ButtonGroup>
        <Button submit busy={end.busy}>
          End the place
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function columns(end: (row: Row) => void, anyEnds: boolean) {
  return [
    { head: 'Child', heads: true, cell: (row: Row) => row.youngPerson.displayName },
    {
      head: 'Where it stands',
      cell: (row: Row) => (
        <>
          <Tag colour={enrolmentColours[row.status] ?? 'grey'}>{enrolmentWords[row.status]}</Tag>
          {row.startedOn && <Second>Since {day(row.startedOn)}</Second>}
          {row.endedOn && <Second>Ended {day(row.endedOn)}</Second>}
          {row.removalAsked && (
            <Second>
              To end on {day(row.removalAsked.on)}, once the caseworker agrees: {row.removalAsked.reason}
            </Second>
          )}
        </>
      ),
    },
    {
      head: 'On the waiting list',
      cell: (row: Row) =>
        row.status === 'WAITLISTED' ? (
          <>
            {row.position ? `Number ${row.position}` : 'Passed over for now'}
            {row.positionReason && <Second>{row.positionReason}</Second>}
          </>
        ) : (
          ''
        ),
    },
    {
      head: 'Attendance',
      cell: (row: Row) => (row.status === 'WAITLISTED' ? '' : attendanceWords(row.attendance)),
    },
    ...(anyEnds
      ? [
          {
            head: 'Change',
            cell: (row: Row) =>
              row.viewerCanEnd &&
              !row.removalAsked && (
                <Button look="link" onClick={() => end(row)} hiddenText={`of ${row.youngPerson.displayName}`}>
                  End the place
                </Button>
              ),
          },
        ]
      : []),
  ];
}

function Body({ it, go, reload }: { it: Offering; go: (place: Place) => void; reload: () => void }) {
  const [ending, setEnding] = useState<Row>();
  const [told, setTold] = useState<string>();
  const { places, enrolments } = it;
  const rows = inOrder(enrolments?.nodes ?? []);
  const end = (row: Row) => {
    setTold(undefined);
    setEnding(row);
  };
  return (
    <>
      {told && <Done>{told}</Done>}
      <p className="govuk-body">
        {it.schedule}
        {it.venue && `, ${it.venue}`}. From {day(it.startsOn)} to {day(it.endsOn)}.
      </p>
      {places.capacity != null && (
        <p className="govuk-body">
          <strong>
            {places.taken} of {places.capacity} places taken
          </strong>
          , {places.held} offered, {places.waiting} on the waiting list.
        </p>
      )}
      <p className="govuk-body app-no-print">
        <Link className="govuk-link" to="/offerings/$id/sessions" params={{ id: it.id }}>
          When it meets
        </Link>
      </p>
      {ending && (
        <Sheet title={`End the place of ${ending.youngPerson.displayName}`}>
          <EndForm
            row={ending}
            done={(words) => {
              setEnding(undefined);
              setTold(words);
              reload();
            }}
            cancel={() => setEnding(undefined)}
          />
        </Sheet>
      )}
      {rows.length === 0 ? (
        <p className="govuk-body">Nobody is enrolled here whom you may see.</p>
      ) : (
        <Table
          caption={`${enrolments?.totalCount ?? 0} enrolled or waiting`}
          columns={columns(
            end,
            rows.some((row) => row.viewerCanEnd),
          )}
          rows={rows}
          keyOf={(row) => row.id}
        />
      )}
      {enrolments && <Pager info={enrolments.pageInfo} go={go} />}
    </>
  );
}

export function CohortPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const [place, setPlace] = useState<Place>({});
  const { data, failure, loading, reload } = useData(Cohort, { id, ...pageOf(place, 100) });
  const it = offeringOf(data);
  if (!it && !loading && (!failure || failure.code === 'NOT_FOUND')) return <NotFoundPage />;
  return (
    <Page
      title="Who is enrolled"
      heading={it?.programme.title}
      caption={it?.programme.provider.name}
      back={
        <Link to="/" className="govuk-back-link app-no-print">
          Back
        </Link>
      }
    >
      {loading && <Loading what="who is enrolled" />}
      {failure && !it && <NotShown message={failure.message} retry={reload} />}
      {it && <Body it={it} go={setPlace} reload={reload} />}
    </Page>
  );
}
