/** The safeguarding concerns of a record, and resolving one. */
import { useState } from 'react';
import { Button } from '../../components/button';
import { Lines } from '../../components/summary-list';
import { Tag } from '../../components/tag';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { ConcernFragment } from '../../gql/graphql';
import { useChange } from '../../platform/data';
import { day, moment } from '../../platform/dates';
import { TextForm } from '../text-form';
import { concernWords } from '../words';

export const Concern = graphql(`
  fragment Concern on SafeguardingConcern {
    id version kind aboutName immediateDanger text raisedAt decisionDueOn outcome open
    about { id name }
    raisedBy { id name }
    calls { agency calledAt spokeTo reference }
  }
`);

const Resolve = graphql(`
  mutation ResolveSafeguardingConcern($input: ResolveSafeguardingConcernInput!) {
    resolveSafeguardingConcern(input: $input) {
      safeguardingConcern { id ...Concern }
      problems { field code message }
    }
  }
`);

function OneConcern({ concern, mayResolve }: { concern: ConcernFragment; mayResolve: boolean }) {
  const [resolving, setResolving] = useState(false);
  const resolve = useChange(Resolve);
  const about = concern.about?.name ?? concern.aboutName;
  return (
    <li className={`app-concern${concern.open ? ' app-concern--open' : ''}`}>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <Tag colour={concern.open ? 'red' : 'grey'}>{concern.open ? 'Open' : 'Resolved'}</Tag>{' '}
        <strong>{concernWords[concern.kind]}</strong>
        {about && `: ${about}`}
      </p>
      <p className="govuk-body govuk-!-margin-bottom-1">
        <Lines text={concern.text} />
      </p>
      {concern.calls.map((call) => (
        <p key={call.calledAt} className="app-second">
          Called {call.agency} on {moment(call.calledAt)}
          {call.spokeTo && `, spoke to ${call.spokeTo}`}
          {call.reference && `, reference ${call.reference}`}
        </p>
      ))}
      <p className="app-second">
        Raised by {concern.raisedBy.name} on {moment(concern.raisedAt)}.{' '}
        {concern.open ? `Decision due ${day(concern.decisionDueOn)}.` : `Outcome: ${concern.outcome ?? ''}`}
      </p>
      {concern.open && mayResolve && !resolving && (
        <Button look="link" onClick={() => setResolving(true)}>
          Resolve this concern
        </Button>
      )}
      {resolving && concern.open && (
        <TextForm
          name={`resolve ${concern.id}`}
          path="outcome"
          label="What was decided and done?"
          hint="Who decided, what happens now, who follows it up."
          empty="Write what was decided"
          button="Resolve the concern"
          busy={resolve.busy}
          run={(outcome) =>
            resolve.run({ safeguardingConcernId: concern.id, version: concern.version, outcome })
          }
          done={() => setResolving(false)}
          cancel={() => setResolving(false)}
        />
      )}
    </li>
  );
}

interface Props {
  concerns: ReadonlyArray<FragmentType<typeof Concern>>;
  mayResolve: boolean;
  hideHeading?: boolean;
}

export function ConcernList({ concerns, mayResolve, hideHeading }: Props) {
  const all = concerns.map((concern) => unmask(Concern, concern));
  if (all.length === 0) return null;
  const ordered = [...all].sort(
    (a, b) => Number(b.open) - Number(a.open) || b.raisedAt.localeCompare(a.raisedAt),
  );
  return (
    <>
      {!hideHeading && <h2 className="govuk-heading-m">Safeguarding concerns</h2>}
      <ul className="govuk-list">
        {ordered.map((concern) => (
          <OneConcern key={concern.id} concern={concern} mayResolve={mayResolve} />
        ))}
      </ul>
    </>
  );
}
