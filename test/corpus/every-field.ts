import { getNamedType, isCompositeType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql';

/** How deep values lie within values: a dosage has a timing, which has a repeat, which has a range. */
const DEPTH = 7;

/**
 * The selection of every field of a connection's nodes: their values at any depth, and of other records that they
 * refer to the ids alone.
 */
export function everyField(
  schema: GraphQLSchema,
  connection: GraphQLField<unknown, unknown>,
): string {
  const edge = fieldType(connection.type, 'edges');
  const node = getNamedType(fieldType(edge, 'node'));
  if (!isObjectType(node)) throw new Error('Expected the nodes of a connection to be objects');
  return selection(schema, node, DEPTH, true);
}

function fieldType(type: GraphQLOutputType, name: string): GraphQLOutputType {
  const named = getNamedType(type);
  const field = isObjectType(named) ? named.getFields()[name] : undefined;
  if (field === undefined) throw new Error(`Expected ${named.name} to have ${name}`);
  return field.type;
}

function selection(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  depth: number,
  isRoot: boolean,
): string {
  const isEntity = type.astNode?.directives?.some(({ name }) => name.value === 'key') === true;
  if (isEntity && !isRoot) return '{ id }';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    // Lists within records are other records' lists.
    if (field.args.length > 0) return [];
    const inner = getNamedType(unwrapped(field.type));
    if (!isCompositeType(inner)) return [field.name];
    if (!isObjectType(inner) || depth === 0) return [];
    const nested = selection(schema, inner, depth - 1, false);
    return nested === '' ? [] : [`${field.name} ${nested}`];
  });
  return fields.length === 0 ? '' : `{ ${fields.join(' ')} }`;
}

function unwrapped(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) || isListType(type)
    ? unwrapped(type.ofType as GraphQLOutputType)
    : type;
}
