import { describe, expect, it } from '@jest/globals';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchemaOf } from './api-schema.js';
import { composeUnchecked } from './compose.js';
import { subgraphHeader } from './directives.js';

const apiOf = (types: string): string => {
  const supergraph = composeUnchecked([
    { name: 'a', url: 'http://a.test', sdl: `${subgraphHeader()}\n${types}` },
  ]);
  return printSchema(lexicographicSortSchema(apiSchemaOf(supergraph)));
};

describe('apiSchemaOf', () => {
  it('shows neither labels nor what composers add', () => {
    expect(
      apiOf(`
        type Query { "One patient." patient(id: ID! @patientId): Patient audit: String @requiresScopes(scopes: [["a"]]) }
        type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! hkid: String @domestic }
      `),
    ).toBe(
      `
type Patient {
  hkid: String
  id: ID!
}

type Query {
  audit: String

  """One patient."""
  patient(id: ID!): Patient
}`.trim(),
    );
  });

  it('hides what is inaccessible, wherever it is named', () => {
    const api = apiOf(`
      type Query { a(shown: Int, hidden: Int @inaccessible): A b: B facts(keys: [Key!]): Facts @inaccessible in(put: In): E }
      interface I { i: Int } interface J @inaccessible { i: Int }
      type A implements I & J { i: Int secret: Int @inaccessible }
      type Hidden @inaccessible { x: Int }
      union B = A | Hidden
      scalar Key @inaccessible scalar Facts @inaccessible
      input In { a: Int b: Int @inaccessible }
      enum E { X Y @inaccessible }
    `);
    expect(api).toContain('type A implements I {');
    expect(api).toMatch(/union B = A$/m);
    for (const hidden of [
      'J',
      'secret',
      'Hidden',
      'Key',
      'Facts',
      'facts',
      'b: Int',
      'Y',
      'hidden',
    ]) {
      expect(api).not.toContain(hidden);
    }
  });

  it('keeps what clients are to see of directives', () => {
    const api = apiOf(`
      type Query { a: Time @deprecated(reason: "Use b.") } scalar Time @specifiedBy(url: "https://time.test")
    `);
    expect(api).toContain('a: Time @deprecated(reason: "Use b.")');
    expect(api).toContain('scalar Time @specifiedBy(url: "https://time.test")');
  });
});
