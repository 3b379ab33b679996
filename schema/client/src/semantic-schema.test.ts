/** What `semantic.graphql` promises to clients that handle errors themselves, as such a client reads it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { API_PATH } from '@causeway/schema/compose-files';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { semanticToNullable, semanticToStrict } from 'graphql-sock';

const api = buildSchema(readFileSync(API_PATH, 'utf8'));
const semantic = buildSchema(readFileSync(new URL('../semantic.graphql', import.meta.url), 'utf8'));

/** The type of every field of an answer, by coordinate. */
function typesIn(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  return new Map(
    types.flatMap((type) =>
      Object.values(type.getFields()).map(
        (field) => [`${type.name}.${field.name}`, String(field.type)] as const,
      ),
    ),
  );
}

describe('the schema with semantic nullability', () => {
  it('has the very types of the graph for clients that know nothing of it', () => {
    expect(typesIn(semanticToNullable(semantic))).toEqual(typesIn(api));
  });

  it('says of the lists of a patient that they are null by a refusal alone, and of nothing else', () => {
    const before = typesIn(api);
    const stricter = [...typesIn(semanticToStrict(semantic))].filter(
      ([coordinate, type]) => before.get(coordinate) !== type,
    );
    const lists = [...before].filter(
      ([coordinate, type]) => coordinate.startsWith('Patient.') && type.endsWith('Connection'),
    );
    expect(lists.length).toBeGreaterThan(20);
    expect(stricter).toEqual(lists.map(([coordinate, type]) => [coordinate, `${type}!`]));
  });
});
