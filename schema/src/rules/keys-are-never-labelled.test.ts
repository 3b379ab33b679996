import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('keys-are-never-labelled');
const QUERY = 'type Query { patient(id: ID! @patientId): Patient }';

describe('keys-are-never-labelled', () => {
  it('refuses a label on a key, also on one that only another subgraph uses', () => {
    expectErrors(
      `${QUERY} type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
        id: ID! hkid: String @domestic @shareable
      }`,
      `type Patient @key(fields: "hkid") @subject(id: "id") @consent(scope: "PERSON") {
        id: ID! @shareable hkid: String @domestic @shareable
      }`,
    ).toEqual(['Patient.hkid: @domestic']);
  });

  it('refuses a key that holds more than a scalar', () => {
    expectErrors(`${QUERY}
      type Patient @key(fields: "name { text }") @subject(id: "id") @consent(scope: "PERSON") { id: ID! name: Name }
      type Name { text: String }
    `).toEqual(['Patient.name: Name']);
  });

  it('takes an id', () => {
    expectValid(`${QUERY}
      type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! }
      type Organization @key(fields: "id") @open { id: ID! }
    `);
  });
});
