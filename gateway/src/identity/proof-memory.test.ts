import { describe, expect, it } from '@jest/globals';
import { ProofMemory } from './proof-memory.js';

const NOW = 1_770_000_000_000;

describe('ProofMemory', () => {
  it('takes each proof of a key once', () => {
    const memory = new ProofMemory();
    expect(memory.take('key', 'one', NOW + 60_000, NOW)).toBe(true);
    expect(memory.take('key', 'one', NOW + 60_000, NOW + 59_999)).toBe(false);
    expect(memory.take('key', 'two', NOW + 60_000, NOW)).toBe(true);
    expect(memory.take('other', 'one', NOW + 60_000, NOW)).toBe(true);
  });

  it('forgets proofs that have ended', () => {
    const memory = new ProofMemory();
    memory.take('key', 'one', NOW + 1_000, NOW);
    memory.take('key', 'two', NOW + 2_000, NOW);
    memory.take('key', 'three', NOW + 60_000, NOW + 2_000);
    expect(memory.size).toBe(1);
  });

  it('keeps within its bounds, and takes none again that had to make room', () => {
    const memory = new ProofMemory(2);
    for (const [jti, until] of [
      ['one', NOW + 10_000],
      ['two', NOW + 20_000],
      ['three', NOW + 30_000],
    ] as const) {
      expect(memory.take('key', jti, until, NOW)).toBe(true);
    }
    expect(memory.size).toBe(2);
    expect(memory.take('key', 'one', NOW + 10_000, NOW)).toBe(false);
    // As old as the one that was forgotten, so nobody can say whether it was taken.
    expect(memory.take('key', 'four', NOW + 10_000, NOW)).toBe(false);
    expect(memory.take('key', 'five', NOW + 40_000, NOW)).toBe(true);
  });
});
