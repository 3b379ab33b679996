import { describe, it } from '@jest/globals';
import { subgraphHeader } from '../directives.js';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('record-types-are-no-interface-objects');
const OWNER = `
  type Query { allergy(id: ID! @patientId): Allergy }
  interface Record @key(fields: "id") { id: ID! }
  type Allergy implements Record @key(fields: "id") @subject(id: "id") @consent(scope: "ALLERGY_ADR") { id: ID! }
`;

describe('record-types-are-no-interface-objects', () => {
  it('refuses a subgraph that knows records by their interface alone', () => {
    const header = subgraphHeader().replace('"@key"', '"@key", "@interfaceObject"');
    expectErrors(
      OWNER,
      `${header} type Record @interfaceObject @key(fields: "id") @open { id: ID! note: String }`,
    ).toEqual(['Record: Allergy']);
  });

  it('takes an interface of records', () => {
    expectValid(OWNER);
  });
});
