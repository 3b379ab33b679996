import { Kind, isAbstractType, typeFromAST, visit } from 'graphql';
import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
  TypeNode,
} from 'graphql';

/** Field nodes by response key, in the order of the specification's CollectFields. */
export type CollectedFields = Map<string, [FieldNode, ...FieldNode[]]>;

/** Collects the fields that selection sets hold for an object type, or for whatever is of an interface. */
export type FieldCollector = (
  type: GraphQLObjectType | GraphQLInterfaceType,
  selectionSets: readonly SelectionSetNode[],
) => CollectedFields;

/** Values of the variables that conditions use. */
export type Conditions = Readonly<Record<string, unknown>>;

/**
 * A collector for one operation under given values of its condition variables.
 *
 * @see https://spec.graphql.org/October2021/#CollectFields()
 */
export function createFieldCollector(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  conditions: Conditions,
): FieldCollector {
  const appliesTo = (
    type: GraphQLObjectType | GraphQLInterfaceType,
    condition: TypeNode | undefined,
  ): boolean => {
    if (condition === undefined) return true;
    const on = condition.kind === Kind.NAMED_TYPE ? typeFromAST(schema, condition) : undefined;
    return on === type || (isAbstractType(on) && schema.isSubType(on, type));
  };

  const collect = (
    type: GraphQLObjectType | GraphQLInterfaceType,
    set: SelectionSetNode,
    fields: CollectedFields,
    seen: Set<string>,
  ): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives ?? [], conditions)) continue;
      switch (selection.kind) {
        case Kind.FIELD: {
          const key = selection.alias?.value ?? selection.name.value;
          const known = fields.get(key);
          if (known === undefined) fields.set(key, [selection]);
          else known.push(selection);
          break;
        }
        case Kind.INLINE_FRAGMENT:
          if (appliesTo(type, selection.typeCondition))
            collect(type, selection.selectionSet, fields, seen);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const name = selection.name.value;
          const fragment = fragments.get(name);
          if (seen.has(name) || fragment === undefined) break;
          seen.add(name);
          if (appliesTo(type, fragment.typeCondition))
            collect(type, fragment.selectionSet, fields, seen);
          break;
        }
      }
    }
  };

  return (type, selectionSets) => {
    const fields: CollectedFields = new Map();
    const seen = new Set<string>();
    for (const set of selectionSets) collect(type, set, fields, seen);
    return fields;
  };
}

function isIncluded(directives: readonly DirectiveNode[], conditions: Conditions): boolean {
  return directives.every((directive) => {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') return true;
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const isSet =
      value?.kind === Kind.BOOLEAN
        ? value.value
        : value?.kind === Kind.VARIABLE && conditions[value.name.value] === true;
    return name === 'include' ? isSet : !isSet;
  });
}

/** The names of the variables that the `@skip` and `@include` conditions of a document use. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      const value = given?.[0]?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}
