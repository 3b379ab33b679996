import { describe, expect, it } from '@jest/globals';
import { CONDITION_KINDS, readConditions } from './conditions.js';
import type { Conditions } from './conditions.js';
import type { ConditionFact } from './facts.js';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');

const read = (...facts: readonly (readonly [string, string])[]) =>
  readConditions(
    facts.map(([kind, value]) => ({ kind, value })),
    NOW,
  );

const bound = (...facts: readonly (readonly [string, string])[]): Conditions => {
  const conditions = read(...facts);
  if ('unreadable' in conditions)
    throw new Error(`Expected conditions, got ${JSON.stringify(conditions)}`);
  return conditions;
};

describe('conditions', () => {
  it('that nobody sets leave three years of reading and depositing, and no downloads', () => {
    expect(bound()).toEqual({
      scopes: null,
      purposes: null,
      lookBacks: ['P3Y'],
      grantDurations: [],
      validity: null,
      mayRead: true,
      mayDeposit: true,
      mayDownloadImages: null,
      mayHoldRestricted: true,
      clients: null,
      locations: null,
      professions: null,
    });
  });

  it.each<readonly [string, string, Partial<Conditions>]>([
    [
      'ALLOWED_SCOPES',
      ' LAB_REPORT , BIRTH,',
      { scopes: new Set(['LAB_REPORT', 'BIRTH'] as const) },
    ],
    ['ALLOWED_PURPOSES', 'TREAT,CAREMGT', { purposes: new Set(['TREAT', 'CAREMGT']) }],
    ['MAX_LOOKBACK', 'P1Y', { lookBacks: ['P3Y', 'P1Y'] }],
    [
      'VALIDITY_PERIOD',
      '2026-01-01/2026-12-31',
      { validity: { start: '2026-01-01', end: '2026-12-31' } },
    ],
    ['VALIDITY_PERIOD', '2026-01-01/', { validity: { start: '2026-01-01', end: null } }],
    ['VALIDITY_PERIOD', '2026-01-01', { validity: { start: '2026-01-01', end: null } }],
    ['VALIDITY_PERIOD', '/2026-12-31', { validity: { start: null, end: '2026-12-31' } }],
    ['READ_ALLOWED', 'false', { mayRead: false }],
    ['READ_ALLOWED', 'true', { mayRead: true }],
    ['DEPOSIT_ALLOWED', 'false', { mayDeposit: false }],
    ['DEPOSIT_DUTY', 'whatever', {}],
    ['NO_IMAGE_DOWNLOAD', 'false', { mayDownloadImages: true }],
    ['NO_IMAGE_DOWNLOAD', 'true', { mayDownloadImages: false }],
    ['NO_RESTRICTED_LABEL', 'true', { mayHoldRestricted: false }],
    ['NO_RESTRICTED_LABEL', 'false', { mayHoldRestricted: true }],
    ['MAX_GRANT_DURATION', 'P1D', { grantDurations: ['P1D'] }],
    ['DESIGNATED_CLIENT', 'app', { clients: new Set(['app']) }],
    ['NAMED_LOCATIONS', 'ward-1', { locations: new Set(['ward-1']) }],
    ['PRACTITIONER_ROLES', 'DOCTOR', { professions: new Set(['DOCTOR']) }],
    ['GBA_ONLY', 'true', {}],
  ])('%s of “%s” binds', (kind, value, expected) => {
    expect(bound([kind, value])).toEqual({ ...bound(), ...expected });
  });

  it.each<readonly [readonly (readonly [string, string])[], Partial<Conditions>]>([
    [
      [
        ['ALLOWED_SCOPES', 'LAB_REPORT,BIRTH'],
        ['ALLOWED_SCOPES', 'BIRTH,MEDICATION'],
      ],
      { scopes: new Set(['BIRTH'] as const) },
    ],
    [
      [
        ['DESIGNATED_CLIENT', 'one'],
        ['DESIGNATED_CLIENT', 'other'],
      ],
      { clients: new Set() },
    ],
    [
      [
        ['READ_ALLOWED', 'false'],
        ['READ_ALLOWED', 'true'],
      ],
      { mayRead: false },
    ],
    [
      [
        ['DEPOSIT_ALLOWED', 'false'],
        ['DEPOSIT_ALLOWED', 'true'],
      ],
      { mayDeposit: false },
    ],
    [
      [
        ['NO_RESTRICTED_LABEL', 'true'],
        ['NO_RESTRICTED_LABEL', 'false'],
      ],
      { mayHoldRestricted: false },
    ],
    [
      [
        ['NO_IMAGE_DOWNLOAD', 'true'],
        ['NO_IMAGE_DOWNLOAD', 'false'],
      ],
      { mayDownloadImages: false },
    ],
  ])('%j of one kind bind together, in either order', (facts, expected) => {
    expect(bound(...facts)).toMatchObject(expected);
    expect(bound(...[...facts].reverse())).toMatchObject(expected);
  });

  it.each([
    ['UNHEARD_OF', 'true'],
    ['constructor', 'true'],
    ['__proto__', 'true'],
    ['ALLOWED_SCOPES', 'LAB_REPORT,EVERYTHING'],
    ['MAX_LOOKBACK', 'three years'],
    ['MAX_GRANT_DURATION', 'a while'],
    ['VALIDITY_PERIOD', ''],
    ['VALIDITY_PERIOD', '/'],
    ['VALIDITY_PERIOD', '2026/2027/2028'],
    ['READ_ALLOWED', 'yes'],
    ['DEPOSIT_ALLOWED', ''],
    ['NO_IMAGE_DOWNLOAD', 'TRUE'],
    ['NO_RESTRICTED_LABEL', '1'],
  ])('%s of “%s” is not understood', (kind, value) => {
    const fact: ConditionFact = { kind, value };
    expect(readConditions([{ kind: 'GBA_ONLY', value: '' }, fact], NOW)).toEqual({
      unreadable: fact,
    });
  });

  it('of two validity periods are not understood', () => {
    expect(read(['VALIDITY_PERIOD', '2026'], ['VALIDITY_PERIOD', '2027'])).toHaveProperty(
      'unreadable',
    );
  });

  it('bind or leave alone, each kind there is', () => {
    expect(CONDITION_KINDS).toHaveLength(14);
  });
});
