/** Goals of the child or a parent, with how near they are. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Radios } from '../../components/choices';
import { DateInput, partsOf } from '../../components/date-input';
import { Form } from '../../components/form';
import { Table } from '../../components/table';
import { TextInput } from '../../components/text-input';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { GoalOwner } from '../../gql/graphql';
import { now } from '../../platform/clock';
import { useChange } from '../../platform/data';
import { day, isoDay, isoFrom } from '../../platform/dates';
import type { Failure } from '../../platform/failure';
import { type Problem, required } from '../../platform/problems';
import { optionsOf } from '../words';
import { ownerWords } from './measure-words';

const GoalFragment = graphql(`
  fragment Goal on Goal { id title owner change ratings { on rating } }
`);
const SetGoal = graphql(`
  mutation SetGoal($input: SetGoalInput!) {
    setGoal(input: $input) { goal { id ...Goal } problems { field code message } }
  }
`);
const RateGoal = graphql(`
  mutation RateGoal($input: RateGoalInput!) {
    rateGoal(input: $input) { goal { id ...Goal } problems { field code message } }
  }
`);

function RateForm({
  goalId,
  done,
  cancel,
}: {
  goalId: string;
  done: (words: string) => void;
  cancel: () => void;
}) {
  const [on, setOn] = useState(partsOf(isoDay(now())));
  const [rating, setRating] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const rate = useChange(RateGoal);
  const submit = async () => {
    const date = isoFrom(on);
    const number = /^\d+$/.test(rating.trim()) ? Number(rating) : undefined;
    const found = [
      ...(date ? [] : [required('on', 'Enter the day')]),
      ...(number === undefined ? [required('rating', 'Enter a number from 0 to 10')] : []),
    ];
    setProblems(found);
    if (!date || number === undefined) return;
    const answer = await rate.run({ goalId, on: date, rating: number });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) done('The rating was saved.');
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <TextInput
        path="rating"
        label="How near is it? 0 to 10; 10 is met"
        value={rating}
        onChange={setRating}
        width={3}
        numeric
      />
      <DateInput path="on" legend="On which day?" value={on} onChange={setOn} />
      <ButtonGroup>
        <Button submit busy={rate.busy}>
          Save the rating
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}

export function GoalForm({
  caseId,
  done,
  cancel,
}: {
  caseId: string;
  done: (words: string) => void;
  cancel: () => void;
}) {
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState<GoalOwner>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const set = useChange(SetGoal);
  const submit = async () => {
    const found = [
      ...(title.trim() ? [] : [required('title', 'Write the goal')]),
      ...(owner ? [] : [required('owner', 'Choose whose goal it is')]),
    ];
    setProblems(found);
    if (found.length > 0 || !owner) return;
    const answer = await set.run({ caseId, title: title.trim(), owner });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) done('The goal was set.');
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <TextInput path="title" label="The goal, in their words" value={title} onChange={setTitle} />
      <Radios
        path="owner"
        legend="Whose goal is it?"
        value={owner}
        onChange={setOwner}
        choices={optionsOf(ownerWords)}
      />
      <ButtonGroup>
        <Button submit busy={set.busy}>
          Set the goal
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}

interface Props {
  goal: FragmentType<typeof GoalFragment>;
  mayRate: boolean;
  done: (words: string) => void;
}

export function GoalItem({ goal, mayRate, done }: Props) {
  const it = unmask(GoalFragment, goal);
  const [rating, setRating] = useState(false);
  const moved = it.change == null ? '' : ` Since the first rating: ${it.change > 0 ? '+' : ''}${it.change}.`;
  return (
    <section className="govuk-!-margin-bottom-6">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{it.title}</h3>
      <p className="govuk-body">
        {ownerWords[it.owner]}.{moved}
      </p>
      {it.ratings.length > 0 ? (
        <Table
          caption={`Ratings of ${it.title}`}
          hideCaption
          keyOf={(row) => row.on}
          rows={it.ratings}
          columns={[
            { head: 'Day', cell: (row) => day(row.on), heads: true },
            { head: 'Of 10', cell: (row) => row.rating },
          ]}
        />
      ) : (
        <p className="govuk-body">Not rated yet.</p>
      )}
      {mayRate && !rating && (
        <Button look="secondary" onClick={() => setRating(true)}>
          Rate<span className="govuk-visually-hidden"> {it.title}</span>
        </Button>
      )}
      {rating && (
        <RateForm
          goalId={it.id}
          cancel={() => setRating(false)}
          done={(words) => {
            setRating(false);
            done(words);
          }}
        />
      )}
    </section>
  );
}
