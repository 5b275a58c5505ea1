/** Everything that happened on a case in one order, newest first: notes in full, the rest in a line. */
import { useEffect, useState } from 'react';
import { Loading, NotShown } from '../../components/messages';
import { Pager, type Place, pageOf } from '../../components/pager';
import { graphql } from '../../gql/gql';
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
          subject { id __typename ... on CaseNote { ...NoteItem } }
        }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
`);

interface Props {
  reference: string;
  /** Changes with each live load, so that the timeline is loaded again with the case. */
  loads: number;
  notesOnly: boolean;
  done: (words: string) => void;
}

export function Timeline({ reference, loads, notesOnly, done }: Props) {
  const [place, setPlace] = useState<Place>({});
  const { data, failure, loading, reload } = useData(CaseTimeline, {
    reference,
    kinds: notesOnly ? ['NOTE'] : undefined,
    ...pageOf(place, 20),
  });
  useEffect(() => {
    if (loads > 0) reload();
  }, [loads, reload]);
  const timeline = data?.case?.timeline;
  if (loading) return <Loading what="the timeline" />;
  if (!timeline) return failure ? <NotShown message={failure.message} retry={reload} /> : null;
  if (timeline.nodes.length === 0) return <p className="govuk-body">Nothing is written yet.</p>;
  return (
    <>
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
            </div>
          ),
        )}
      </div>
      <Pager info={timeline.pageInfo} go={setPlace} />
    </>
  );
}
