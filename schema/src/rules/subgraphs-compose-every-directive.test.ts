import { describe, it } from '@jest/globals';
import { CONSENT_DIRECTIVES, subgraphHeader } from '../directives.js';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('subgraphs-compose-every-directive');
const QUERY = 'type Query { version: String @open }';

describe('subgraphs-compose-every-directive', () => {
  it.each(CONSENT_DIRECTIVES)(
    'refuses a subgraph that does not compose @%s, used or not',
    (directive) => {
      const header = subgraphHeader().replace(`@composeDirective(name: "@${directive}")`, '');
      expectErrors(QUERY, `${header} type Hospital @key(fields: "id") @open { id: ID! }`).toEqual([
        'b: none',
      ]);
    },
  );

  it('takes subgraphs that compose all, renamed or not', () => {
    const header = subgraphHeader()
      .replaceAll('@domestic', '@home')
      .replace('"@home"', '{ name: "@domestic", as: "@home" }');
    expectValid(QUERY);
    expectValid(`${header} ${QUERY}`);
  });
});
