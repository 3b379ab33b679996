import { Kind } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { allOf, covers, describeRequirement } from '../labels/requirement.js';
import type { FieldRequirement } from '../labels/requirement.js';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import type { RoleRequirement } from '../labels/model.js';
import { describeRoles, impliesRoles } from '../labels/roles.js';
import { selectionSetOf } from '../labels/subject.js';
import { objectFields } from './coordinates.js';
import { joinsOf } from './joins.js';
import { presenceOf } from './presence.js';
import { possibleTypesOf } from './reach.js';
import type { SupergraphRule } from './rule.js';

/**
 * A field that reads others by `@requires`, or answers for them by `@provides`, carries all their labels: its value
 * tells theirs. As each link of a chain carries what it reads, so does the last. A record whose category is known
 * only when it is there cannot be read so. What it requires is read for whoever asks, so it asks for the roles of that too,
 * as federation 2.12 has it; what it provides is asked for by its own name. (`@fromContext` needs a security link that is not known, and is refused.)
 */
export const derivedFieldsCarryWhatTheyRead: SupergraphRule = function* (supergraph) {
  for (const { coordinate, type, field } of objectFields(supergraph.schema)) {
    const own = allOf(supergraph.labels.field(type.name, field.name), presenceOf(supergraph, type));
    const roles = supergraph.labels.roles(type.name, field.name);
    for (const { requires, provides } of joinsOf(supergraph, type, field)) {
      const required = readsOf(supergraph, type, requires);
      for (const read of required) {
        if (impliesRoles(roles, read.roles)) continue;
        yield {
          coordinate,
          expected: `the roles of ${read.at}: ${describeRoles(read.roles)}`,
          got: describeRoles(roles),
        };
      }
      const reads = [
        ...required,
        ...possibleTypesOf(supergraph, field.type).flatMap((of) =>
          readsOf(supergraph, of, provides),
        ),
      ];
      for (const { at, needs } of reads) {
        if (needs === 'category') {
          yield { coordinate, expected: 'to read no record of a category of its own', got: at };
        } else if (!covers(own, needs)) {
          yield {
            coordinate,
            expected: `the labels of ${at}: ${describeRequirement(needs)}`,
            got: describeRequirement(own),
          };
        }
      }
    }
  }
};

interface Read {
  readonly at: string;
  readonly needs: FieldRequirement | 'category';
  readonly roles: RoleRequirement;
}

function readsOf(
  supergraph: LabelledSchema,
  type: GraphQLObjectType,
  fieldSet: string | null,
): readonly Read[] {
  return fieldSet === null ? [] : readsIn(supergraph, type, selectionSetOf(fieldSet));
}

function readsIn(
  supergraph: LabelledSchema,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
): readonly Read[] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) {
      // A condition that excludes this type reads nothing of it; taken as if it did, it only asks for more.
      return selection.kind === Kind.INLINE_FRAGMENT
        ? readsIn(supergraph, type, selection.selectionSet)
        : [];
    }
    const field = type.getFields()[selection.name.value];
    if (field === undefined) return [];
    const at = `${type.name}.${field.name}`;
    const returned = possibleTypesOf(supergraph, field.type);
    const below = selection.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
    return [
      {
        at,
        needs: supergraph.labels.field(type.name, field.name),
        roles: supergraph.labels.roles(type.name, field.name),
      },
      ...returned.map((of) => ({
        at,
        needs: categoryOrPresenceOf(supergraph, of),
        roles: supergraph.labels.roles(of.name, '__typename'),
      })),
      ...returned.flatMap((of) => readsIn(supergraph, of, below)),
    ];
  });
}

function categoryOrPresenceOf(
  supergraph: LabelledSchema,
  type: GraphQLObjectType,
): FieldRequirement | 'category' {
  const label = supergraph.labels.type(type.name);
  return label?.kind === 'record' && label.subject.category !== undefined
    ? 'category'
    : presenceOf(supergraph, type);
}
