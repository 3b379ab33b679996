import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('external-copies-carry-no-labels');
const PATIENT = 'type Patient @key(fields: "id") @subject(id: "id") @consent(scope: "PERSON")';
const OWNER = `type Query { patient(id: ID! @patientId): Patient } ${PATIENT} { id: ID! hkid: String @domestic }`;
const reader = (label: string): string =>
  `${PATIENT} { id: ID! hkid: String @external ${label} short: String @requires(fields: "hkid") @domestic }`;

describe('external-copies-carry-no-labels', () => {
  it('refuses a label on a copy', () => {
    expectErrors(OWNER, reader('@domestic')).toEqual(['Patient.hkid: @domestic']);
  });

  it('takes a copy without one', () => {
    expectValid(OWNER, reader(''));
  });
});
