/** Tasks: what, by when, who; done with one press. */

import { Link } from '@tanstack/react-router';
import { Button } from '../../components/button';
import { Second, Table } from '../../components/table';
import { type FragmentType, unmask } from '../../gql/fragment-masking';
import { graphql } from '../../gql/gql';
import type { TaskRowFragment } from '../../gql/graphql';
import { now } from '../../platform/clock';
import { useChange } from '../../platform/data';
import { dueWords, isoDay, moment } from '../../platform/dates';
import { OverdueTag } from '../tags';

const TaskRow = graphql(`
  fragment TaskRow on Task {
    id version title dueOn at place done overdue
    assignee { id name }
    case { id reference youngPerson { id displayName } }
    referral { id reference child { id displayName } }
  }
`);
const Complete = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) { task { id ...TaskRow } problems { field code message } }
  }
`);

function CompleteButton({ task, failed }: { task: TaskRowFragment; failed: (words: string) => void }) {
  const complete = useChange(Complete);
  if (task.done) return <>Done</>;
  return (
    <Button
      look="link"
      busy={complete.busy}
      hiddenText={`: ${task.title}`}
      onClick={async () => {
        const answer = await complete.run({ taskId: task.id, version: task.version });
        const words = answer.failure?.message ?? answer.problems[0]?.message;
        if (words) failed(words);
      }}
    >
      Mark as done
    </Button>
  );
}

function About({ task }: { task: TaskRowFragment }) {
  if (task.case) {
    return (
      <Link className="govuk-link" to="/cases/$reference" params={{ reference: task.case.reference }}>
        {task.case.youngPerson.displayName}
        <span className="app-second">{task.case.reference}</span>
      </Link>
    );
  }
  if (task.referral) {
    return (
      <Link className="govuk-link" to="/referrals/$reference" params={{ reference: task.referral.reference }}>
        {task.referral.child.displayName}
        <span className="app-second">{task.referral.reference}</span>
      </Link>
    );
  }
  return null;
}

interface Props {
  tasks: ReadonlyArray<FragmentType<typeof TaskRow>>;
  caption: string;
  hideCaption?: boolean;
  withSubject?: boolean;
  failed: (words: string) => void;
}

export function TaskList({ tasks, caption, hideCaption, withSubject, failed }: Props) {
  const rows = tasks.map((task) => unmask(TaskRow, task));
  const today = isoDay(now());
  const columns = [
    {
      head: 'Task',
      heads: true,
      cell: (task: TaskRowFragment) => (
        <>
          {task.title}
          {task.place && <Second>{task.place}</Second>}
        </>
      ),
    },
    {
      head: 'Due',
      cell: (task: TaskRowFragment) => (
        <>
          {task.at ? moment(task.at) : task.dueOn ? dueWords(task.dueOn, today) : 'No date'}
          {task.overdue && !task.done && (
            <Second>
              <OverdueTag />
            </Second>
          )}
        </>
      ),
    },
    { head: 'Who', cell: (task: TaskRowFragment) => task.assignee.name },
    ...(withSubject ? [{ head: 'About', cell: (task: TaskRowFragment) => <About task={task} /> }] : []),
    { head: 'Done', cell: (task: TaskRowFragment) => <CompleteButton task={task} failed={failed} /> },
  ];
  return (
    <Table
      caption={caption}
      hideCaption={hideCaption}
      columns={columns}
      rows={rows}
      keyOf={(task) => task.id}
      marked={(task) => task.overdue && !task.done}
    />
  );
}
