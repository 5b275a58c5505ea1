/** The problems of the form around, so that each field finds its own. */
import { createContext, use } from 'react';
import { idOf, type Problem } from '../platform/problems';

const ProblemsContext = createContext<readonly Problem[]>([]);

export const Problems = ProblemsContext.Provider;

export interface FieldProblem {
  id: string;
  error: string | undefined;
  errorId: string | undefined;
}

/** What a field with this path shows: its own problem, or one inside it where `inner`. */
export function useFieldProblem(path: string, inner = false): FieldProblem {
  const problems = use(ProblemsContext);
  const found = problems.find((p) => p.path === path || (inner && p.path.startsWith(`${path}.`)));
  const id = idOf(path);
  return { id, error: found?.message, errorId: found && `${id}-error` };
}

export function describedBy(...ids: unknown[]): string | undefined {
  return ids.filter((id) => typeof id === 'string' && id !== '').join(' ') || undefined;
}
