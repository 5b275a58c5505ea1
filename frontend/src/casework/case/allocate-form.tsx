/** Giving a case to a caseworker. A conflict of interest stops it. */
import { useState } from 'react';
import { Button, ButtonGroup } from '../../components/button';
import { Checkboxes, Radios } from '../../components/choices';
import { Form } from '../../components/form';
import { Select } from '../../components/select';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import { useChange, useData } from '../../platform/data';
import type { Failure } from '../../platform/failure';
import { useKept } from '../../platform/kept';
import { type Problem, required } from '../../platform/problems';
import { useViewer } from '../../platform/viewer';

const AllocateFormFragment = graphql(`
  fragment AllocateForm on Case { id version caseworker { id name } coWorkers { id name } }
`);
const Caseworkers = graphql(`
  query Caseworkers($organisationId: ID!) {
    users(filter: { organisationId: $organisationId, roles: [CASEWORKER] }, first: 100) { nodes { id name active } }
  }
`);
const Allocate = graphql(`
  mutation AllocateCase($input: AllocateCaseInput!) {
    allocateCase(input: $input) {
      case { id version status caseworker { id name } coWorkers { id name } }
      problems { field code message }
    }
  }
`);

interface Props {
  subject: FragmentType<typeof AllocateFormFragment>;
  done: (words: string) => void;
  cancel: () => void;
}

export function AllocateForm({ subject, done, cancel }: Props) {
  const it = unmask(AllocateFormFragment, subject);
  const viewer = useViewer();
  const { data } = useData(Caseworkers, { organisationId: viewer.organisation.id });
  const allocate = useChange(Allocate);
  const [typed, setTyped] = useKept(`allocate ${it.id}`, {
    caseworkerId: it.caseworker?.id ?? '',
    coWorkerIds: it.coWorkers.map((worker) => worker.id),
    conflict: undefined as 'yes' | 'no' | undefined,
  });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const workers = (data?.users?.nodes ?? []).filter((user) => user.active);
  const set = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const submit = async () => {
    const found = [
      ...(typed.caseworkerId ? [] : [required('caseworkerId', 'Choose a caseworker')]),
      ...(typed.conflict
        ? []
        : [required('conflictDeclared', 'Say whether there is a conflict of interest')]),
    ];
    setProblems(found);
    setFailure(undefined);
    if (found.length > 0) return;
    const answer = await allocate.run({
      caseId: it.id,
      version: it.version,
      caseworkerId: typed.caseworkerId,
      coWorkerIds: typed.coWorkerIds.filter((id) => id !== typed.caseworkerId),
      conflictDeclared: typed.conflict === 'yes',
    });
    setProblems(answer.problems);
    setFailure(answer.failure);
    if (answer.payload && answer.problems.length === 0) {
      const name = workers.find((worker) => worker.id === typed.caseworkerId)?.name ?? 'The caseworker';
      done(`${name} has the case now. It is on their list.`);
    }
  };
  return (
    <Form problems={problems} failure={failure} onSubmit={() => void submit()}>
      <Select
        path="caseworkerId"
        label="Caseworker"
        empty="Choose a caseworker"
        value={typed.caseworkerId}
        onChange={(caseworkerId) => set({ caseworkerId })}
        options={workers.map((worker) => ({ value: worker.id, label: worker.name }))}
      />
      {workers.length > 1 && (
        <Checkboxes<string>
          path="coWorkerIds"
          legend="Co-workers (optional)"
          small
          values={typed.coWorkerIds}
          onChange={(coWorkerIds) => set({ coWorkerIds })}
          choices={workers
            .filter((worker) => worker.id !== typed.caseworkerId)
            .map((worker) => ({ value: worker.id, label: worker.name }))}
        />
      )}
      <Radios
        path="conflictDeclared"
        legend="Does the worker, or do you, know of a conflict of interest?"
        hint="For example a relative, a neighbour or a friend of the family"
        inline
        value={typed.conflict}
        onChange={(conflict) => set({ conflict })}
        choices={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
        ]}
      />
      <ButtonGroup>
        <Button submit busy={allocate.busy}>
          Allocate
        </Button>
        <Button look="link" onClick={cancel}>
          Cancel
        </Button>
      </ButtonGroup>
    </Form>
  );
}
