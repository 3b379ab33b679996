/** Roles by the federation's own `@requiresScopes`: demanded of the caller, whoever owns the value. */
const PREFIX = '@requiresScopes ';

/** The demand of a field that takes one of several sets of OAuth scopes. */
export function roleDemand(anyOf: readonly (readonly string[])[]): string {
  return PREFIX + JSON.stringify(anyOf);
}

/** Whether a demand is one for a role. */
export function isRoleDemand(demand: string): boolean {
  return demand.startsWith(PREFIX);
}

/** Whether the scopes a caller holds meet a role demand. */
export function meetsRole(demand: string, held: ReadonlySet<string>): boolean {
  const anyOf = JSON.parse(demand.slice(PREFIX.length)) as readonly (readonly string[])[];
  return anyOf.some((all) => all.every((scope) => held.has(scope)));
}
