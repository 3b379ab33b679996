import { defaultFieldResolver, isObjectType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { WorkTime } from './work-time.js';

/**
 * Lets every resolver of the schema begin only while somebody waits for the answer. Execution hands the `WorkTime` on as
 * its root value: the one thing that reaches each resolver and belongs to no subgraph.
 */
export function stopInTime(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      // What only reads a member that is there already costs nothing worth stopping.
      if (resolve !== undefined && resolve !== defaultFieldResolver)
        field.resolve = inTime(resolve);
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;

function inTime(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const time: unknown = info.rootValue;
    if (time instanceof WorkTime) time.check();
    return resolve(source, args, context, info);
  };
}
