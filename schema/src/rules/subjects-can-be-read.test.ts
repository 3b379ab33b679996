import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('subjects-can-be-read');
const graph = (subject: string): string => `
  type Query { patient(id: ID! @patientId): Patient allergy(id: ID! @patientId): Allergy }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! name: String }
  type Allergy @key(fields: "id") @subject(${subject}) @consent(scope: "ALLERGY_ADR") {
    id: ID! patient: Patient patients: [Patient!] security: [Coding!] date: String author: Organization
  }
  type Coding { system: String code: String display: String }
  type Organization @key(fields: "id", resolvable: false) @open { id: ID! }
`;

describe('subjects-can-be-read', () => {
  it.each([
    ['a field that is not there', 'id: "subject { id }"', 'id:): Allergy.subject'],
    ['an object without a selection', 'id: "patient"', 'id:): Allergy.patient'],
    ['a selection of a scalar', 'id: "id { id }"', 'id:): Allergy.id: ID'],
    ['several patients', 'id: "patients { id }"', 'id:): Allergy.patients: [Patient!]'],
    ['another record beyond its key', 'id: "patient { name }"', 'id:): name'],
    ['an alias', 'id: "date: id"', 'id:): id'],
    ['a fragment', 'id: "... { id }"', 'id:): a fragment'],
    [
      'codes without their systems',
      'id: "patient { id }", security: "security { code }"',
      'security:): code',
    ],
  ])('refuses %s', (_, subject, got) => {
    expectErrors(graph(subject)).toEqual([`Allergy @subject(${got}`]);
  });

  it('refuses a subgraph that resolves the record but not what @subject names', () => {
    expectErrors(
      graph('id: "patient { id }", date: "date"'),
      `type Allergy @key(fields: "id") @subject(id: "patient { id }", date: "date") @consent(scope: "ALLERGY_ADR") {
        id: ID! note: String
      }`,
    ).toEqual(['Allergy @subject(id:): none in B', 'Allergy @subject(date:): none in B']);
  });

  it('takes plain selections, and subgraphs that know only the key', () => {
    expectValid(
      graph(
        'id: "patient { id }", date: "date", security: "security { system code }", author: "author { id }"',
      ),
      `type Query { other: Allergy } type Allergy @key(fields: "id", resolvable: false) @subject(
        id: "patient { id }", date: "date", security: "security { system code }", author: "author { id }"
      ) @consent(scope: "ALLERGY_ADR") { id: ID! }`,
    );
  });
});
