import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('value-types-carry-no-labels');
const QUERY = `
  type Query { patient(id: ID! @patientId): Patient }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! name: Name @domestic }
`;

describe('value-types-carry-no-labels', () => {
  it('refuses labels on the type, its fields and their arguments', () => {
    expectErrors(`${QUERY}
      type Name @consent(scope: "PERSON") { text: String @domestic parts(of: String @consent(scope: "BIRTH")): Int }
    `).toEqual(['Name: @consent', 'Name.text: @domestic', 'Name.parts(of:): @consent']);
  });

  it('takes value types without them', () => {
    expectValid(`${QUERY} type Name { text: String }`);
  });
});
