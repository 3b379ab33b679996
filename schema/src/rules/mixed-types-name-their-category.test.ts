import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('mixed-types-name-their-category');
const graph = (type: string): string => `
  type Query { observation(id: ID! @patientId): ${/type (\w+)/.exec(type)?.[1] ?? ''} }
  ${type}
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! }
  enum SharableCategory { BIRTH LAB_REPORT }
`;
const FIELDS =
  '{ patient: Patient category: SharableCategory kind: SharableCategory code: String }';

describe('mixed-types-name-their-category', () => {
  it('refuses a label of the type beside the category of each record', () => {
    expectErrors(
      graph(
        `type Observation @subject(id: "patient { id }", category: "category") @consent(scope: "BIRTH") ${FIELDS}`,
      ),
    ).toEqual(['Observation: @consent(scope: "BIRTH")']);
  });

  it.each(['Observation', 'Procedure'])('refuses a %s whose category is not named', (name) => {
    expectErrors(graph(`type ${name} @subject(id: "patient { id }") ${FIELDS}`)).toEqual([
      `${name}: none`,
    ]);
  });

  it.each([
    ['kind', 'kind: SharableCategory'],
    ['code', 'code: String'],
    ['category kind', 'another selection'],
  ])('refuses %s as the category', (category, got) => {
    expectErrors(
      graph(`type Observation @subject(id: "patient { id }", category: "${category}") ${FIELDS}`),
    ).toEqual([`Observation: ${got}`]);
  });

  it('takes the category, also beside a label of a type that has one only', () => {
    expectValid(
      graph(`type Observation @subject(id: "patient { id }", category: "category") ${FIELDS}`),
    );
    expectValid(
      graph(
        `type Procedure @subject(id: "patient { id }", category: "category") @consent(scope: "PROCEDURE") ${FIELDS}`,
      ),
    );
  });
});
