import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('nothing-open-about-patients');
const PATIENT = 'type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON")';

describe('nothing-open-about-patients', () => {
  it('refuses @open on a field of a record type or a value type', () => {
    expectErrors(`
      type Query { patient(id: ID! @patientId): Patient }
      ${PATIENT} { id: ID! gender: String @open name: Name }
      type Name { text: String @open }
    `).toEqual(['Patient.gender: @open', 'Name.text: @open']);
  });

  it('refuses an open root field that leads to records, also through value types', () => {
    expectErrors(`
      type Query { patients: Patients @open }
      type Patients { nodes: [Patient!] }
      ${PATIENT} { id: ID! }
    `).toEqual(['Query.patients: Patient']);
  });

  it('takes an open root field that leads to open types', () => {
    expectValid(`
      type Query { organizations: Organizations @open }
      type Organizations { nodes: [Organization!] }
      type Organization @key(fields: "id") @open { id: ID! name: String @open }
    `);
  });
});
