import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('record-fields-are-labelled');
const QUERY = 'type Query { patient(id: ID! @patientId): Patient }';

describe('record-fields-are-labelled', () => {
  it('refuses a field without a label, and one that is only domestic', () => {
    expectErrors(`${QUERY}
      type Patient @key(fields: "id") @subject(id: "id") { id: ID! name: String hkid: String @domestic }
    `).toEqual(['Patient.name: no label', 'Patient.hkid: @domestic alone']);
  });

  it('refuses a field that another subgraph adds without one', () => {
    expectErrors(
      `${QUERY} type Patient @key(fields: "id") @subject(id: "id") { id: ID! name: String @consent(scope: "PERSON") }`,
      'type Patient @key(fields: "id") @subject(id: "id") { id: ID! allergies: [String] }',
    ).toEqual(['Patient.allergies: no label']);
  });

  it('takes a label of the field, of the type, or of the record', () => {
    expectValid(`${QUERY}
      type Patient @key(fields: "id") @subject(id: "id") { id: ID! name: String @consent(scope: "PERSON") }
      type Allergy @subject(id: "patient { id }") @consent(scope: "ALLERGY_ADR") { patient: Patient text: String }
      type Condition @subject(id: "patient { id }", category: "category") { patient: Patient category: SharableCategory }
      enum SharableCategory { DIAGNOSIS }
      type Organization @key(fields: "id") @open { id: ID! name: String }
      type Name { text: String }
    `);
  });
});
