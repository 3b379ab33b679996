import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLOutputType } from 'graphql';
import type { LabelledSchema } from '../labels/labelled-schema.js';
import { fieldsOf } from './coordinates.js';

/** What a field leads to, through value types only. */
export interface Reach {
  readonly records: readonly GraphQLObjectType[];
  readonly opens: readonly GraphQLObjectType[];
  /** Coordinates of scalars and enums that stand in no record and no open type; empty text for the field itself. */
  readonly leaves: readonly string[];
}

/** What a field of the given type leads to before the next record type or open type. */
export function reachOf({ schema, labels }: LabelledSchema, type: GraphQLOutputType): Reach {
  const records = new Set<GraphQLObjectType>();
  const opens = new Set<GraphQLObjectType>();
  const leaves = new Set<string>();
  const seen = new Set<GraphQLObjectType>();
  const follow = (output: GraphQLOutputType, coordinate: string): void => {
    const named = getNamedType(output);
    const objects = isAbstractType(named)
      ? schema.getPossibleTypes(named)
      : [named].filter(isObjectType);
    if (objects.length === 0) leaves.add(coordinate);
    for (const object of objects) {
      if (seen.has(object)) continue;
      seen.add(object);
      const kind = labels.type(object.name)?.kind;
      if (kind === 'record') records.add(object);
      else if (kind === 'open') opens.add(object);
      else for (const at of fieldsOf(object)) follow(at.field.type, at.coordinate);
    }
  };
  follow(type, '');
  return { records: [...records], opens: [...opens], leaves: [...leaves] };
}

/** The object types that a value of the type may be. */
export function possibleTypesOf(
  { schema }: LabelledSchema,
  type: GraphQLOutputType,
): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [named].filter(isObjectType);
}
