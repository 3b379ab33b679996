import { isAbstractType, isInterfaceType } from 'graphql';
import type { GraphQLInterfaceType } from 'graphql';
import { CONSENT_DIRECTIVES } from '../directives.js';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import type { RoleRequirement } from '../labels/model.js';
import { allRolesOf, describeRoles, impliesRoles, rolesOf } from '../labels/roles.js';
import { elementsOf } from './coordinates.js';
import type { SchemaElement } from './coordinates.js';
import type { SupergraphRule } from './rule.js';

const LABELS: readonly string[] = CONSENT_DIRECTIVES;

/**
 * Composers do not pass a label from an interface on to what implements it: it would be believed and not hold. A
 * selection on an interface or union is expanded to its possible types, and their labels count. Roles go the other
 * way: composers give an interface those of its implementations together, and any more would not hold either.
 */
export const interfacesAndUnionsCarryNoLabels: SupergraphRule = function* (supergraph) {
  for (const element of elementsOf(supergraph.schema)) {
    const { coordinate, type, nodes } = element;
    if (!isAbstractType(type)) continue;
    const applied = supergraph.vocabulary.appliedTo(...nodes);
    for (const { name } of applied.filter((one) => LABELS.includes(one.name))) {
      yield { coordinate, expected: 'labels on its possible types instead', got: `@${name}` };
    }
    if (!isInterfaceType(type)) continue;
    const given = rolesOf(applied);
    const theirs = rolesOfImplementations(supergraph, type, element);
    if (!impliesRoles(theirs, given)) {
      yield {
        coordinate,
        expected: `the roles of its implementations: ${describeRoles(theirs)}`,
        got: describeRoles(given),
      };
    }
  }
};

function rolesOfImplementations(
  { schema, vocabulary }: LabelledSchema,
  type: GraphQLInterfaceType,
  { kind, name }: SchemaElement,
): RoleRequirement {
  const nodes = schema.getPossibleTypes(type).map((one) => {
    if (kind === 'type') return [one.astNode, ...one.extensionASTNodes];
    return kind === 'field' ? [one.getFields()[name]?.astNode] : [];
  });
  return allRolesOf(...nodes.map((own) => rolesOf(vocabulary.appliedTo(...own))));
}
