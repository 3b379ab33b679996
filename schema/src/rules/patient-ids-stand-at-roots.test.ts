import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('patient-ids-stand-at-roots');
const PATIENT = 'type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON")';

describe('patient-ids-stand-at-roots', () => {
  it('refuses one below the root', () => {
    expectErrors(
      `type Query { me: Patient } ${PATIENT} { id: ID! child(id: ID! @patientId): Patient }`,
    ).toEqual(['Patient.child(id:): one of Patient']);
  });

  it.each([
    ['one that may be left out', 'x(id: ID @patientId): Patient', 'x(id:): ID'],
    ['one that is no ID', 'x(id: Int! @patientId): Patient', 'x(id:): Int!'],
    ['one in an input object that may be left out', 'x(of: Of): Patient', 'x(of.id:): Of with ID!'],
  ])('refuses %s', (_, field, got) => {
    expectErrors(
      `type Query { ${field} } input Of { id: ID! @patientId } ${PATIENT} { id: ID! }`,
    ).toEqual([`Query.${got}`]);
  });

  it('takes an ID that is always given', () => {
    expectValid(`
      type Query { x(id: ID! @patientId): Patient y(of: Of!): Patient }
      input Of { id: ID! @patientId }
      ${PATIENT} { id: ID! }
    `);
  });
});
