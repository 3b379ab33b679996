import type { GraphQLNamedType } from 'graphql';
import { isInterfaceType } from 'graphql';
import type { RoleRequirement } from '../labels/model.js';
import { NO_ROLES, allRolesOf, describeRoles, impliesRoles } from '../labels/roles.js';
import { labelsByCoordinate } from './labels-by-coordinate.js';
import type { CompositionRule } from './rule.js';

/**
 * The roles of the supergraph are at least those that its subgraphs ask for together: where subgraphs differ, all of
 * them count. Composers before federation 2.12 took any one of them as enough. An interface asks for none by itself.
 */
export const rolesSurviveComposition: CompositionRule = function* (subgraphs, supergraph) {
  const before = new Map<string, RoleRequirement>();
  for (const { name, schema, vocabulary } of subgraphs) {
    for (const [coordinate, { roles, isExternal }] of labelsByCoordinate(schema, vocabulary)) {
      if (isExternal) continue;
      if (roles.authenticated && isOfInterface(schema.getType(typeOf(coordinate)))) {
        yield {
          coordinate,
          expected: `roles on its implementations in ${name} instead`,
          got: describeRoles(roles),
        };
      }
      before.set(coordinate, allRolesOf(before.get(coordinate) ?? NO_ROLES, roles));
    }
  }
  const after = labelsByCoordinate(supergraph.schema, supergraph.vocabulary);
  for (const [coordinate, expected] of before) {
    const got = after.get(coordinate)?.roles ?? NO_ROLES;
    if (impliesRoles(got, expected)) continue;
    yield {
      coordinate,
      expected: `${describeRoles(expected)}, as in the subgraphs`,
      got: describeRoles(got),
    };
  }
};

/** `Patient` of `Patient.name(of:)`. */
function typeOf(coordinate: string): string {
  return /^\w+/.exec(coordinate)?.[0] ?? '';
}

function isOfInterface(type: GraphQLNamedType | undefined): boolean {
  return type !== undefined && isInterfaceType(type);
}
