import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('subjects-come-with-the-record');
const LABELS =
  '@key(fields: "id") @subject(id: "patient { id }", date: "date", security: "security { system code }") @consent(scope: "ALLERGY_ADR")';
const OWNER = `
  type Query { allergy(id: ID! @patientId): Allergy }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! }
  type Allergy ${LABELS} { id: ID! patient: Patient date: String security: [Coding!] @shareable }
  type Coding @shareable { system: String code: String }
`;

describe('subjects-come-with-the-record', () => {
  it('refuses a subgraph that resolves the record but not what @subject names', () => {
    expectErrors(OWNER, `type Allergy ${LABELS} { id: ID! note: String }`).toEqual([
      'Allergy @subject(date:): none',
      'Allergy @subject(id:): none',
      'Allergy @subject(security:): none',
    ]);
  });

  it('refuses one that resolves a part of it', () => {
    expectErrors(
      OWNER.replace('date: String', 'date: String @shareable').replace(
        'Patient date',
        'Patient @shareable date',
      ),
      `type Allergy ${LABELS} {
         id: ID! note: String patient: Patient @shareable date: String @shareable security: [Coding!] @shareable
       }
       type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! }
       type Coding @shareable { code: String }`,
    ).toEqual(['Allergy @subject(security:): none']);
  });

  it('takes subgraphs that resolve all of it, and those that know the key alone', () => {
    expectValid(
      OWNER,
      `type Query { other(id: ID! @patientId): Allergy } type Allergy ${LABELS} { id: ID! }`,
    );
  });
});
