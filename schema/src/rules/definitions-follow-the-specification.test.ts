import { describe, it } from '@jest/globals';
import { subgraphHeader } from '../directives.js';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('definitions-follow-the-specification');
const QUERY = 'type Query { version: String @open }';

describe('definitions-follow-the-specification', () => {
  it.each([
    [
      ' repeatable on OBJECT',
      ' on OBJECT',
      '@consent(scope: String!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT',
    ],
    [
      'directive @domestic on OBJECT | FIELD_DEFINITION',
      'directive @domestic on OBJECT',
      '@domestic() on OBJECT',
    ],
    [
      'action: String! = "READ"',
      'action: String! = "DEPOSIT"',
      '@patientId(action: String! = "DEPOSIT") on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION',
    ],
  ])('refuses a definition in which %s became %s', (from, to, got) => {
    expectErrors(`${subgraphHeader().replace(from, to)} ${QUERY}`).toEqual([`a: ${got}`]);
  });

  it('takes the definitions of the specification', () => {
    expectValid(QUERY);
  });
});
