import { Kind, isAbstractType, print, visit } from 'graphql';
import type {
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  VariableDefinitionNode,
} from 'graphql';
import type { CanonicalField, CanonicalSelection } from './canonical.js';
import type { Demand } from './ports.js';

/** A canonical operation as text, and the response keys of its root fields. */
export interface PrintedOperation {
  readonly text: string;
  readonly rootKeys: readonly string[];
}

/**
 * Prints a canonical operation without the fields that demand anything that is refused; null where no root field is
 * left.
 */
export function printCanonical(
  operation: OperationDefinitionNode,
  canonical: CanonicalSelection,
  refused: ReadonlySet<Demand>,
): PrintedOperation | null {
  const root = canonical.fields.get(canonical.type.name) ?? new Map<string, CanonicalField>();
  const kept = [...root.values()].filter((field) => isKept(field, refused));
  if (kept.length === 0) return null;
  const selectionSet: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: kept.map((field) => fieldNode(field, refused)),
  };
  const document: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    variableDefinitions: usedDefinitions(operation.variableDefinitions ?? [], selectionSet),
    selectionSet,
  };
  return { text: print(document), rootKeys: kept.map(({ key }) => key) };
}

function isKept(field: CanonicalField, refused: ReadonlySet<Demand>): boolean {
  return !field.demands.some((demand) => refused.has(demand));
}

function fieldNode(
  { key, node, selection }: CanonicalField,
  refused: ReadonlySet<Demand>,
): SelectionNode {
  const name = node.name.value;
  return {
    kind: Kind.FIELD,
    name: node.name,
    ...(key !== name && { alias: { kind: Kind.NAME, value: key } }),
    ...(node.arguments !== undefined && { arguments: node.arguments }),
    ...(selection !== null && { selectionSet: selectionSetNode(selection, refused) }),
  };
}

const TYPENAME: SelectionNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

function selectionSetNode(
  selection: CanonicalSelection,
  refused: ReadonlySet<Demand>,
): SelectionSetNode {
  const isAbstract = isAbstractType(selection.type);
  const selections: SelectionNode[] = isAbstract ? [TYPENAME] : [];
  for (const [type, fields] of selection.fields) {
    const kept = [...fields.values()]
      .filter((field) => isKept(field, refused))
      .map((field) => fieldNode(field, refused));
    if (!isAbstract) selections.push(...kept);
    else if (kept.length > 0) selections.push(onType(type, kept));
  }
  // Something has to be selected of an object, if only to learn that it is there.
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [TYPENAME] };
}

function onType(type: string, selections: readonly SelectionNode[]): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function usedDefinitions(
  definitions: readonly VariableDefinitionNode[],
  selectionSet: SelectionSetNode,
): readonly VariableDefinitionNode[] {
  const used = new Set<string>();
  visit(selectionSet, {
    Variable: (node) => {
      used.add(node.name.value);
    },
  });
  return definitions.filter(({ variable }) => used.has(variable.name.value));
}
