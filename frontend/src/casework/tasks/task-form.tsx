/** Adding a task to a case. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { DateInput, isBlank, noDate } from '../../components/date-input';
import { Form } from '../../components/form';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';
import { graphql } from '../../gql/gql';
import { useChange, useData } from '../../platform/data';
import { isoFrom } from '../../platform/dates';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import { type Problem, required } from '../../platform/problems';
import { useViewer } from '../../platform/viewer';

const Colleagues = graphql(`
  query Colleagues($organisationId: ID!) {
    users(filter: { organisationId: $organisationId, roles: [CASEWORKER, TRIAGE_OFFICER, TEAM_MANAGER] }, first: 100) {
      nodes { id name active }
    }
  }
`);
const Create = graphql(`
  mutation CreateTask($input: CreateTaskInput!) {
    createTask(input: $input) { task { id ...TaskRow case { id nextDueOn } } problems { field code message } }
  }
`);

interface Props {
  caseId: string;
  done: (words: string) => void;
  cancel: () => void;
}

export function TaskForm({ caseId, done, cancel }: Props) {
  const viewer = useViewer();
  const empty = { title: '', due: noDate, place: '', assigneeId: viewer.user.id };
  const [it, setIt] = useKept(`task ${caseId}`, empty);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const { data } = useData(Colleagues, { organisationId: viewer.organisation.id });
  const create = useChange(Create);
  const set = (change: Partial<typeof empty>) => setIt((before) => ({ ...before, ...change }));
  const colleagues = (data?.users?.nodes ?? []).filter((user) => user.active && user.id !== viewer.user.id);
  const submit = async () => {
    const dueOn = isoFrom(it.due);
    const found: Problem[] = [];
    if (!it.title.trim()) found.push(required('title', 'Enter what there is to do'));
    if (!isBlank(it.due) && !dueOn) {
      found.push({ path: 'dueOn', code: 'INVALID', message: 'The due day must be a real date' });
    }
    setProblems(found);
    if (found.length > 0) return;
    const answer = await create.run({
      caseId,
      title: it.title.trim(),
      dueOn: dueOn ?? undefined,
      place: it.place.trim() || undefined,
      assigneeId: it.assigneeId,
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      setIt(empty);
      done('The task was added.');
    }
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <TextInput
        path="title"
        label="What is to be done?"
        value={it.title}
        onChange={(title) => set({ title })}
      />
      <DateInput path="dueOn" legend="By when? (optional)" value={it.due} onChange={(due) => set({ due })} />
      <TextInput
        path="place"
        label="Where? (optional)"
        width={20}
        value={it.place}
        onChange={(place) => set({ place })}
      />
      <Select
        path="assigneeId"
        label="Who does it?"
        value={it.assigneeId}
        onChange={(assigneeId) => set({ assigneeId })}
        options={[
          { value: viewer.user.id, label: `${viewer.user.name} (you)` },
          ...colleagues.map((user) => ({ value: user.id, label: user.name })),
        ]}
      />
      <ButtonGroup>
        <Button submit busy={create.busy}>
          Add the task
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
