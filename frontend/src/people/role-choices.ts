/** Which roles somebody may offer. The server decides; this only leaves out what it would refuse. */
import type { Role } from '../gql/graphql';
import { roleWords } from '../platform/words';

const service: Role[] = ['CASEWORKER', 'TRIAGE_OFFICER', 'TEAM_MANAGER', 'REFERRER'];
const provider: Role[] = ['PROVIDER_WORKER', 'PROVIDER_MANAGER', 'REFERRER'];
const partnership: Role[] = ['PARTNERSHIP_MANAGER', 'ANALYST', 'FINANCE_OFFICER', 'REFERRER'];

const given: Record<Role, Role[]> = {
  REFERRER: ['REFERRER'],
  CASEWORKER: service,
  TRIAGE_OFFICER: service,
  TEAM_MANAGER: service,
  PROVIDER_WORKER: provider,
  PROVIDER_MANAGER: provider,
  PARTNERSHIP_MANAGER: partnership,
  ANALYST: partnership,
  FINANCE_OFFICER: partnership,
  DATA_PROTECTION_OFFICER: partnership,
  ADMINISTRATOR: Object.keys(roleWords) as Role[],
};

/** The roles that somebody in a role may offer, as a list to choose from. */
export function rolesToOffer(giver: Role): { value: Role; label: string }[] {
  return given[giver].map((role) => ({ value: role, label: roleWords[role] }));
}
