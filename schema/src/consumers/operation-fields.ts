/** The fields that an operation selects, as often as it selects them, under the types that each can stand in. */
import { Kind, TypeNameMetaFieldDef, getNamedType, isCompositeType } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { possibleTypes } from '../access/label-access.js';
import type { RegisteredOperation } from './registry.js';

/** A field at one place of an operation. */
export interface SelectedField {
  /** Its place in the answer: `patient.conditions.edges`. */
  readonly path: string;
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** The field that it is selected from; null at the root. */
  readonly within: SelectedField | null;
}

/** The fields of an operation in the order of its text; what the schema does not have is left out. */
export function selectedFields(
  schema: GraphQLSchema,
  { document, definition }: Pick<RegisteredOperation, 'document' | 'definition'>,
): readonly SelectedField[] {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const root = schema.getRootType(definition.operation);
  if (root == null) return [];
  return new Walk(schema, fragments).fieldsIn(definition.selectionSet, [root], null);
}

class Walk {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  fieldsIn(
    { selections }: SelectionSetNode,
    types: readonly GraphQLObjectType[],
    within: SelectedField | null,
  ): readonly SelectedField[] {
    return selections.flatMap((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return types.flatMap((type) => this.#fieldOf(type, selection, within));
        case Kind.INLINE_FRAGMENT:
          return this.fieldsIn(
            selection.selectionSet,
            this.#narrowed(types, selection.typeCondition?.name.value),
            within,
          );
        case Kind.FRAGMENT_SPREAD: {
          const fragment = this.fragments.get(selection.name.value);
          if (fragment === undefined) return [];
          const narrowed = this.#narrowed(types, fragment.typeCondition.name.value);
          return this.fieldsIn(fragment.selectionSet, narrowed, within);
        }
      }
    });
  }

  #fieldOf(
    type: GraphQLObjectType,
    node: FieldNode,
    within: SelectedField | null,
  ): readonly SelectedField[] {
    const name = node.name.value;
    const field = name === TypeNameMetaFieldDef.name ? undefined : type.getFields()[name];
    if (field === undefined) return [];
    const key = (node.alias ?? node.name).value;
    const path = within === null ? key : `${within.path}.${key}`;
    const selected: SelectedField = { path, type, field, node, within };
    if (node.selectionSet === undefined) return [selected];
    const returned = possibleTypes(this.schema, getNamedType(field.type));
    return [selected, ...this.fieldsIn(node.selectionSet, returned, selected)];
  }

  #narrowed(
    types: readonly GraphQLObjectType[],
    condition: string | undefined,
  ): readonly GraphQLObjectType[] {
    if (condition === undefined) return types;
    const named: GraphQLNamedType | undefined = this.schema.getType(condition);
    if (named === undefined || !isCompositeType(named)) return [];
    const possible = new Set(possibleTypes(this.schema, named));
    return types.filter((type) => possible.has(type));
  }
}
