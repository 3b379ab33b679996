import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('interfaces-and-unions-carry-no-labels');
const graph = (record: string): string => `
  type Query { patient(id: ID! @patientId): Patient }
  ${record}
  type Patient implements Record @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") {
    id: ID!
    text(of: String): String @domestic
  }
`;

describe('interfaces-and-unions-carry-no-labels', () => {
  it('refuses a label on the field of an interface, which its implementations would not have', () => {
    expectErrors(
      graph(
        'interface Record { id: ID! text(of: String @consent(scope: "BIRTH")): String @domestic }',
      ),
    ).toEqual(['Record.text: @domestic', 'Record.text(of:): @consent']);
  });

  it('takes an interface whose implementations are labelled', () => {
    expectValid(graph('interface Record { id: ID! text(of: String): String }'));
  });

  it('takes the roles of implementations, which composers give the interface', () => {
    expectValid(`
      interface Place { beds: Int }
      type Query { places: [Place!] @open }
      type Ward implements Place @open @requiresScopes(scopes: [["ward"]]) { beds: Int }
      type Hall implements Place @open { beds: Int @requiresScopes(scopes: [["hall"]]) }
    `);
  });
});
