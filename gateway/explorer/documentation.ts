import { buildClientSchema, buildSchema, getIntrospectionQuery } from 'graphql';
import type { GraphQLSchema, IntrospectionQuery } from 'graphql';
import { SCHEMA_PATH } from '../src/explorer/paths.js';
import type { Credentials } from './credentials.js';
import { ask } from './fetcher.js';

/** Which schema is explained: all of it with what each audience needs, or what the caller could ever get. */
export type Documentation = 'whole' | 'caller';

/**
 * The schema to explain to a caller.
 *
 * @throws Error if the server does not tell it
 */
export async function schemaOf(
  documentation: Documentation,
  credentials: Credentials,
): Promise<GraphQLSchema> {
  switch (documentation) {
    case 'whole':
      return wholeSchema();
    case 'caller': {
      const { data, errors } = await ask({ query: getIntrospectionQuery() }, credentials);
      if (data == null) throw new Error(errors?.[0]?.message ?? 'Expected a schema');
      return buildClientSchema(data as IntrospectionQuery);
    }
  }
}

async function wholeSchema(): Promise<GraphQLSchema> {
  const response = await fetch(SCHEMA_PATH);
  if (!response.ok) throw new Error(`Expected the schema, got status ${response.status}`);
  return buildSchema(await response.text());
}
