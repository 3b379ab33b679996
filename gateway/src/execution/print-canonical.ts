import {
  Kind,
  getNamedType,
  isAbstractType,
  isObjectType,
  isUnionType,
  print,
  visit,
} from 'graphql';
import type {
  GraphQLInterfaceType,
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
  const nodes = new Map<string, ReadonlyMap<string, SelectionNode>>();
  for (const [type, fields] of selection.fields) {
    const kept = [...fields.values()].filter((field) => isKept(field, refused));
    nodes.set(type, new Map(kept.map((field) => [field.key, fieldNode(field, refused)])));
  }
  const shared = sharedKeys(selection, nodes);
  const [first = new Map<string, SelectionNode>()] = nodes.values();
  const selections: SelectionNode[] = [...first].flatMap(([key, node]) =>
    shared.has(key) ? [node] : [],
  );
  for (const [type, own] of nodes) {
    const ofType = [...own].flatMap(([key, node]) => (shared.has(key) ? [] : [node]));
    if (ofType.length > 0) selections.push(onType(type, ofType));
  }
  if (selection.asksForTypes && isAbstractType(selection.type)) selections.unshift(TYPENAME);
  // Something has to be selected of an object, if only to learn that it is there.
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [TYPENAME] };
}

/**
 * The keys of what is asked of every type alike, which is asked of the interface itself: what a subgraph provides
 * for an interface, or adds to it, it has for no single type. What demands something is asked type by type.
 */
function sharedKeys(
  { type, fields }: CanonicalSelection,
  nodes: ReadonlyMap<string, ReadonlyMap<string, SelectionNode>>,
): ReadonlySet<string> {
  const [first = new Map<string, SelectionNode>()] = nodes.values();
  if (isObjectType(type)) return new Set(first.keys());
  if (isUnionType(type)) return new Set();
  const textOf = (own: ReadonlyMap<string, SelectionNode>, key: string): string | null => {
    const node = own.get(key);
    return node === undefined ? null : print(node);
  };
  const shared = [...first.keys()].filter((key) => {
    const asked = [...fields.values()].map((own) => own.get(key));
    if (!asked.every((field) => field?.demands.length === 0 && isFieldOf(type, field)))
      return false;
    const [text, ...others] = [...nodes.values()].map((own) => textOf(own, key));
    return others.every((other) => other === text);
  });
  return new Set(shared);
}

/** Whether an interface has a field as it is asked of its types. */
function isFieldOf(type: GraphQLInterfaceType, { node, selection }: CanonicalField): boolean {
  const definition = type.getFields()[node.name.value];
  if (definition === undefined) return false;
  const names = definition.args.map(({ name }) => name);
  return (
    (selection === null || selection.type === getNamedType(definition.type)) &&
    (node.arguments ?? []).every(({ name }) => names.includes(name.value))
  );
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
