import type { GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { joinsOf } from './joins.js';

/**
 * The types of an interface that a subgraph knows as such; all of them where it knows none, since it then knows the
 * interface as an object.
 */
export function implementationsIn(
  schema: GraphQLSchema,
  service: string,
  type: GraphQLInterfaceType,
): readonly GraphQLObjectType[] {
  const all = schema.getPossibleTypes(type);
  const known = all.filter((one) =>
    joinsOf(schema, service, one, 'join__implements').some(
      (join) => join('interface') === type.name,
    ),
  );
  return known.length > 0 ? known : all;
}
