import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('labelled-fields-are-nullable');

describe('labelled-fields-are-nullable', () => {
  it('refuses non-null fields with a label, of a record type, and at the root', () => {
    expectErrors(`
      type Query { patient(id: ID! @patientId): Patient! myPatients: [Patient!]! myNames: Names! any: Any! @open }
      type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
        id: ID! name: String! @domestic gp: Edge! mother: Patient!
      }
      type Names { text: String }
      type Edge { node: Patient! others: [Any!]! }
      union Any = Patient | Names
    `).toEqual([
      'Query.patient: Patient!',
      'Query.myPatients: [Patient!]!',
      'Query.myNames: Names!',
      'Query.any: Any!',
      'Patient.name: String!',
      'Patient.mother: Patient!',
      'Edge.node: Patient!',
      'Edge.others: [Any!]!',
    ]);
  });

  it('takes non-null items, and non-null values that a refusal of the whole takes away', () => {
    expectValid(`
      type Query { patient(id: ID! @patientId): Patient version: String! @open facts: [String]! @inaccessible }
      type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
        id: ID! children: [Patient!] contact: Contact!
      }
      type Contact { phone: String! }
    `);
  });
});
