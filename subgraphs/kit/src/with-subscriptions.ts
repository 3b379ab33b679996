import { askedAs } from '@causeway/schema';
import { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { GraphQLFieldConfig } from 'graphql';

/**
 * A schema with subscriptions, given by name with their descriptions, each as the query that it asks. Nothing resolves
 * them: the gateway asks the queries.
 *
 * @throws Error if one of them asks no query of the schema
 */
export function withSubscriptions(
  base: GraphQLSchema,
  subscriptions: Readonly<Record<string, string>>,
): GraphQLSchema {
  const described = Object.entries(subscriptions);
  if (described.length === 0) return base;
  const queries = base.getQueryType()?.toConfig().fields;
  const fields = described.map(
    ([name, description]): [string, GraphQLFieldConfig<unknown, unknown>] => {
      const query = queries?.[askedAs(name)];
      if (query === undefined)
        throw new Error(`Expected a query ${askedAs(name)} for the subscription ${name}, got none`);
      return [name, { ...query, description }];
    },
  );
  const subscription = new GraphQLObjectType({
    name: 'Subscription',
    fields: Object.fromEntries(fields),
  });
  return new GraphQLSchema({ ...base.toConfig(), subscription });
}
