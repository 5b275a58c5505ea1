/** The viewer's tasks: to do, overdue, done. A manager sees the team's as well. */
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Loading, NotShown } from '../../components/messages';
import { Page } from '../../components/page';
import { SubNavigation, SubNavigationItem } from '../../components/sub-navigation';
import { graphql } from '../../gql/gql';
import type { TaskFilter } from '../../gql/graphql';
import { taskViews } from '../../platform/choices';
import { useData } from '../../platform/data';
import { useViewer } from '../../platform/viewer';
import { TaskList } from './task-list';

const Tasks = graphql(`
  query Tasks($filter: TaskFilter) {
    tasks(filter: $filter, first: 100) { totalCount nodes { id ...TaskRow } }
    overdue: tasks(filter: { mine: true, done: false, overdue: true }, first: 1) { totalCount }
    mine: tasks(filter: { mine: true, done: false }, first: 1) { totalCount }
  }
`);

type View = (typeof taskViews)[number];
const filters: Record<View, TaskFilter> = {
  mine: { mine: true, done: false },
  overdue: { mine: true, done: false, overdue: true },
  team: { done: false },
  done: { mine: true, done: true },
};
const names: Record<View, string> = { mine: 'To do', overdue: 'Overdue', team: "The team's", done: 'Done' };

export function TasksPage() {
  const viewer = useViewer();
  const { view = 'mine' } = useSearch({ strict: false }) as { view?: View };
  const { data, failure, loading, reload } = useData(Tasks, { filter: filters[view] });
  const [failed, setFailed] = useState<string>();
  const tasks = data?.tasks?.nodes ?? [];
  const total = data?.tasks?.totalCount ?? 0;
  const counts: Partial<Record<View, number>> = {
    mine: data?.mine?.totalCount,
    overdue: data?.overdue?.totalCount,
  };
  const views = taskViews.filter((name) => name !== 'team' || viewer.role === 'TEAM_MANAGER');
  return (
    <Page title="Tasks">
      <SubNavigation label="Which tasks">
        {views.map((name) => (
          <SubNavigationItem key={name}>
            <Link
              className="moj-sub-navigation__link"
              to="/tasks"
              search={{ view: name }}
              aria-current={view === name ? 'page' : undefined}
            >
              {names[name]}
              {counts[name] !== undefined && ` (${counts[name]})`}
            </Link>
          </SubNavigationItem>
        ))}
      </SubNavigation>
      {failed && <NotShown message={failed} />}
      {loading && <Loading what="tasks" />}
      {failure && <NotShown message={failure.message} retry={reload} />}
      {data?.tasks && tasks.length === 0 && <p className="govuk-body">Nothing to do here.</p>}
      {tasks.length > 0 && (
        <TaskList
          tasks={tasks}
          caption={`${total} ${total === 1 ? 'task' : 'tasks'}${total > tasks.length ? `, the first ${tasks.length} shown` : ''}`}
          withSubject
          failed={(words) => {
            setFailed(words);
            reload();
          }}
        />
      )}
    </Page>
  );
}
