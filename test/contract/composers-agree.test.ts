import { composeServices } from '@apollo/composition';
import { describe, expect, it } from '@jest/globals';
import { apiSchemaOf } from '@causeway/schema';
import { checkSupergraph, composeUnchecked } from '@causeway/schema/compose';
import { committedSubgraphs } from '@causeway/schema/compose-files';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { labelTablesOf } from './label-tables.js';

const subgraphs = committedSubgraphs();
const composed = composeServices(
  subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
);
const supergraph = composed.supergraphSdl ?? '';
const ours = composeUnchecked(subgraphs);

const text = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));

describe('the other composer', () => {
  it('composes the subgraphs without an error and without a hint of level WARN', () => {
    expect(composed.errors).toBeUndefined();
    const warnings = (composed.hints ?? []).filter(
      ({ definition }) => definition.level.name === 'WARN',
    );
    expect(warnings.map(String)).toEqual([]);
  });

  it('keeps every rule', () => {
    expect(checkSupergraph({ subgraphs, supergraph })).toEqual([]);
  });

  it('gives the same labels', () => {
    expect(labelTablesOf(supergraph)).toEqual(labelTablesOf(ours));
  });

  it('gives the same schema for clients, which is the one it makes itself', () => {
    expect(text(apiSchemaOf(supergraph))).toBe(text(apiSchemaOf(ours)));
    const own = composed.schema?.toAPISchema().toGraphQLJSSchema();
    expect(own && text(own)).toBe(text(apiSchemaOf(ours)));
  });
});
