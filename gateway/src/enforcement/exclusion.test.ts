import { describe, expect, it } from '@jest/globals';
import { CONFIDENTIALITY_SYSTEM } from '@causeway/schema';
import type { Exclusion, RecordFacts } from '@causeway/schema';
import { isExcluded } from './exclusion.js';
import type { NamedFacets } from './exclusion.js';
import { recordFacts } from './testing/records.js';

const ALL_NAMED: NamedFacets = { category: true, date: true, security: true, party: true };
const NONE_NAMED: NamedFacets = {};

const level = (code: string) => ({ system: CONFIDENTIALITY_SYSTEM, code });

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
    [
      'of several labels, a record that carries one of them',
      { securityLabel: [level('V'), PSYCHIATRY] },
      { security: [PSYCHIATRY] },
      true,
    ],
    [
      'save what is related to one thing, a record related to it and to others',
      { except: [{ related: ['p-1'] }] },
      { related: ['p-1', 'p-2'] },
      false,
    ],
    [
      'save what carries a label, a record of a higher level that carries it',
      { except: [{ securityLabel: [PSYCHIATRY] }] },
      { security: [level('V'), PSYCHIATRY] },
      false,
    ],
    [
      'of all until some day, a record of long before it',
      { dataPeriod: { start: null, end: '1969-12-31' } },
      { date: '1960' },
      true,
    ],
    [
      'save all until some day, a record of long before it',
      { except: [{ dataPeriod: { start: null, end: '1969-12-31' } }] },
      { date: '1960' },
      false,
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
    // Nobody can tell what a record is of which it was not asked.
    [
      'of a code, a record of unknown code',
      { code: [{ system: LOINC, code: '2' }] },
      { code: null },
      true,
    ],
    [
      'of an author, a record by somebody unknown',
      { authoredBy: ['other'] },
      { author: null },
      true,
    ],
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

  it.each<readonly [string, Partial<RecordFacts>, boolean]>([
    ['a record of it', { related: ['e-2', 'e-1'] }, true],
    ['a record of another', { related: ['e-2'] }, false],
    ['a record of none', { related: [] }, false],
    // It may be related to anything.
    ['a record of which nobody knows', {}, true],
  ])('of what is related to an encounter takes away %s: %#', (_name, record, expected) => {
    expect(isExcluded(recordFacts(record), { related: ['e-1'] }, ALL_NAMED)).toBe(expected);
  });
});

describe('an exception to an exclusion', () => {
  it.each<readonly [string, Exclusion, Partial<RecordFacts>, boolean]>([
    ['of a category, a record of it', { category: ['LAB_REPORT'] }, {}, true],
    ['of a category, a record of another', { category: ['MEDICATION'] }, {}, false],
    [
      'of a code, a record of unknown code',
      { code: [{ system: LOINC, code: '1' }] },
      { code: null },
      false,
    ],
    [
      'of an author, a record by somebody unknown',
      { authoredBy: ['clinic'] },
      { author: null },
      false,
    ],
    ['of a level, a record of it', { securityLabel: [level('N')] }, {}, true],
    [
      'of a level, a record that also carries a higher one',
      { securityLabel: [level('N')] },
      { security: [level('N'), level('R')] },
      false,
    ],
    [
      'of two levels, a record of the higher one',
      { securityLabel: [level('N'), level('R')] },
      { security: [level('R')] },
      true,
    ],
    [
      'of a level, a record without labels',
      { securityLabel: [level('R')] },
      { security: [] },
      false,
    ],
    [
      'of a sensitivity, a record that carries it',
      { securityLabel: [PSYCHIATRY] },
      { security: [level('R'), PSYCHIATRY] },
      true,
    ],
    ['of a code, a record of it', { code: [{ system: LOINC, code: '1' }] }, {}, true],
    ['of a code, a record of another', { code: [{ system: LOINC, code: '2' }] }, {}, false],
    ['of an author, a record by them', { authoredBy: ['clinic'] }, {}, true],
    ['of an author, a record by another', { authoredBy: ['other'] }, {}, false],
    ['of records, one of them', { records: ['r-1'] }, {}, true],
    ['of records, another', { records: ['r-2'] }, {}, false],
    ['of an encounter, a record of it', { related: ['e-1'] }, { related: ['e-1'] }, true],
    ['of an encounter, a record of another', { related: ['e-1'] }, { related: ['e-2'] }, false],
    ['of an encounter, a record of which nobody knows', { related: ['e-1'] }, {}, false],
    [
      'of a category and a code, a record of one of them',
      { category: ['LAB_REPORT'], code: [{ system: LOINC, code: '2' }] },
      {},
      false,
    ],
  ])('%s: %#', (_name, exception, record, isSpared) => {
    const exclusion = { except: [{ records: ['r-9'] }, exception] };
    expect(isExcluded(recordFacts(record), exclusion, ALL_NAMED)).toBe(!isSpared);
  });

  it.each<readonly [string | null, boolean]>([
    ['2026-06-15', true],
    ['2026-06-30T23:59:59.999+08:00', true],
    ['2026-06', true],
    // What may lie without is not spared.
    ['2026', false],
    ['2026-05-31', false],
    ['2026-07-01', false],
    [null, false],
    ['lately', false],
  ])('of a period, a record dated %s: %s', (date, isSpared) => {
    const exclusion = { except: [{ dataPeriod: { start: '2026-06-01', end: '2026-06-30' } }] };
    expect(isExcluded(recordFacts({ date }), exclusion, ALL_NAMED)).toBe(!isSpared);
  });

  it.each([
    [{ start: null, end: '2026-12-31' }, true],
    [{ start: '2026-01-01', end: null }, true],
  ])('of a period that is open on one side, %j: %s', (dataPeriod, isSpared) => {
    expect(isExcluded(recordFacts(), { except: [{ dataPeriod }] }, ALL_NAMED)).toBe(!isSpared);
  });

  it('of a period spares no kind of record that has no date', () => {
    const exclusion = { except: [{ dataPeriod: { start: null, end: null } }] };
    expect(isExcluded(recordFacts(), exclusion, NONE_NAMED)).toBe(true);
  });
});
