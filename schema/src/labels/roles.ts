/**
 * Roles by the federation's own directives, as version 2.12 has it: each `@requiresScopes` is an OR of ANDs, and
 * several that count for one value are ANDed as their product.
 *
 * @see https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/directives#requiresscopes
 */
import type { RoleRequirement } from './model.js';
import type { AppliedDirective } from './vocabulary.js';

type ScopeSet = readonly string[];

/** What a field without `@authenticated` and `@requiresScopes` asks for. */
export const NO_ROLES: RoleRequirement = { authenticated: false, anyOf: [] };

/** The roles that all the directives ask for together: of each `@requiresScopes`, one set must be held. */
export function rolesOf(applied: readonly AppliedDirective[]): RoleRequirement {
  return allRolesOf(
    ...applied.flatMap(({ name, arguments: given }): RoleRequirement[] => {
      if (name === 'authenticated') return [{ authenticated: true, anyOf: [] }];
      if (name !== 'requiresScopes') return [];
      return [{ authenticated: true, anyOf: plainest(given['scopes'] as readonly ScopeSet[]) }];
    }),
  );
}

/** What several requirements come to where all of them count. */
export function allRolesOf(...requirements: readonly RoleRequirement[]): RoleRequirement {
  return {
    authenticated: requirements.some(({ authenticated }) => authenticated),
    anyOf: requirements.reduce<readonly ScopeSet[]>((sets, { anyOf }) => both(sets, anyOf), []),
  };
}

/** What several requirements come to where meeting any one of them is enough; of none, nothing. */
export function anyRolesOf(...requirements: readonly RoleRequirement[]): RoleRequirement {
  const isFree = requirements.some(({ anyOf }) => anyOf.length === 0);
  return {
    authenticated: requirements.every(({ authenticated }) => authenticated),
    anyOf: isFree ? [] : plainest(requirements.flatMap(({ anyOf }) => anyOf)),
  };
}

/** Whether whoever meets the first requirement meets the second as well. */
export function impliesRoles(first: RoleRequirement, second: RoleRequirement): boolean {
  return (
    (first.authenticated || !second.authenticated) &&
    (second.anyOf.length === 0 ||
      (first.anyOf.length > 0 &&
        first.anyOf.every((held) => second.anyOf.some((set) => isWithin(set, held)))))
  );
}

/** The requirement as it is written in a schema. */
export function describeRoles({ authenticated, anyOf }: RoleRequirement): string {
  if (anyOf.length > 0) return `@requiresScopes(scopes: ${JSON.stringify(anyOf)})`;
  return authenticated ? '@authenticated' : 'no role';
}

/** The product of two; the empty one asks for nothing. */
function both(first: readonly ScopeSet[], second: readonly ScopeSet[]): readonly ScopeSet[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  return plainest(first.flatMap((left) => second.map((right) => [...left, ...right])));
}

/**
 * The same requirement without sets that ask for more than another does: a product of many would not end otherwise.
 * A set of nothing is held by everybody, as is one of no sets at all.
 */
function plainest(sets: readonly ScopeSet[]): readonly ScopeSet[] {
  const sorted = sets
    .map((set) => [...new Set(set)].sort())
    .sort((left, right) => left.length - right.length);
  const kept: ScopeSet[] = [];
  for (const set of sorted) if (!kept.some((known) => isWithin(known, set))) kept.push(set);
  return kept.some((set) => set.length === 0) ? [] : kept;
}

function isWithin(small: ScopeSet, large: ScopeSet): boolean {
  return small.every((scope) => large.includes(scope));
}
