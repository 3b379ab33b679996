import { describe, expect, it } from '@jest/globals';
import { freshApprovals, parseApprovals, unapprovedWidenings } from './approvals.js';
import type { AccessChange } from './compare-access.js';

const APPROVAL = {
  coordinate: 'Patient.hkid',
  audience: 'cross-border-professional',
  reason: 'An invented reason.',
  date: '2026-11-22',
} as const;

const widening = (changes: Partial<AccessChange> = {}): AccessChange => ({
  coordinate: 'Patient.hkid',
  audience: 'cross-border-professional',
  verdict: 'WIDENS',
  callers: ['DOCTOR'],
  witness: null,
  within: null,
  ...changes,
});

describe('parseApprovals', () => {
  it('reads a coordinate, an audience, a reason and a date', () => {
    expect(parseApprovals(JSON.stringify([APPROVAL]))).toEqual([APPROVAL]);
  });

  it.each([
    ['no list', APPROVAL],
    ['an audience that is none', [{ ...APPROVAL, audience: 'everybody' }]],
    ['no reason', [{ ...APPROVAL, reason: ' ' }]],
    ['no date', [{ ...APPROVAL, date: '22 November' }]],
    ['no coordinate', [{ ...APPROVAL, coordinate: undefined }]],
  ])('refuses %s', (_, entries) => {
    expect(() => parseApprovals(JSON.stringify(entries))).toThrow(/Expected|expected/);
  });

  it('refuses what is no JSON', () => {
    expect(() => parseApprovals('approved: all')).toThrow('expected JSON');
  });
});

describe('unapprovedWidenings', () => {
  it.each<[string, AccessChange, number]>([
    ['approves what is named', widening(), 0],
    ['approves no other coordinate', widening({ coordinate: 'Patient.address' }), 1],
    ['approves no other audience', widening({ audience: 'commissioner' }), 1],
    ['asks nothing for a narrowing', widening({ coordinate: 'X.y', verdict: 'NARROWS' }), 0],
    [
      'asks nothing for what another widening brings',
      widening({ coordinate: 'X.y', within: 'X' }),
      0,
    ],
  ])('%s', (_, change, left) => {
    expect(unapprovedWidenings([change], [APPROVAL])).toHaveLength(left);
  });
});

describe('freshApprovals', () => {
  it('are those that the version before did not have: an approval is spent on one change', () => {
    const later = { ...APPROVAL, date: '2026-12-01' };
    expect(freshApprovals([APPROVAL], [APPROVAL, later])).toEqual([later]);
  });
});
