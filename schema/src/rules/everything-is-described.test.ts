import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('everything-is-described');

describe('everything-is-described', () => {
  it('refuses each element without a description', () => {
    expectErrors(`
      type Query { version(of: Part, where: Where): String @open }
      enum Part { MAJOR }
      input Where { part: Part }
      scalar Time
      " "
      type Unused @open { "When." at: Time }
    `).toEqual([
      'Query.version: none',
      'Query.version(of:): none',
      'Query.version(where:): none',
      'Part: none',
      'Part.MAJOR: none',
      'Where: none',
      'Where.part: none',
      'Time: none',
      'Unused: none',
    ]);
  });

  it('takes a graph that describes itself', () => {
    expectValid(`type Query { "The version." version("Of which part." of: Part): String @open }
      "A part." enum Part { "The first." MAJOR }`);
  });
});
