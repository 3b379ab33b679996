import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('root-values-are-labelled');

describe('root-values-are-labelled', () => {
  it('refuses values under a root field that has no label', () => {
    expectErrors(`
      type Query { age(id: ID! @patientId): Int me: Contact events: Events }
      type Contact { phone: String }
      type Events { totalCount: Int nodes: [Event] }
      type Event @key(fields: "id") @subject(id: "id") @consent(scope: "AUDIT") { id: ID! }
    `).toEqual(['Query.age: no label', 'Query.me: no label', 'Query.events: no label']);
  });

  it('refuses a label whose patient nothing names', () => {
    expectErrors('type Query { names: [String] @consent(scope: "PERSON") }').toEqual([
      'Query.names: @consent(scope: "PERSON") and no patient',
    ]);
  });

  it('takes labelled values, records, what is open and what is not public', () => {
    expectValid(`
      type Query {
        age(id: ID! @patientId): Int @consent(scope: "PERSON")
        events: [String] @consent(scope: "AUDIT")
        me: Patient
        version: String @open
        facts: String @inaccessible
      }
      type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! }
    `);
  });
});
