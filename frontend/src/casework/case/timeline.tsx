/** Everything that happened on a case in one order, newest first: notes in full, the rest in a line. */
import { useState } from 'react';
import { Loading, NotShown } from '../../components/messages';
import { Pager, type Place, pageOf } from '../../components/pager';
import { Lines } from '../../components/summary-list';
import { graphql } from '../../gql/gql';
import type { CaseTimelineQuery } from '../../gql/graphql';
import { useData } from '../../platform/data';
import { moment } from '../../platform/dates';
import { NoteItem } from './note-item';

const CaseTimeline = graphql(`
  query CaseTimeline($reference: String!, $kinds: [TimelineKind!], $first: Int, $after: String, $last: Int, $before: String) {
    case(reference: $reference) {
      id
      timeline(kinds: $kinds, first: $first, after: $after, last: $last, before: $before) {
        nodes {
          id at kind title
          by { id name }
          subject {
            id
            __typename
            ... on CaseNote { ...NoteItem }
            ... on Session {
              startsAt
              offering { id programme { id title } }
              notes { author { id } at body }
            }
            ... on Enrolment { offering { id programme { id title } } }
          }
        }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
`);

type Entry = NonNullable<NonNullable<NonNullable<CaseTimelineQuery['case']>['timeline']>['nodes']>[number];

/** Which programme it was about, and the words of a session's note. */
function About({ entry }: { entry: Entry }) {
  const { subject } = entry;
  if (subject?.__typename === 'Enrolment')
    return <p className="govuk-body">{subject.offering.programme.title}</p>;
  if (subject?.__typename !== 'Session') return null;
  const note = subject.notes?.find((it) => it.at === entry.at && it.author.id === entry.by?.id);
  return (
    <div className="moj-timeline__description">
      <p className="govuk-body govuk-!-margin-bottom-1">
        {subject.offering.programme.title}, {moment(subject.startsAt)}
      </p>
      {note && (
        <p className="govuk-body">
          <Lines text={note.body} />
        </p>
      )}
    </div>
  );
}

interface Props {
  reference: string;
  /** Changes with each live load, so that the timeline is loaded again with the case. */
  loads: number;
  notesOnly: boolean;
  done: (words: string) => void;
}

export function Timeline({ reference, loads, notesOnly, done }: Props) {
  const [place, setPlace] = useState<Place>({});
  const { data, failure, loading, former, reload } = useData(
    CaseTimeline,
    { reference, kinds: notesOnly ? ['NOTE'] : undefined, ...pageOf(place, 20) },
    { loads, former: 'kept' },
  );
  const timeline = data?.case?.timeline;
  if (loading) return <Loading what="the timeline" />;
  if (!timeline) return failure ? <NotShown message={failure.message} retry={reload} /> : null;
  if (timeline.nodes.length === 0) return <p className="govuk-body">Nothing is written yet.</p>;
  return (
    <div className="app-content" aria-busy={former}>
      <div className="moj-timeline">
        {timeline.nodes.map((entry) =>
          entry.subject?.__typename === 'CaseNote' && entry.kind === 'NOTE' ? (
            <NoteItem key={entry.id} note={entry.subject} done={done} />
          ) : (
            <div className="moj-timeline__item" key={entry.id}>
              <div className="moj-timeline__header">
                <h3 className="moj-timeline__title">{entry.title}</h3>{' '}
                {entry.by && <p className="moj-timeline__byline">by {entry.by.name}</p>}
              </div>
              <p className="moj-timeline__date">
                <time dateTime={entry.at}>{moment(entry.at)}</time>
              </p>
              <About entry={entry} />
            </div>
          ),
        )}
      </div>
      <Pager info={timeline.pageInfo} go={setPlace} />
    </div>
  );
}
