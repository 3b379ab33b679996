import { describe, expect, it } from '@jest/globals';
import { demandsProvider, isRoleDemand, meetsRole, roleDemand } from './roles.js';

describe('a role demand', () => {
  const demand = roleDemand([['office:auditor'], ['office:commissioner', 'read all']]);

  it('is told from other demands', () => {
    expect(isRoleDemand(demand)).toBe(true);
    expect(isRoleDemand('LAB_REPORT')).toBe(false);
  });

  it.each([
    [roleDemand([['provider:domestic']]), true],
    [roleDemand([['office:auditor'], ['provider:cross-border', 'read all']]), true],
    [demand, false],
    [roleDemand([['provider']]), false],
    ['provider:domestic', false],
    ['LAB_REPORT', false],
  ])('%s is one for a provider: %s', (demanded, expected) => {
    expect(demandsProvider(demanded)).toBe(expected);
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
