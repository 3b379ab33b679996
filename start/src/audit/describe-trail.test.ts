import { describe, expect, it } from '@jest/globals';
import type { TrailState } from '@causeway/consents';
import { StartError } from '../program.js';
import { describeTrail, notedAnchor } from './describe-trail.js';

const HASH = '5f3a'.repeat(16);

const newest = {
  sequence: 12,
  anchoredAt: 1,
  chains: 3,
  events: 1_200,
  root: HASH,
  previousHash: HASH,
  hash: HASH,
};

describe('describeTrail', () => {
  it.each<[string, TrailState]>([
    [
      'Verified 0 events of 0 patients: all as they were recorded.\nNo anchor binds them yet.',
      { state: 'INTACT', patients: 0, events: 0, newest: null },
    ],
    [
      `Verified 1,234 events of 3 patients: all as they were recorded.\nNewest anchor: 12:${HASH}\nIt binds 1,200 of them. Keep it elsewhere, and verify against it with --anchor 12:${HASH}`,
      { state: 'INTACT', patients: 3, events: 1_234, newest },
    ],
    [
      'Broken: patient p-1, place 7: an event was removed',
      {
        state: 'BROKEN_CHAIN',
        patient: 'p-1',
        chain: { state: 'BROKEN', problem: 'REMOVED', sequence: 7, event: null },
      },
    ],
    [
      'Broken: patient p-1, place 7: the event was reordered (event e-7)',
      {
        state: 'BROKEN_CHAIN',
        patient: 'p-1',
        chain: { state: 'BROKEN', problem: 'REORDERED', sequence: 7, event: 'e-7' },
      },
    ],
    [
      'Broken: patient p-1, place 7: an event was removed, as anchor 3 shows',
      {
        state: 'BROKEN_CHAIN',
        patient: 'p-1',
        chain: { state: 'BROKEN', problem: 'REMOVED', sequence: 7, event: null, anchor: 3 },
      },
    ],
    [
      'Broken: patient p-1, place 7: the event was changed (event e-7), as anchor 3 shows; it may begin before that place',
      {
        state: 'BROKEN_CHAIN',
        patient: 'p-1',
        chain: { state: 'BROKEN', problem: 'CHANGED', sequence: 7, event: 'e-7', anchor: 3 },
      },
    ],
    [
      'Broken: anchor 4 was removed',
      { state: 'BROKEN_ANCHOR', anchor: { state: 'BROKEN', anchor: 4, problem: 'REMOVED' } },
    ],
    [
      'Broken: anchor 4 was changed',
      { state: 'BROKEN_ANCHOR', anchor: { state: 'BROKEN', anchor: 4, problem: 'CHANGED' } },
    ],
    [
      'Broken: the ends that anchor 4 binds were changed',
      { state: 'BROKEN_ANCHOR', anchor: { state: 'BROKEN', anchor: 4, problem: 'ENDS_CHANGED' } },
    ],
    [
      'Broken: anchor 4 is not the one that was noted: the trail was rewritten',
      { state: 'BROKEN_ANCHOR', anchor: { state: 'BROKEN', anchor: 4, problem: 'REWRITTEN' } },
    ],
  ])('says: %s', (text, trail) => {
    expect(describeTrail(trail)).toBe(text);
  });
});

describe('notedAnchor', () => {
  it('reads what was printed', () => {
    expect(notedAnchor(`12:${HASH}`)).toEqual({ sequence: 12, hash: HASH });
  });

  it.each(['', '12', `:${HASH}`, `0:${HASH}`, `x:${HASH}`, `12:${HASH}0`, `12:${HASH.slice(1)}`])(
    'refuses %j',
    (text) => {
      expect(() => notedAnchor(text)).toThrow(StartError);
    },
  );
});
