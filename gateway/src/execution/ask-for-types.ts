import { Kind, getNamedType, isAbstractType, isCompositeType } from 'graphql';
import type {
  FieldNode,
  GraphQLNamedType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

const TYPENAME: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

/**
 * A fetch's selections, with `__typename` wherever an object can be of several types: the planner asks for it only
 * where a client or a key does.
 */
export function askForTypes(
  set: SelectionSetNode,
  parent: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): SelectionSetNode {
  const ofField = (node: FieldNode): FieldNode => {
    if (node.selectionSet === undefined) return node;
    const fields = isCompositeType(parent) && 'getFields' in parent ? parent.getFields() : {};
    const definition = fields[node.name.value];
    const type = definition === undefined ? undefined : getNamedType(definition.type);
    const inner = askForTypes(node.selectionSet, type, schema);
    const isAsked = !isAbstractType(type) || inner.selections.some(isTypename);
    const selections = isAsked ? inner.selections : [TYPENAME, ...inner.selections];
    return { ...node, selectionSet: { ...inner, selections } };
  };

  const selections = set.selections.map((selection): SelectionNode => {
    switch (selection.kind) {
      case Kind.FIELD:
        return ofField(selection);
      case Kind.INLINE_FRAGMENT: {
        const name = selection.typeCondition?.name.value;
        const type = name === undefined ? parent : schema.getType(name);
        return { ...selection, selectionSet: askForTypes(selection.selectionSet, type, schema) };
      }
      case Kind.FRAGMENT_SPREAD:
        return selection;
    }
  });
  return { kind: Kind.SELECTION_SET, selections };
}

function isTypename(node: SelectionNode): boolean {
  return node.kind === Kind.FIELD && node.name.value === '__typename' && node.alias === undefined;
}
