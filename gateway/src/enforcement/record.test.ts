import { describe, expect, it } from '@jest/globals';
import { CONFIDENTIALITY_SYSTEM } from '@causeway/schema';
import type { Permit, RecordFacts } from '@causeway/schema';
import type { NamedFacets } from './exclusion.js';
import { standingOfRecord } from './record.js';
import { permit, recordFacts } from './testing/records.js';

const ALL_NAMED: NamedFacets = { category: true, date: true, security: true, party: true };

const level = (code: string) => ({ system: CONFIDENTIALITY_SYSTEM, code });

const isReleased = (
  record: Partial<RecordFacts>,
  permitted: Partial<Permit> = {},
  names: Partial<NamedFacets> = {},
): boolean =>
  standingOfRecord(recordFacts(record), permit(permitted), { ...ALL_NAMED, ...names }) ===
  'RELEASED';

const instant = (text: string): number => Date.parse(text);
const windowStart = instant('2023-11-22T00:00:00+08:00');

describe('a record', () => {
  it('is released where every condition is met', () => {
    expect(isReleased({})).toBe(true);
  });

  it.each<readonly [string, Partial<RecordFacts>, Partial<Permit>]>([
    ['it is another patient’s', { patient: 'wong' }, {}],
    ['nobody can tell whose it is', { patient: null }, {}],
    ['its category is not permitted', { category: 'DIAGNOSIS' }, {}],
    ['its category is no scope', { category: 'EVERYTHING' }, {}],
    ['its category is missing', { category: null }, {}],
    ['it lies before the window', { date: '2023-11-21' }, { windowStart }],
    ['it may lie before the window', { date: '2023' }, { windowStart }],
    ['it is not dated, and there is a window', { date: null }, { windowStart }],
    ['its date cannot be read, and there is a window', { date: 'lately' }, { windowStart }],
    ['it is restricted', { security: [level('R')] }, {}],
    ['it is both normal and very restricted', { security: [level('N'), level('V')] }, {}],
    ['it is unclassified', { security: [] }, {}],
    ['another organisation wrote it', { security: [level('V')] }, { authorOrganization: 'other' }],
    [
      'nobody knows who wrote it',
      { author: null, security: [level('V')] },
      { authorOrganization: 'clinic' },
    ],
    ['the caller is no party to it', { party: ['other'] }, { administrativeBasis: 'PARTY' }],
    ['it has no party', { party: [] }, { administrativeBasis: 'PARTY' }],
    ['it is excluded', {}, { exclusions: [{ records: ['r-1'] }] }],
    ['the second of two exclusions excludes it', {}, { exclusions: [{ records: ['r-2'] }, {}] }],
  ])('is withheld where %s', (_why, record, permitted) => {
    expect(isReleased(record, permitted)).toBe(false);
  });

  it.each<readonly [string, Partial<RecordFacts>, Partial<Permit>]>([
    ['it begins with the window', { date: '2023-11-22' }, { windowStart }],
    ['it lies in the window by another offset', { date: '2023-11-21T16:00:00Z' }, { windowStart }],
    ['it is not dated, and there is no window', { date: null }, {}],
    [
      'its confidentiality is permitted',
      { security: [level('R')] },
      { confidentiality: ['N', 'R'] },
    ],
    [
      'the caller’s organisation wrote it, whatever its confidentiality',
      { security: [level('V')], author: ['role-1', 'clinic'] },
      { authorOrganization: 'clinic' },
    ],
    ['the caller is a party to it', {}, { administrativeBasis: 'PARTY' }],
    ['the caller stands for the patient', { party: [] }, { administrativeBasis: 'SUBJECT' }],
    ['the caller holds an office', { party: [] }, { administrativeBasis: 'OFFICE' }],
    ['exclusions name others', {}, { exclusions: [{ records: ['r-2'] }] }],
  ])('is released where %s', (_why, record, permitted) => {
    expect(isReleased(record, permitted)).toBe(true);
  });

  it.each<readonly [keyof NamedFacets, Partial<RecordFacts>, Partial<Permit>]>([
    ['category', { category: null }, {}],
    ['date', { date: null }, { windowStart }],
    ['security', { security: [] }, {}],
    ['party', { party: [] }, { administrativeBasis: 'PARTY' }],
  ])('of a type without a %s is not bound by it', (facet, record, permitted) => {
    expect(isReleased(record, permitted, { [facet]: undefined })).toBe(true);
    expect(isReleased(record, permitted)).toBe(false);
  });
});
