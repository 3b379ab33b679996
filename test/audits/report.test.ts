import { describe, expect, it } from '@jest/globals';
import { printReport, reportOf } from './report.js';
import type { Audited, Outcome } from './run-audits.js';

const audited = (level: 'MUST' | 'SHOULD', outcome: Outcome): Audited => ({
  topic: 'Doors',
  audit: { id: 'a001', level, title: `${level} close the door` },
  outcome,
});

const PASSED = { kind: 'passed' } as const;
const FAILED = { kind: 'failed', reason: 'it is open\nwide' } as const;
const SKIPPED = { kind: 'skipped', reason: 'there is none' } as const;

describe('a report', () => {
  it.each([
    ['every MUST that passed', [audited('MUST', PASSED)], 'CONFORMS'],
    ['a MUST that failed', [audited('MUST', PASSED), audited('MUST', FAILED)], 'FAILS'],
    [
      'a MUST that was skipped',
      [audited('MUST', PASSED), audited('MUST', SKIPPED)],
      'CONFORMS_AS_FAR_AS_HELD',
    ],
    ['a SHOULD that failed', [audited('MUST', PASSED), audited('SHOULD', FAILED)], 'CONFORMS'],
    ['nothing that was held', [audited('MUST', SKIPPED)], 'FAILS'],
    ['nothing at all', [], 'FAILS'],
  ] as const)('of %s has its verdict', (_what, all, verdict) => {
    expect(reportOf(all).verdict).toBe(verdict);
  });

  it('says in text what failed, and why', () => {
    const text = printReport(reportOf([audited('MUST', FAILED), audited('SHOULD', PASSED)]));
    expect(text).toBe(`
Doors
  FAILED   a001  MUST close the door
                 it is open
                 wide
  passed   a001  SHOULD close the door

MUST    0 passed, 1 failed, 0 skipped
SHOULD  1 passed, 0 failed, 0 skipped
Does not conform.`);
  });

  it('gives a reason as data where there is one, and none where it passed', () => {
    const { audits } = reportOf([audited('MUST', SKIPPED), audited('MUST', PASSED)]);
    expect(audits.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['skipped', 'there is none'],
      ['passed', undefined],
    ]);
  });
});
