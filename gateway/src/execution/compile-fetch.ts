/**
 * A fetch of a plan, compiled: its text with an `@include` variable on every field that demands something, and the
 * shape of its answer. The variables are added to the fetch's text, after planning; in the operation the planner
 * would make whole-request conditions of them.
 */
import { Kind, isAbstractType, isCompositeType, isUnionType, print } from 'graphql';
import type {
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  OperationTypeNode,
  SelectionSetNode,
  VariableDefinitionNode,
} from 'graphql';
import { askForTypes } from './ask-for-types.js';
import { createFieldCollector } from './collect-fields.js';
import { implementationsIn } from './implementations.js';
import { inlineFragments } from './inline-fragments.js';
import { interfaceObjects } from './interface-objects.js';
import type { BatchFetchNode, FetchNode } from './plan.js';
import type { Annotations, FetchOutline, Toggle } from './ports.js';
import { compileShape, compileType } from './shape.js';
import type { ObjectShape, ShapeOptions } from './shape.js';
import { Toggling } from './toggling.js';

/** A compiled fetch. */
export interface CompiledFetch extends FetchOutline {
  readonly text: string;
  /** The text as JSON. */
  readonly json: string;
  /** The client's variables that the text uses. */
  readonly variables: readonly string[];
  /** The shape of the whole answer under `''`, or of the entities under each alias. */
  readonly shapes: ReadonlyMap<string, ObjectShape>;
}

/** What compiling fetches needs. */
export interface FetchOptions {
  /** The supergraph's schema, inaccessible parts included. */
  readonly schema: GraphQLSchema;
  readonly annotations: Annotations;
}

/** Compiles a fetch. */
export function compileFetch(
  kind: 'root' | 'entities',
  node: FetchNode | BatchFetchNode,
  options: FetchOptions,
): CompiledFetch {
  const operation = inlineFragments(node.operation);
  const toggling = new Toggling({
    ...options,
    implementations: (type) => implementationsIn(options.schema, node.serviceName, type),
    prefix: variablePrefix(operation.variableDefinitions ?? []),
  });
  const root = rootType(options.schema, operation.operation);
  const asked = askForTypes(operation.selectionSet, root, options.schema);
  const selectionSet = toggling[kind](asked, root);
  const shapes = shapesOf(asked, kind, root, {
    ...options,
    collect: createFieldCollector(options.schema, new Map(), {}),
    interfaceObjects: interfaceObjects(options.schema, node.serviceName),
  });
  const toggled: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      ...toggling.toggles.map(toggleDefinition),
    ],
    selectionSet,
  };
  const text = print(toggled);
  return {
    service: node.serviceName,
    kind,
    text,
    json: JSON.stringify(text),
    variables: node.variableUsages ?? [],
    toggles: toggling.toggles,
    top: toggling.top,
    shapes,
    recordTypes: recordTypesIn(shapes.values()),
  };
}

/** A prefix for our variables that none of the client's own begins with. */
function variablePrefix(definitions: readonly VariableDefinitionNode[]): string {
  let prefix = 'permitted_';
  while (definitions.some(({ variable }) => variable.name.value.startsWith(prefix)))
    prefix = `_${prefix}`;
  return prefix;
}

function toggleDefinition({ variable }: Toggle): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
    type: {
      kind: Kind.NON_NULL_TYPE,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Boolean' } },
    },
  };
}

function rootType(schema: GraphQLSchema, operation: OperationTypeNode): GraphQLObjectType {
  const type = schema.getRootType(operation);
  if (type == null) throw new Error(`Expected a schema with a ${operation} type`);
  return type;
}

function shapesOf(
  selectionSet: SelectionSetNode,
  kind: 'root' | 'entities',
  root: GraphQLObjectType,
  options: ShapeOptions,
): ReadonlyMap<string, ObjectShape> {
  const shapes = new Map<string, ObjectShape>();
  if (kind === 'root') {
    shapes.set('', compileShape(root, [selectionSet], options));
    return shapes;
  }
  for (const selection of selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) continue;
    const alias = selection.alias?.value ?? selection.name.value;
    shapes.set(alias, entityShape(selection.selectionSet, options));
  }
  return shapes;
}

/**
 * The shape of `_entities`: one per object type that a fragment of the selection can match, and one per interface,
 * for entities of which nobody has told more yet.
 */
function entityShape(selectionSet: SelectionSetNode, options: ShapeOptions): ObjectShape {
  const types = new Set<GraphQLObjectType | GraphQLInterfaceType>();
  for (const selection of selectionSet.selections) {
    if (selection.kind !== Kind.INLINE_FRAGMENT || selection.typeCondition === undefined) continue;
    const type = options.schema.getType(selection.typeCondition.name.value);
    if (!isCompositeType(type)) continue;
    if (!isUnionType(type)) types.add(type);
    if (isAbstractType(type))
      for (const one of options.schema.getPossibleTypes(type)) types.add(one);
  }
  const byType = [...types].map(
    (type) => [type.name, compileType(type, [selectionSet], options)] as const,
  );
  return { only: null, byType: new Map(byType) };
}

/** The record types within shapes. */
export function recordTypesIn(shapes: Iterable<ObjectShape>): ReadonlySet<string> {
  const types = new Set<string>();
  const visitShape = ({ byType }: ObjectShape): void => {
    for (const [type, { fields, isRecord }] of byType) {
      if (isRecord) types.add(type);
      for (const { object } of fields) if (object !== null) visitShape(object);
    }
  };
  for (const shape of shapes) visitShape(shape);
  return types;
}
