import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('arguments-filter-within-their-labels');
const graph = (args: string, root = 'patient(id: ID! @patientId): Patient'): string => `
  type Query { ${root} }
  type Mutation { note(patient: ID! @patientId, text: String): Patient }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
    id: ID!
    hkid: String @domestic
    prescriptions(${args}): Prescriptions @consent(scope: "MEDICATION")
  }
  type Prescriptions { nodes: [Prescription!] }
  type Prescription @subject(id: "patient { id }") @consent(scope: "MEDICATION") {
    patient: Patient intent: String reason: String @consent(scope: "DIAGNOSIS")
  }
  input Where { and: [Where!] reason: String where: Reason }
  input Reason { reason: String @consent(scope: "DIAGNOSIS") }
`;

describe('arguments-filter-within-their-labels', () => {
  it.each([
    ['a value of another label', 'reason: String', 'reason:): @consent(scope: "MEDICATION")'],
    ['one in an input object', 'where: Where', 'where.reason:): @consent(scope: "MEDICATION")'],
    ['a value of nobody', 'diagnosis: String', 'diagnosis:): diagnosis'],
  ])('refuses to filter by %s', (_, args, got) => {
    expectErrors(graph(args)).toEqual([`Patient.prescriptions(${got}`]);
  });

  it('refuses to find a patient by what stays at home', () => {
    expectErrors(graph('first: Int', 'myPatients(hkid: String): [Patient!]')).toEqual([
      'Query.myPatients(hkid:): @consent(scope: "PERSON")',
    ]);
  });

  it('takes pages, what every record has, fields under the same label, and labelled arguments', () => {
    expectValid(
      graph(`
        first: Int, after: String, period: String, code: String, status: String, restricted: Boolean, intent: String,
        reason: String @consent(scope: "DIAGNOSIS"), diagnosis: String @consent(scope: "DIAGNOSIS")
      `),
    );
  });
});
