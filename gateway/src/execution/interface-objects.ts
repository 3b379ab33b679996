/**
 * Interface objects: a subgraph that adds fields to an interface knows it as an object type, and cannot tell which
 * of the interface's types an object is of. Its answers name the interface where others name a type.
 *
 * @see https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/entities/interfaces
 */
import { isInterfaceType } from 'graphql';
import type { GraphQLInterfaceType, GraphQLSchema } from 'graphql';
import { joinsOf } from './joins.js';

/** The interfaces that a subgraph of the supergraph knows as objects. */
export function interfaceObjects(
  schema: GraphQLSchema,
  service: string,
): readonly GraphQLInterfaceType[] {
  return Object.values(schema.getTypeMap())
    .filter(isInterfaceType)
    .filter((type) =>
      joinsOf(schema, service, type, 'join__type').some(
        (join) => join('isInterfaceObject') === true,
      ),
    );
}
