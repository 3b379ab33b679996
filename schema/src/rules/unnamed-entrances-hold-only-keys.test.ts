import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('unnamed-entrances-hold-only-keys');
const patient = (fields: string): string =>
  `type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON") { id: ID! ${fields} }`;
const NAMES = `type Query { patient(id: ID! @patientId): Patient } ${patient('name: String')}`;

describe('unnamed-entrances-hold-only-keys', () => {
  it('refuses a root field that names no patient where the subgraph holds more than keys', () => {
    expectErrors(`type Query { myPatients: [Patient!] } ${patient('name: String')}`).toEqual([
      'Query.myPatients: A, which holds Patient.name',
    ]);
  });

  it('refuses the same through value types and from open types', () => {
    expectErrors(`
      type Query { found: Found ward: Ward @open }
      type Found { nodes: [Patient!] }
      type Ward @key(fields: "id") @open { id: ID! patients: [Patient!] }
      ${patient('name: String')}
    `).toEqual([
      'Query.found: A, which holds Patient.name',
      'Ward.patients: A, which holds Patient.name',
    ]);
  });

  it('refuses what a field provides beyond the key', () => {
    expectErrors(
      NAMES.replace('name: String', 'name: String @shareable'),
      `type Query { myPatients: [Patient!] @provides(fields: "name") } ${patient('name: String @external')}`,
    ).toEqual(['Query.myPatients: B, which holds what it provides: name']);
  });

  it('refuses a root field that leads nowhere', () => {
    expectErrors('type Query { version: String }').toEqual(['Query.version: none of them']);
  });

  it('takes keys, beside administrative records, and what is not public', () => {
    expectValid(
      NAMES,
      `type Query { myPatients: [Patient!] auditEvents: [AuditEvent!] facts: Patient @inaccessible }
       ${patient('auditEvents: [AuditEvent!] @consent(scope: "AUDIT")')}
       type AuditEvent @key(fields: "id") @subject(id: "patient { id }") @consent(scope: "AUDIT") {
         id: ID! patient: Patient recorded: String
       }`,
    );
  });
});
