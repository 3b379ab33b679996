/** Roles by the federation's own `@requiresScopes`: demanded of the caller, whoever owns the value. */
import { PROVIDER_ROLES } from '@causeway/schema';

const PREFIX = '@requiresScopes ';

/** The demand of a field that takes one of several sets of OAuth scopes. */
export function roleDemand(anyOf: readonly (readonly string[])[]): string {
  return PREFIX + JSON.stringify(anyOf);
}

/** Whether a demand is one for a role. */
export function isRoleDemand(demand: string): boolean {
  return demand.startsWith(PREFIX);
}

/** Whether a demand is one for a role that providers hold, by facts. */
export function demandsProvider(demand: string): boolean {
  if (!isRoleDemand(demand)) return false;
  const named = new Set(setsOf(demand).flat());
  return PROVIDER_ROLES.some((role) => named.has(role));
}

/** Whether the scopes a caller holds meet a role demand. */
export function meetsRole(demand: string, held: ReadonlySet<string>): boolean {
  return setsOf(demand).some((all) => all.every((scope) => held.has(scope)));
}

function setsOf(demand: string): readonly (readonly string[])[] {
  return JSON.parse(demand.slice(PREFIX.length)) as readonly (readonly string[])[];
}
