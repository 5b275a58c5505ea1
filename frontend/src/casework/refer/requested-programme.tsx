/** The programme that a referral asks for: which one, and the way to take it away. A wish, and it says so. */
import { Button } from '../../components/button';
import { Inset } from '../../components/messages';
import { graphql } from '../../gql/gql';
import { useData } from '../../platform/data';

const Requested = graphql(`
  query RequestedProgramme($id: ID!) { node(id: $id) { __typename id ... on Programme { title } } }
`);

/** What a programme is called; undefined while it is looked up, and for one that is not in the list any more. */
export function useProgrammeTitle(id: string): { title?: string; gone: boolean } {
  const { data, loading, failure } = useData(Requested, { id }, { pause: id === '' });
  const title = data?.node?.__typename === 'Programme' ? data.node.title : undefined;
  const answered = id !== '' && !loading && (data !== undefined || failure?.code === 'NOT_FOUND');
  return { title, gone: answered && title === undefined };
}

export function RequestedProgramme({ id, takeAway }: { id: string; takeAway: () => void }) {
  const { title, gone } = useProgrammeTitle(id);
  if (id === '') return null;
  return (
    <Inset>
      <p className="govuk-body">
        {gone ? (
          'The programme that you chose is not in the list any more.'
        ) : (
          <>
            You ask for <strong>{title ?? 'a programme'}</strong>. The service decides what fits the child; no
            place is held by asking.
          </>
        )}
      </p>
      <Button look="link" onClick={takeAway}>
        Refer without {title ?? 'the programme'}
      </Button>
    </Inset>
  );
}
