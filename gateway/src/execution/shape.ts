/**
 * The shape of a fetch's answer: what to read of it, compiled from the fetch's own text. Only what was asked for is
 * taken over, by own members alone, so a subgraph can add nothing.
 */
import { getNamedType, isAbstractType, isCompositeType, isListType, isNonNullType } from 'graphql';
import type {
  FieldNode,
  GraphQLCompositeType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import type { FieldCollector } from './collect-fields.js';
import { isJsonObject, member } from './json.js';
import type { Json, JsonObject } from './json.js';
import type { Annotations, Candidate, ReadRecord } from './ports.js';
import { FACTS, TYPE } from './result.js';
import type { ResultObject, ResultValue } from './result.js';

/** A field to read. */
export interface FieldShape {
  readonly key: string;
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
}

/** The shape of objects of a type under selection sets. */
export function compileShape(
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
  options: ShapeOptions,
): ObjectShape {
  const possible = isAbstractType(type) ? options.schema.getPossibleTypes(type) : [type];
  const byType = new Map(
    possible.map((one) => [one.name, compileType(one, selectionSets, options)]),
  );
  return { only: isAbstractType(type) ? null : type.name, byType };
}

function compileType(
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  options: ShapeOptions,
): TypeShape {
  const fields: FieldShape[] = [];
  const nodes = new Map<string, FieldNode>();
  for (const [key, [node, ...others]] of options.collect(type, selectionSets)) {
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
      listDepth: listDepth(definition.type),
      object: isCompositeType(named) ? compileShape(named, sets, options) : null,
    });
  }
  const { annotations } = options;
  return {
    fields,
    facts: annotations.facts(type.name, nodes),
    isRecord: annotations.isRecord(type.name),
  };
}

function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType as GraphQLOutputType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}

/**
 * Reads an object of an answer, for the entity asked for where there is one; the records met are added to
 * `records`, inner ones first.
 *
 * @throws MalformedAnswerError where the answer is not of the shape
 */
export function readObject(
  shape: ObjectShape,
  raw: JsonObject,
  records: ReadRecord[],
  candidate: Candidate | null = null,
): ResultObject {
  const type = typeOf(shape, raw, candidate?.type);
  const typeShape = shape.byType.get(type);
  if (typeShape === undefined) throw new MalformedAnswerError('an object of a possible type', raw);
  const object: ResultObject = { [TYPE]: type };
  for (const { key, listDepth: depth, object: child } of typeShape.fields) {
    const value = member(raw, key);
    if (value !== undefined)
      object[key] = child === null ? value : readValue(child, depth, value, records);
  }
  if (typeShape.isRecord) {
    const facts = typeShape.facts?.(raw) ?? null;
    object[FACTS] = facts;
    records.push({ type, object, facts, candidate });
  }
  return object;
}

function readValue(
  shape: ObjectShape,
  depth: number,
  value: Json,
  records: ReadRecord[],
): ResultValue {
  if (value === null) return null;
  if (depth > 0) {
    if (!Array.isArray(value)) throw new MalformedAnswerError('a list', value);
    return value.map((item) => readValue(shape, depth - 1, item, records));
  }
  if (!isJsonObject(value)) throw new MalformedAnswerError('an object', value);
  return readObject(shape, value, records);
}

function typeOf(shape: ObjectShape, raw: JsonObject, expected: string | undefined): string {
  const given = member(raw, '__typename') ?? expected ?? shape.only;
  if (typeof given !== 'string') throw new MalformedAnswerError('a type name', given);
  if (shape.only !== null && given !== shape.only)
    throw new MalformedAnswerError(`the type ${shape.only}`, given);
  return given;
}
