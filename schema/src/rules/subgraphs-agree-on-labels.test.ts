import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('subgraphs-agree-on-labels');
const QUERY = 'type Query { patient(id: ID! @patientId): Patient }';
const patient = (labels: string, fields = ''): string =>
  `type Patient @key(fields: "id") ${labels} { id: ID! ${fields} }`;

describe('subgraphs-agree-on-labels', () => {
  it('refuses a type that one subgraph labels otherwise', () => {
    expectErrors(
      `${QUERY} ${patient('@subject(id: "id") @consent(scope: "PERSON")')}`,
      patient('@subject(id: "id")', 'note: String @consent(scope: "PERSON")'),
    ).toEqual(['Patient: @subject(id: "id") in b']);
  });

  it('refuses arguments that disagree, of which a composer keeps one', () => {
    expectErrors(
      `${QUERY} ${patient('@subject(id: "id") @consent(scope: "PERSON")', 'gender: String @shareable')}`,
      patient(
        '@subject(id: "id", code: "gender") @consent(scope: "PERSON")',
        'gender: String @shareable',
      ),
    ).toEqual(['Patient: @consent(scope: "PERSON") @subject(code: "gender", id: "id") in b']);
  });

  it('takes subgraphs of one mind, in whatever order they say it', () => {
    expectValid(
      `${QUERY} ${patient('@subject(id: "id") @consent(scope: "PERSON") @consent(scope: "BIRTH")')}`,
      patient(
        '@consent(scope: "BIRTH") @consent(scope: "PERSON") @subject(id: "id")',
        'note: String',
      ),
    );
  });
});
