import { composeServices } from '@apollo/composition';
import { describe, expect, it } from '@jest/globals';
import { apiSchemaOf, readLabels, subgraphHeader } from '@causeway/schema';
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

/** Roles that differ between subgraphs, and between the implementations of an interface. */
const ROLES = [
  `type Query { places: [Place!] @open }
   interface Place { id: ID! beds: Int kind: Kind }
   enum Kind @requiresScopes(scopes: [["kind"]]) { ACUTE }
   type Ward implements Place @key(fields: "id") @open @requiresScopes(scopes: [["ward"]]) {
     id: ID! beds: Int @shareable @requiresScopes(scopes: [["a"], ["b"]]) kind: Kind
   }
   type Hall implements Place @key(fields: "id") @open { id: ID! beds: Int @authenticated kind: Kind }`,
  `type Ward @key(fields: "id") @open {
     id: ID! beds: Int @shareable @requiresScopes(scopes: [["c"]])
   }`,
];

const ASKED = ['Place', 'Ward', 'Hall'].flatMap((type) =>
  ['__typename', 'id', 'beds', 'kind'].map((field) => [type, field] as const),
);

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

  it('gives the same roles, where they come together from subgraphs and implementations', () => {
    const parts = ROLES.map((types, n) => ({
      name: `s${n}`,
      url: `http://s${n}.test`,
      sdl: `${subgraphHeader()}\n${types}`,
    }));
    const theirs = composeServices(
      parts.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
    );
    expect(theirs.errors).toBeUndefined();
    const [other, own] = [theirs.supergraphSdl ?? '', composeUnchecked(parts)];
    for (const supergraph of [other, own]) {
      const problems = checkSupergraph({ subgraphs: parts, supergraph });
      expect(problems.filter(({ rule }) => rule !== 'everything-is-described')).toEqual([]);
    }
    const [left, right] = [readLabels(other), readLabels(own)];
    for (const [type, field] of ASKED) {
      expect([type, field, left.roles(type, field)]).toEqual([
        type,
        field,
        right.roles(type, field),
      ]);
    }
    expect(left.roles('Place', 'beds').anyOf).toHaveLength(2);
  });
});
