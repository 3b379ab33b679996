import type { RoleRequirement } from './model.js';
import type { AppliedDirective } from './vocabulary.js';

/** What a field without `@authenticated` and `@requiresScopes` asks for. */
export const NO_ROLES: RoleRequirement = { authenticated: false, anyOf: [] };

/** The roles that all the directives ask for together: of each `@requiresScopes`, one set must be held. */
export function rolesOf(applied: readonly AppliedDirective[]): RoleRequirement {
  const demands = applied.flatMap(({ name, arguments: given }) =>
    name === 'requiresScopes' ? [given['scopes'] as readonly (readonly string[])[]] : [],
  );
  return {
    authenticated: demands.length > 0 || applied.some(({ name }) => name === 'authenticated'),
    anyOf: demands.reduce<readonly (readonly string[])[]>(
      (sets, demand) => (sets.length === 0 ? demand : both(sets, demand)),
      [],
    ),
  };
}

function both(
  first: readonly (readonly string[])[],
  second: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return first.flatMap((left) => second.map((right) => [...new Set([...left, ...right])]));
}
