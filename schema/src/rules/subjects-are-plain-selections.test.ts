import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('subjects-are-plain-selections');
const graph = (subject: string): string => `
  type Query { patient(id: ID! @patientId): Patient allergy(id: ID! @patientId): Allergy }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! name: String }
  type Allergy @key(fields: "id") @subject(${subject}) @consent(scope: "ALLERGY_ADR") {
    id: ID! patient: Patient patients: [Patient!] security: [Coding!] date: String author: Organization
  }
  type Coding { system: String code: String display: String }
  type Organization @key(fields: "id", resolvable: false) @open { id: ID! }
`;

describe('subjects-are-plain-selections', () => {
  it.each([
    ['a field that is not there', 'id: "subject { id }"', 'id:): Allergy.subject'],
    ['an object without a selection', 'id: "patient"', 'id:): Allergy.patient: Patient'],
    ['a selection of a scalar', 'id: "id { id }"', 'id:): Allergy.id: ID'],
    ['several patients', 'id: "patients { id }"', 'id:): Allergy.patients: [Patient!]'],
    ['another record beyond its key', 'id: "patient { name }"', 'id:): name'],
    ['an alias', 'id: "date: id"', 'id:): more of Allergy.id'],
    ['a fragment', 'id: "... { id }"', 'id:): a fragment'],
    [
      'codes without their systems',
      'id: "patient { id }", security: "security { code }"',
      'security:): code',
    ],
  ])('refuses %s', (_, subject, got) => {
    expectErrors(graph(subject)).toEqual([`Allergy @subject(${got}`]);
  });

  it('takes plain selections down to scalars', () => {
    expectValid(
      graph(
        'id: "patient { id }", date: "date", security: "security { system code }", author: "author { id }"',
      ),
    );
  });
});
