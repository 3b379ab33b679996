import { describe, expect, it } from '@jest/globals';
import type { Permit, RefusalCode } from '@causeway/schema';
import { ANY_PERMIT, AT_HOME } from './annotations.js';
import { meets, refusalOf } from './refusal.js';
import { permit } from './testing/records.js';

describe('a demand', () => {
  it.each<readonly [string, Partial<Permit>, boolean]>([
    ['LAB_REPORT', {}, true],
    ['MEDICATION', {}, false],
    [ANY_PERMIT, { scopes: [] }, true],
    [AT_HOME, {}, true],
    [AT_HOME, { abroad: true }, false],
    ['EVERYTHING', {}, false],
    ['constructor', {}, false],
    ['', {}, false],
  ])('%s, of a permit with %j, is met: %s', (demand, changes, expected) => {
    expect(meets(permit(changes), demand)).toBe(expected);
  });
});

describe('a refusal', () => {
  it('is not given where every demand is met', () => {
    expect(refusalOf(permit(), ['LAB_REPORT', 'PERSON', AT_HOME, ANY_PERMIT])).toBeNull();
    expect(refusalOf(permit(), [])).toBeNull();
  });

  it.each<readonly [string, readonly string[], Partial<Permit>, RefusalCode, object]>([
    [
      'a scope that is not granted',
      ['MEDICATION'],
      {},
      'CONSENT_REQUIRED',
      { scope: 'MEDICATION', requestable: false },
    ],
    [
      'a scope that could be asked for',
      ['MEDICATION'],
      { requestable: ['MEDICATION'] },
      'CONSENT_REQUIRED',
      { scope: 'MEDICATION', requestable: true },
    ],
    [
      'the second of two',
      ['LAB_REPORT', 'MEDICATION'],
      {},
      'CONSENT_REQUIRED',
      { scope: 'MEDICATION', requestable: false },
    ],
    [
      'a scope that is not for the profession',
      ['CHINESE_MED'],
      { refusals: { CHINESE_MED: 'ROLE_NOT_PERMITTED' } },
      'ROLE_NOT_PERMITTED',
      { scope: 'CHINESE_MED' },
    ],
    [
      'a scope that takes a step-up',
      ['BIRTH'],
      { refusals: { BIRTH: 'STEP_UP_REQUIRED' } },
      'STEP_UP_REQUIRED',
      { scope: 'BIRTH' },
    ],
    ['an administrative scope', ['AUDIT'], {}, 'ROLE_NOT_PERMITTED', { scope: 'AUDIT' }],
    [
      'any scope, to an office',
      ['MEDICATION'],
      { administrativeBasis: 'OFFICE' },
      'ROLE_NOT_PERMITTED',
      { scope: 'MEDICATION' },
    ],
    ['a value that stays at home', [AT_HOME], { abroad: true }, 'NOT_SHARABLE', {}],
    // What never crosses is said first: no consent could change it.
    [
      'a value that stays at home under a scope that is not granted',
      ['MEDICATION', AT_HOME],
      { abroad: true },
      'NOT_SHARABLE',
      {},
    ],
    [
      'a scope that is not granted, abroad',
      ['MEDICATION'],
      { abroad: true },
      'CONSENT_REQUIRED',
      { scope: 'MEDICATION', requestable: false },
    ],
    [
      'a scope that is not granted, of a value that stays at home, at home',
      ['MEDICATION', AT_HOME],
      {},
      'CONSENT_REQUIRED',
      { scope: 'MEDICATION', requestable: false },
    ],
    ['a demand that nobody knows', ['EVERYTHING'], {}, 'NOT_SHARABLE', {}],
  ])('of %s', (_name, demands, changes, code, about) => {
    expect(refusalOf(permit(changes), demands)).toEqual({
      code,
      message: expect.any(String),
      extensions: about,
    });
  });
});
