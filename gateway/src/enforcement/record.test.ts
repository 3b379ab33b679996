import { describe, expect, it } from '@jest/globals';
import { CONFIDENTIALITY_SYSTEM } from '@causeway/schema';
import type { Exclusion, Permit, RecordFacts } from '@causeway/schema';
import { isExcluded, standingOfRecord } from './record.js';
import type { NamedFacets } from './record.js';
import { permit, recordFacts } from './testing/records.js';

const ALL_NAMED: NamedFacets = { category: true, date: true, security: true, party: true };
const NONE_NAMED: NamedFacets = {};

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

const LOINC = 'http://loinc.org';
const PSYCHIATRY = { system: 'http://example.org/labels', code: 'PSY' };

describe('an exclusion', () => {
  it.each<readonly [string, Exclusion, Partial<RecordFacts>, boolean]>([
    ['of nothing in particular, any record', {}, {}, true],
    ['of a category, a record of it', { category: ['MEDICATION', 'LAB_REPORT'] }, {}, true],
    ['of a category, a record of another', { category: ['MEDICATION'] }, {}, false],
    [
      'of a category, a record without one',
      { category: ['LAB_REPORT'] },
      { category: null },
      false,
    ],
    ['of no category in particular, any record', { category: [] }, {}, true],
    [
      'of a label, a record that carries it among others',
      { securityLabel: [PSYCHIATRY] },
      { security: [level('N'), PSYCHIATRY] },
      true,
    ],
    ['of a label, a record that does not carry it', { securityLabel: [PSYCHIATRY] }, {}, false],
    [
      'of a label, a record without labels',
      { securityLabel: [PSYCHIATRY] },
      { security: [] },
      false,
    ],
    ['of a code, a record of it', { code: [{ system: LOINC, code: '1' }] }, {}, true],
    ['of a code, a record of another', { code: [{ system: LOINC, code: '2' }] }, {}, false],
    [
      'of a code, a record of the same code in another system',
      { code: [{ system: 'http://snomed.info/sct', code: '1' }] },
      {},
      false,
    ],
    [
      'of a code, a record of the same code without a system',
      { code: [{ system: LOINC, code: '1' }] },
      { code: [{ system: null, code: '1' }] },
      false,
    ],
    ['of a code in any system, a record of it', { code: [{ system: null, code: '1' }] }, {}, true],
    ['of a whole system, a record of it', { code: [{ system: LOINC, code: null }] }, {}, true],
    [
      'of a code, a record without codes',
      { code: [{ system: LOINC, code: '1' }] },
      { code: [] },
      false,
    ],
    ['of no code in particular, any record', { code: [] }, {}, true],
    ['of an author, a record by the organisation', { authoredBy: ['clinic'] }, {}, true],
    ['of an author, a record by the role', { authoredBy: ['role-1'] }, {}, true],
    ['of an author, a record by another', { authoredBy: ['other'] }, {}, false],
    ['of an author, a record by nobody', { authoredBy: ['clinic'] }, { author: [] }, false],
    ['of records, one of them', { records: ['r-1', 'r-2'] }, {}, true],
    ['of records, another', { records: ['r-2'] }, {}, false],
    ['of records, one without an id', { records: ['r-1'] }, { id: null }, false],
    [
      'of a category and a code, a record of both',
      { category: ['LAB_REPORT'], code: [{ system: LOINC, code: '1' }] },
      {},
      true,
    ],
    [
      'of a category and a code, a record of the category alone',
      { category: ['LAB_REPORT'], code: [{ system: LOINC, code: '2' }] },
      {},
      false,
    ],
    [
      'of a category and a code, a record of the code alone',
      { category: ['MEDICATION'], code: [{ system: LOINC, code: '1' }] },
      {},
      false,
    ],
  ])('%s: %#', (_name, exclusion, record, expected) => {
    expect(isExcluded(recordFacts(record), exclusion, ALL_NAMED)).toBe(expected);
  });

  it.each<readonly [string | null, string | null, string | null, boolean]>([
    ['2026-05-01', '2026-01-01', '2026-12-31', true],
    ['2025-12-31', '2026-01-01', '2026-12-31', false],
    ['2027-01-01', '2026-01-01', '2026-12-31', false],
    // Partial dates overlap where they may lie within.
    ['2026', '2026-06-01', '2026-06-30', true],
    ['2026-06', '2026-06-30', '2026-07-05', true],
    ['2026-05', '2026-06-01', null, false],
    ['2025', '2026-01-01', null, false],
    // The last moment of a day belongs to it.
    ['2026-12-31T23:59:59.999+08:00', null, '2026-12-31', true],
    ['2027-01-01T00:00:00+08:00', null, '2026-12-31', false],
    ['2025-12-31T16:00:00Z', '2026-01-01', null, true],
    ['2026-05-01', null, null, true],
    // Where nobody can tell when, it may be within.
    [null, '2026-01-01', '2026-12-31', true],
    ['lately', '2026-01-01', '2026-12-31', true],
    ['2026-05-01', 'once', 'later', true],
  ])('of the period of a record dated %s, from %s to %s: %s', (date, start, end, expected) => {
    expect(isExcluded(recordFacts({ date }), { dataPeriod: { start, end } }, ALL_NAMED)).toBe(
      expected,
    );
  });

  it('of a period says nothing of kinds of records that have no date', () => {
    const exclusion = { dataPeriod: { start: null, end: null } };
    expect(isExcluded(recordFacts({ date: null }), exclusion, NONE_NAMED)).toBe(false);
  });
});
