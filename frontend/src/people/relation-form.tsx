/** Writing down what a child is to another, or that they no longer are. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../components/button';
import { Radios } from '../components/choices';
import { DateInput, isBlank, noDate } from '../components/date-input';
import { Form } from '../components/form';
import { TextArea } from '../components/text-area';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import type { RelationKind } from '../gql/graphql';
import { useChange, useData } from '../platform/data';
import { isoFrom } from '../platform/dates';
import type { Failure } from '../platform/failure';
import { type Problem, required } from '../platform/problems';
import { type Relation, relationWords } from './relations';

const Others = graphql(`
  query OtherChildren($text: String!) {
    youngPeople(search: $text, first: 10) { nodes { id reference displayName age } }
  }
`);
const Relate = graphql(`
  mutation RelateChildren($input: RelateChildrenInput!) {
    relateChildren(input: $input) { youngPerson { id ...Relations } problems { field code message } }
  }
`);

const kinds = Object.entries(relationWords).map(([value, label]) => ({
  value: value as RelationKind,
  label,
  ...((value === 'NO_CONTACT' || value === 'CONFLICT') && { hint: 'They will not be placed in one group.' }),
}));

interface Props {
  youngPersonId: string;
  /** The relation that no longer holds; none to write down a new one. */
  ends?: Relation;
  done: (words: string) => void;
  cancel: () => void;
}

export function RelationForm({ youngPersonId, ends, done, cancel }: Props) {
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [toId, setToId] = useState(ends?.youngPerson.id);
  const [kind, setKind] = useState<RelationKind | undefined>(ends?.kind);
  const [source, setSource] = useState('');
  const [review, setReview] = useState(noDate);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const { data, loading } = useData(Others, { text: search }, { pause: search === '', former: 'dropped' });
  const relate = useChange(Relate);
  const find = () => {
    // Nobody is chosen who is not among those that are shown.
    if (text.trim() !== search) setToId(undefined);
    setSearch(text.trim());
  };
  const others = (data?.youngPeople?.nodes ?? []).filter((child) => child.id !== youngPersonId);
  const submit = async () => {
    const reviewOn = isoFrom(review);
    const found: Problem[] = [];
    if (!toId)
      found.push(
        required(search && others.length > 0 ? 'toId' : 'search', 'Find the other child and choose them'),
      );
    if (!kind) found.push(required('kind', 'Say what they are to one another'));
    if (!source.trim())
      found.push(required('source', ends ? 'Say how you know that it is no longer so' : 'Say how you know'));
    if (!isBlank(review) && !reviewOn) {
      found.push({ path: 'reviewOn', code: 'INVALID', message: 'The day must be a real date' });
    }
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0 || !toId || !kind) return;
    const answer = await relate.run({
      fromId: youngPersonId,
      toId,
      kind,
      source: source.trim(),
      reviewOn: reviewOn ?? undefined,
      ended: ends !== undefined,
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      done(ends ? 'It no longer stands on the record.' : 'It is on both records.');
    }
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      {!ends && (
        <>
          <TextInput
            path="search"
            label="The other child: name or reference"
            hint="Only children whose records you may open are found."
            value={text}
            onChange={setText}
          />
          <Button look="secondary" busy={loading} onClick={find}>
            Find the child
          </Button>
          {search && data && others.length === 0 && (
            <p className="govuk-body">Nobody is found by that whose record you may open.</p>
          )}
          {others.length > 0 && (
            <Radios
              path="toId"
              legend="Who is it?"
              small
              value={toId}
              onChange={setToId}
              choices={others.map((child) => ({
                value: child.id,
                label: `${child.displayName}${child.age == null ? '' : `, ${child.age}`} (${child.reference})`,
              }))}
            />
          )}
          <Radios
            path="kind"
            legend="What are they to one another?"
            small
            value={kind}
            onChange={setKind}
            choices={kinds}
          />
        </>
      )}
      <TextArea
        path="source"
        label={ends ? 'How do you know that it is no longer so?' : 'How do you know?'}
        rows={2}
        value={source}
        onChange={setSource}
      />
      {!ends && (
        <DateInput
          path="reviewOn"
          legend="Look at it again on (optional)"
          value={review}
          onChange={setReview}
        />
      )}
      <ButtonGroup>
        <Button submit busy={relate.busy}>
          {ends ? 'Take it off the record' : 'Save'}
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
