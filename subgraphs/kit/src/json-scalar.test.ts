import { describe, expect, it } from '@jest/globals';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { GraphQLObjectType, GraphQLSchema, graphql } from 'graphql';
import { jsonScalar } from './json-scalar.js';

const Facts = jsonScalar('Facts', 'Some facts.');

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      echo: {
        type: Facts,
        args: { value: { type: Facts } },
        resolve: (_, { value }: { value: unknown }) => value,
      },
    },
  }),
});

const VALUES: readonly unknown[] = ['text', 1.5, true, [1, [null]], { a: { b: [] }, c: null }];

describe('jsonScalar', () => {
  it('is printed as no part of the public schema', () => {
    expect(printSchemaWithDirectives(schema)).toContain('scalar Facts @inaccessible');
  });

  it.each(VALUES)('passes %j through a variable', async (value) => {
    const result = await graphql({
      schema,
      source: 'query ($value: Facts) { echo(value: $value) }',
      variableValues: { value },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual({ data: { echo: value } });
  });

  it('passes a literal through, with variables inside', async () => {
    const result = await graphql({
      schema,
      source: 'query ($b: Facts) { echo(value: { a: [1, "x", $b], c: null }) }',
      variableValues: { b: { deep: true } },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      data: { echo: { a: [1, 'x', { deep: true }], c: null } },
    });
  });
});
