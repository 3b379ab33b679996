import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('derived-fields-carry-what-they-read');
const OWNER = `
  type Query { patient(id: ID! @patientId): Patient }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
    id: ID!
    hiv: String @consent(scope: "LAB_REPORT")
    address: Address @domestic
    conditions: [Condition!] @consent(scope: "DIAGNOSIS")
    mother: Patient
  }
  type Address { district: String }
  type Condition @key(fields: "id") @subject(id: "patient { id }", category: "category") {
    id: ID! patient: Patient category: SharableCategory
  }
  enum SharableCategory { DIAGNOSIS }
`;
const reader = (fields: string, types = ''): string =>
  `type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! ${fields} } ${types}`;

describe('derived-fields-carry-what-they-read', () => {
  it('refuses a field that requires a labelled one and is not labelled so', () => {
    expectErrors(
      OWNER,
      reader(
        `hiv: String @external summary: String @requires(fields: "hiv")
         address: Address @external district: String @requires(fields: "address { district }")`,
        'type Address { district: String @external }',
      ),
    ).toEqual([
      'Patient.summary: @consent(scope: "PERSON")',
      'Patient.district: @consent(scope: "PERSON")',
    ]);
  });

  it('refuses the first link of a chain that loses a label', () => {
    expectErrors(
      OWNER,
      reader('hiv: String @external risk: String @requires(fields: "hiv")'),
      reader('risk: String @external advice: String @requires(fields: "risk")'),
    ).toEqual(['Patient.risk: @consent(scope: "PERSON")']);
  });

  it('refuses to read records whose category is their own', () => {
    expectErrors(
      OWNER,
      reader(
        `conditions: [Condition!] @external
         count: Int @requires(fields: "conditions { id }") @consent(scope: "DIAGNOSIS")`,
        `type Condition @key(fields: "id", resolvable: false)
           @subject(id: "patient { id }", category: "category") { id: ID! }`,
      ),
    ).toEqual(['Patient.count: Patient.conditions']);
  });

  it('refuses to provide what the field is not labelled for', () => {
    expectErrors(
      OWNER.replace('hiv: String', 'hiv: String @shareable'),
      `type Query { me: Patient @provides(fields: "hiv") @shareable }
       type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! hiv: String @external }`,
    ).toEqual(['Query.me: no label']);
  });

  it('takes a field that carries what it reads', () => {
    expectValid(
      OWNER,
      reader(
        `hiv: String @external
         summary: String @requires(fields: "hiv") @consent(scope: "LAB_REPORT")
         address: Address @external
         district: String @requires(fields: "address { district }") @domestic`,
        'type Address { district: String @external }',
      ),
    );
  });

  const WARD = `type Query { ward: Ward @open }
    type Ward @key(fields: "id") @open { id: ID! beds: Int @requiresScopes(scopes: [["a"]]) }`;
  const free = (roles: string): string => `type Ward @key(fields: "id") @open {
    id: ID! beds: Int @external free: Int @requires(fields: "beds") ${roles}
  }`;

  it('refuses a field whose roles can be met without those of what it requires', () => {
    // One composer takes this: of two ways to meet the role, one does not meet the other's.
    expectErrors(WARD, free('@requiresScopes(scopes: [["a"], ["b"]])')).toEqual([
      'Ward.free: @requiresScopes(scopes: [["a"],["b"]])',
    ]);
  });

  it('takes a field that asks for the roles of what it requires, or more', () => {
    expectValid(WARD, free('@requiresScopes(scopes: [["a"]])'));
    expectValid(WARD, free('@requiresScopes(scopes: [["a", "b"], ["a", "c"]])'));
  });
});
