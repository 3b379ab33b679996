import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('scopes-are-in-the-catalogue');
const graph = (scope: string): string => `
  type Query { patient(id: ID! @patientId, code: String @consent(scope: "${scope}")): Patient }
  type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "${scope}") { id: ID! }
`;

describe('scopes-are-in-the-catalogue', () => {
  it.each(['PERSONAL', 'person', '', 'PERSON '])('refuses the scope "%s"', (scope) => {
    expectErrors(graph(scope)).toEqual([`Patient: ${scope}`, `Query.patient(code:): ${scope}`]);
  });

  it.each(['PERSON', 'AUDIT'])('takes the scope %s', (scope) => {
    expectValid(graph(scope));
  });
});
