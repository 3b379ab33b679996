import { Kind, OperationTypeNode, parse } from 'graphql';
import type {
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/**
 * The operation of a fetch's text with its fragments written in place: the planner shares repeated selections as
 * fragments, but what may be fetched differs from place to place.
 */
export function inlineFragments(text: string): OperationDefinitionNode {
  const { definitions } = parse(text, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  if (operation === undefined || operation.operation === OperationTypeNode.SUBSCRIPTION) {
    throw new Error(`Expected a query or a mutation, got: ${text}`);
  }
  return { ...operation, selectionSet: inlined(operation.selectionSet, fragments) };
}

function inlined(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  const selections = set.selections.map((selection): SelectionNode => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.selectionSet === undefined
          ? selection
          : { ...selection, selectionSet: inlined(selection.selectionSet, fragments) };
      case Kind.INLINE_FRAGMENT:
        return { ...selection, selectionSet: inlined(selection.selectionSet, fragments) };
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined)
          throw new Error(`Expected the fragment ${selection.name.value}, got none`);
        return {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition: fragment.typeCondition,
          selectionSet: inlined(fragment.selectionSet, fragments),
        };
      }
    }
  });
  return { kind: Kind.SELECTION_SET, selections };
}
