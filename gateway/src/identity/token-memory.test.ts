import { describe, expect, it } from '@jest/globals';
import { TokenMemory } from './token-memory.js';
import type { VerifiedToken } from './verify-token.js';

const NOW = 1_770_000_000_000;
const MINUTE = 60_000;

const token = (digest: string, life: number = MINUTE): VerifiedToken => ({
  claims: {
    caller: { kind: 'person', person: 'pat-1', subject: 's', client: 'c', tokenId: 't' },
    purposes: ['PATRQT'],
    confirmation: null,
  },
  issuer: 'issuer',
  digest,
  expires: (NOW + life) / 1000,
});

describe('TokenMemory', () => {
  it('recalls the very token that was remembered, and no other', () => {
    const memory = new TokenMemory();
    const one = token('one');
    memory.remember(one, NOW);
    expect(memory.recall('one', NOW)).toBe(one);
    expect(memory.recall('two', NOW)).toBeUndefined();
  });

  it.each([
    ['until the token expires', MINUTE, MINUTE],
    ['for five minutes at most', 60 * MINUTE, 5 * MINUTE],
  ])('remembers %s', (_case, life, remembered) => {
    const memory = new TokenMemory();
    memory.remember(token('one', life), NOW);
    expect(memory.recall('one', NOW + remembered - 1)).toEqual(token('one', life));
    expect(memory.recall('one', NOW + remembered)).toBeUndefined();
    expect(memory.size).toBe(0);
  });

  it('does not remember a token that has expired', () => {
    const memory = new TokenMemory();
    memory.remember(token('one', 0), NOW);
    expect(memory.size).toBe(0);
  });

  it('keeps within its bounds by forgetting what it remembered first', () => {
    const memory = new TokenMemory(2);
    for (const digest of ['one', 'two', 'three']) memory.remember(token(digest), NOW);
    expect(memory.size).toBe(2);
    expect(memory.recall('one', NOW)).toBeUndefined();
    expect(memory.recall('three', NOW)).toEqual(token('three'));
  });

  it('makes no room for a token that it already remembers', () => {
    const memory = new TokenMemory(2);
    for (const digest of ['one', 'two', 'two']) memory.remember(token(digest), NOW);
    expect(memory.recall('one', NOW)).toEqual(token('one'));
  });
});
