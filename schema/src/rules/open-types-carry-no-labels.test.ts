import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('open-types-carry-no-labels');
const QUERY = 'type Query { organization(id: ID!): Organization @open }';

describe('open-types-carry-no-labels', () => {
  it('refuses labels on the type, its fields and their arguments', () => {
    expectErrors(`${QUERY}
      type Organization @key(fields: "id") @open @domestic {
        id: ID!
        name: String @consent(scope: "PERSON")
        wards(code: String @consent(scope: "DIAGNOSIS")): Int
      }
    `).toEqual([
      'Organization: @domestic',
      'Organization.name: @consent',
      'Organization.wards(code:): @consent',
    ]);
  });

  it('takes open types without them', () => {
    expectValid(`${QUERY} type Organization @key(fields: "id") @open { id: ID! name: String }`);
  });
});
