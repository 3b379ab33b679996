import { describe, expect, it } from '@jest/globals';
import type { TokenClaims } from './claims.js';
import { TokenMemory } from './token-memory.js';

const NOW = 1_770_000_000_000;
const MINUTE = 60_000;

const claims: TokenClaims = {
  caller: { kind: 'person', person: 'pat-1', subject: 's', client: 'c', tokenId: 't' },
  purposes: ['PATRQT'],
};

const expiryIn = (milliseconds: number): number => (NOW + milliseconds) / 1000;

describe('TokenMemory', () => {
  it('recalls the very token that was remembered, and no other', () => {
    const memory = new TokenMemory();
    memory.remember('one', claims, expiryIn(MINUTE), NOW);
    expect(memory.recall('one', NOW)).toBe(claims);
    expect(memory.recall('two', NOW)).toBeUndefined();
  });

  it.each([
    ['until the token expires', MINUTE, MINUTE],
    ['for five minutes at most', 60 * MINUTE, 5 * MINUTE],
  ])('remembers %s', (_case, life, remembered) => {
    const memory = new TokenMemory();
    memory.remember('one', claims, expiryIn(life), NOW);
    expect(memory.recall('one', NOW + remembered - 1)).toBe(claims);
    expect(memory.recall('one', NOW + remembered)).toBeUndefined();
    expect(memory.size).toBe(0);
  });

  it('does not remember a token that has expired', () => {
    const memory = new TokenMemory();
    memory.remember('one', claims, expiryIn(0), NOW);
    expect(memory.size).toBe(0);
  });

  it('keeps within its bounds by forgetting what it remembered first', () => {
    const memory = new TokenMemory(2);
    for (const token of ['one', 'two', 'three'])
      memory.remember(token, claims, expiryIn(MINUTE), NOW);
    expect(memory.size).toBe(2);
    expect(memory.recall('one', NOW)).toBeUndefined();
    expect(memory.recall('three', NOW)).toBe(claims);
  });

  it('makes no room for a token that it already remembers', () => {
    const memory = new TokenMemory(2);
    for (const token of ['one', 'two', 'two'])
      memory.remember(token, claims, expiryIn(MINUTE), NOW);
    expect(memory.recall('one', NOW)).toBe(claims);
  });
});
