import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, print, validate } from 'graphql';
import { askedQuery } from './asked-query.js';

const SCHEMA = buildSchema(`
  type Query { grantRequest(id: ID!): Request myGrant: Grant }
  type Subscription { myRequest(id: ID!): Request myGrant: Grant }
  type Request { id: ID! myRequest: String }
  type Grant { id: ID! }
`);

const asked = (text: string, name?: string): string => {
  const document = parse(text);
  const definition = getOperationAST(document, name);
  if (definition === null || definition === undefined) throw new Error('Expected an operation');
  const query = askedQuery({ hash: 'hash', text, document, definition }, SCHEMA);
  expect(query).toMatchObject({ hash: 'hash', text });
  expect(query.definition.operation).toBe('query');
  expect(validate(SCHEMA, query.document)).toEqual([]);
  return print(query.document).replace(/\s+/g, ' ');
};

describe('the query that a subscription asks', () => {
  it.each([
    ['{ myGrant { id } }', '{ myGrant { id } }'],
    ['{ mine: myGrant { id } }', '{ mine: myGrant { id } }'],
    ['{ myRequest(id: "1") { id } }', '{ myRequest: grantRequest(id: "1") { id } }'],
    ['{ mine: myRequest(id: "1") { id } }', '{ mine: grantRequest(id: "1") { id } }'],
    // A field of the same name elsewhere is another field.
    ['{ myRequest(id: "1") { myRequest } }', '{ myRequest: grantRequest(id: "1") { myRequest } }'],
    ['{ ... { myGrant { id } } }', '{ ... { myGrant { id } } }'],
    ['{ ... on Subscription { myGrant { id } } }', '{ ... on Query { myGrant { id } } }'],
  ])('of %s is %s', (subscription, query) => {
    expect(asked(`subscription ${subscription}`)).toBe(query);
  });

  it('goes through fragments, and keeps those that are not of the root', () => {
    const text = `
      subscription Mine($id: ID!) { ...Root }
      fragment Root on Subscription { myRequest(id: $id) { ...Request } }
      fragment Request on Request { id }
    `;
    expect(asked(text)).toBe(
      'query Mine($id: ID!) { ...Root } fragment Root on Query { myRequest: grantRequest(id: $id) { ...Request } } fragment Request on Request { id }',
    );
  });

  it('is the one that is named, of several', () => {
    const text = 'query A { myGrant { id } } subscription B { myGrant { id } }';
    expect(asked(text, 'B')).toBe('query A { myGrant { id } } query B { myGrant { id } }');
  });
});
