import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('roots-are-not-returned');

describe('roots-are-not-returned', () => {
  it('refuses a field that leads back to a root', () => {
    expectErrors(`
      type Query { version: Version @open }
      type Version @open { number: String query: Query any: Any }
      union Any = Version | Query
    `).toEqual(['Version.query: Query', 'Version.any: Query among its possible types']);
  });

  it('takes a graph without one', () => {
    expectValid('type Query { version: String @open }');
  });
});
