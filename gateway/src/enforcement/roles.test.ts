import { describe, expect, it } from '@jest/globals';
import { isRoleDemand, meetsRole, roleDemand } from './roles.js';

describe('a role demand', () => {
  const demand = roleDemand([['office:auditor'], ['office:commissioner', 'read all']]);

  it('is told from other demands', () => {
    expect(isRoleDemand(demand)).toBe(true);
    expect(isRoleDemand('LAB_REPORT')).toBe(false);
  });

  it.each([
    [['office:auditor'], true],
    [['office:commissioner', 'read all'], true],
    // Every scope of a set has to be held.
    [['office:commissioner'], false],
    [['read', 'all'], false],
    [[], false],
  ])('is met by %j: %s', (held, expected) => {
    expect(meetsRole(demand, new Set(held))).toBe(expected);
  });
});
