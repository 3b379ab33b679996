import { execute } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { INTROSPECTION_FIELDS } from '../execution/index.js';
import type { ClientField } from '../execution/index.js';
import type { Operation, OperationVariant } from './operation.js';

/** What an operation asks about the schema, answered from what its caller is told of; null where it asks nothing. */
export async function introspect(
  { document, definition }: Operation,
  { client, canonical }: OperationVariant,
  variables: Readonly<Record<string, unknown>>,
  schema: () => Promise<GraphQLSchema>,
): Promise<Record<string, unknown> | null> {
  const fields: readonly ClientField[] = client.fields.get(canonical.type.name) ?? [];
  if (!fields.some(({ name }) => INTROSPECTION_FIELDS.has(name))) return null;
  const { data } = await execute({
    schema: await schema(),
    document,
    operationName: definition.name?.value,
    variableValues: variables,
  });
  return data ?? null;
}
