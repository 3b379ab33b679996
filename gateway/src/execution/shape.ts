/**
 * The shape of a fetch's answer: what to read of it, compiled from the fetch's own text.
 */
import { getNamedType, isAbstractType, isCompositeType, isListType, isNonNullType } from 'graphql';
import type {
  FieldNode,
  GraphQLCompositeType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import type { FieldCollector } from './collect-fields.js';
import { isHiddenKey } from './hidden-keys.js';
import type { JsonObject } from './json.js';
import type { Annotations } from './ports.js';

/** A field to read. */
export interface FieldShape {
  /** Its key in the result. */
  readonly key: string;
  /** Its key in the answer. */
  readonly source: string;
  readonly listDepth: number;
  /** Null for leaf values. */
  readonly object: ObjectShape | null;
}

/** An object to read: what to take for each type that it may be of. */
export interface ObjectShape {
  /** The type, where it can be of one only. */
  readonly only: string | null;
  readonly byType: ReadonlyMap<string, TypeShape>;
}

/** What to take of objects of one type. */
export interface TypeShape {
  readonly fields: readonly FieldShape[];
  readonly facts: ((raw: JsonObject) => unknown) | null;
  readonly isRecord: boolean;
}

/** An answer that is not of the shape that was asked for. */
export class MalformedAnswerError extends Error {
  constructor(expected: string, got: unknown) {
    super(
      `Expected ${expected}, got ${got === null ? 'null' : Array.isArray(got) ? 'a list' : typeof got}`,
    );
    this.name = 'MalformedAnswerError';
  }
}

/** What compiling a shape needs. */
export interface ShapeOptions {
  readonly schema: GraphQLSchema;
  readonly collect: FieldCollector;
  readonly annotations: Annotations;
  /** The interfaces that the subgraph knows as objects. */
  readonly interfaceObjects: readonly GraphQLInterfaceType[];
}

/** The shape of objects of a type under selection sets. */
export function compileShape(
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
  options: ShapeOptions,
): ObjectShape {
  const byType = new Map(
    answeredTypes(type, options).map((one) => [one.name, compileType(one, selectionSets, options)]),
  );
  return { only: isAbstractType(type) ? null : type.name, byType };
}

/** The types that an answer can name for objects of a type. */
function answeredTypes(
  type: GraphQLCompositeType,
  { schema, interfaceObjects }: ShapeOptions,
): readonly (GraphQLObjectType | GraphQLInterfaceType)[] {
  if (!isAbstractType(type)) return [type];
  const unresolved = interfaceObjects.filter((one) => one === type || schema.isSubType(type, one));
  return [...schema.getPossibleTypes(type), ...unresolved];
}

/** What to take of objects of a type; of an interface, what is selected of whatever type of it. */
export function compileType(
  type: GraphQLObjectType | GraphQLInterfaceType,
  selectionSets: readonly SelectionSetNode[],
  options: ShapeOptions,
): TypeShape {
  const fields: FieldShape[] = [];
  const nodes = new Map<string, FieldNode>();
  const hidden = new Map<string, FieldNode>();
  for (const [key, [node, ...others]] of options.collect(type, selectionSets)) {
    if (isHiddenKey(key)) {
      hidden.set(key, node);
      continue;
    }
    nodes.set(key, node);
    const definition = type.getFields()[node.name.value];
    // `__typename` is read by itself.
    if (definition === undefined) continue;
    const sets = [node, ...others].flatMap(({ selectionSet }) =>
      selectionSet === undefined ? [] : [selectionSet],
    );
    const named = getNamedType(definition.type);
    fields.push({
      key,
      source: key,
      listDepth: listDepth(definition.type),
      object: isCompositeType(named) ? compileShape(named, sets, options) : null,
    });
  }
  const { annotations } = options;
  return {
    fields,
    facts: annotations.facts(type.name, new Map([...hidden, ...nodes])),
    isRecord: annotations.isRecord(type.name),
  };
}

function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType as GraphQLOutputType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}
