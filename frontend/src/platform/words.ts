/** What people call the roles. */
import type { Role } from '../gql/graphql';

export const roleWords: Record<Role, string> = {
  REFERRER: 'Referrer',
  CASEWORKER: 'Caseworker',
  TRIAGE_OFFICER: 'Triage officer',
  TEAM_MANAGER: 'Team manager',
  PROVIDER_WORKER: 'Provider worker',
  PROVIDER_MANAGER: 'Provider manager',
  PARTNERSHIP_MANAGER: 'Partnership manager',
  ANALYST: 'Analyst',
  FINANCE_OFFICER: 'Finance officer',
  DATA_PROTECTION_OFFICER: 'Data protection officer',
  ADMINISTRATOR: 'Administrator',
};
