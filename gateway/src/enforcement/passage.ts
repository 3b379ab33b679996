/** The gate before a fetch: which of its demands a permit meets, and how much of the permit the fetch needs. */
import { isClinicalScope } from '@causeway/schema';
import type { Permit, RecordTypeLabel } from '@causeway/schema';
import { meets, meetsAll } from './refusal.js';
import { isRoleDemand, meetsRole } from './roles.js';

/** A field of a fetch that is switched on where its demands are met. */
export interface Switch {
  readonly variable: string;
  readonly demands: readonly string[];
}

/** The switches that a permit turns on; without a permit, none. */
export function switchedOn(switches: readonly Switch[], permit: Permit | null): readonly string[] {
  if (permit === null) return [];
  return switches
    .filter(({ demands }) => meetsAll(permit, demands))
    .map(({ variable }) => variable);
}

/**
 * Narrows permits to what a fetch needs of them: with no scope that the fetch has no use for. Records that name a
 * category of their own may be of any, so a fetch that selects such records needs every clinical scope.
 */
export function narrowing(
  switches: readonly Switch[],
  on: ReadonlySet<string>,
  records: readonly RecordTypeLabel[],
): (permit: Permit) => Permit {
  const selectsMixed = records.some(
    ({ subject, presence }) => subject.category !== undefined && presence.scopes.length === 0,
  );
  const demanded = switches
    .filter(({ variable }) => on.has(variable))
    .flatMap(({ demands }) => demands);
  const needed = new Set<string>([
    ...demanded,
    ...records.flatMap(({ presence }) => presence.scopes),
  ]);
  return (permit) => ({
    ...permit,
    scopes: permit.scopes.filter(
      (scope) => needed.has(scope) || (selectsMixed && isClinicalScope(scope)),
    ),
    refusals: {},
    requestable: [],
  });
}

/** The demands that no permit among several meets: fields that make them need not be planned. */
export function refusedByAll(
  demands: Iterable<string>,
  permits: readonly Permit[],
): readonly string[] {
  return [...demands].filter(
    (demand) => !isRoleDemand(demand) && !permits.some((permit) => meets(permit, demand)),
  );
}

/** The demands for roles that the scopes a caller holds do not meet. */
export function refusedByRole(
  demands: Iterable<string>,
  held: ReadonlySet<string>,
): readonly string[] {
  return [...demands].filter((demand) => isRoleDemand(demand) && !meetsRole(demand, held));
}
