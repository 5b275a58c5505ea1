/** What a child is to other children whose records the viewer may open too. */
import { Link } from '@tanstack/react-router';
import { Button } from '../components/button';
import { Tag } from '../components/tag';
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import type { RelationKind, RelationsFragment } from '../gql/graphql';
import { day } from '../platform/dates';

const Relations = graphql(`
  fragment Relations on YoungPerson {
    relations { kind source from reviewOn youngPerson { id displayName reference } }
  }
`);

export type Relation = NonNullable<RelationsFragment['relations']>[number];

export const relationWords: Record<RelationKind, string> = {
  SIBLING: 'Brother or sister',
  SAME_HOUSEHOLD: 'Lives in the same household',
  FRIEND: 'Friend',
  NO_CONTACT: 'No contact',
  CONFLICT: 'Conflict',
};

const apart: readonly RelationKind[] = ['NO_CONTACT', 'CONFLICT'];

interface Props {
  youngPerson: FragmentType<typeof Relations>;
  end?: (relation: Relation) => void;
}

export function RelationList({ youngPerson, end }: Props) {
  const { relations } = unmask(Relations, youngPerson);
  if (relations == null) return null;
  if (relations.length === 0) return <p className="govuk-body">None that you may see.</p>;
  return (
    <ul className="govuk-list">
      {relations.map((relation) => (
        <li key={`${relation.kind} ${relation.youngPerson.id}`} className="app-contact">
          <Tag colour={apart.includes(relation.kind) ? 'red' : 'grey'}>{relationWords[relation.kind]}</Tag>{' '}
          <Link className="govuk-link" to="/children/$id" params={{ id: relation.youngPerson.id }}>
            {relation.youngPerson.displayName}
          </Link>
          <span className="app-second">
            {relation.source}. Known since {day(relation.from)}.
            {relation.reviewOn && ` Look at it again on ${day(relation.reviewOn)}.`}
          </span>
          {end && (
            <Button look="link" onClick={() => end(relation)}>
              No longer so
              <span className="govuk-visually-hidden">
                : {relationWords[relation.kind]}, {relation.youngPerson.displayName}
              </span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
