import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@causeway/kit';
import { permit } from '@causeway/kit/testing';
import { SENSITIVITY_SYSTEM } from '@causeway/schema';
import type { Exclusion, Permit } from '@causeway/schema';
import type { NewRecord } from '../new-record.js';
import { recordRepository } from '../repository.js';
import { buildRecord, confidential } from '../testing/build-record.js';
import { DATABASES } from '../testing/databases.js';

const SNOMED = 'http://snomed.info/sct';
const HIV = { system: SENSITIVITY_SYSTEM, code: 'HIV' };
const PENICILLIN = { element: 'code', system: SNOMED, code: '91936005' };
const BOUND = Date.parse('2023-06-01T00:00:00+08:00');

describe.each(DATABASES)('what permits release from $name', ({ open }) => {
  let database: Database;

  beforeEach(() => {
    database = open();
  });
  afterEach(() => {
    database.close();
  });

  const isReleased = (record: Partial<NewRecord>, ...permits: Permit[]): boolean => {
    const repository = recordRepository(database);
    repository.putRecords([buildRecord({ ...record, id: 'r1' })]);
    return repository.records(permits, ['r1']).length === 1;
  };

  it('releases nothing without a permit', () => {
    expect(isReleased({})).toBe(false);
  });

  it.each<[string, Partial<NewRecord>, Partial<Permit>, boolean]>([
    ['a record of the patient', {}, {}, true],
    ['a record of another patient', { patient: 'p-lam' }, {}, false],
    ['a category in the scopes', {}, { scopes: ['PERSON', 'ALLERGY_ADR'] }, true],
    ['a category outside the scopes', {}, { scopes: ['PERSON', 'DIAGNOSIS'] }, false],
    ['anything under no scope', {}, { scopes: [] }, false],
    [
      'the first instant of the window',
      { clinicalDate: '2023-06-01' },
      { windowStart: BOUND },
      true,
    ],
    [
      'the last instant before it',
      { clinicalDate: '2023-05-31T23:59:59.999+08:00' },
      { windowStart: BOUND },
      false,
    ],
    [
      'a partial date that begins before it',
      { clinicalDate: '2023' },
      { windowStart: BOUND },
      false,
    ],
    ['no date under a window', { clinicalDate: null }, { windowStart: BOUND }, false],
    [
      'a date that is none under a window',
      { clinicalDate: 'May 2024' },
      { windowStart: BOUND },
      false,
    ],
    ['no date without a window', { clinicalDate: null }, {}, true],
    ['a restricted record under normal', { security: [confidential('R')] }, {}, false],
    [
      'a restricted record under restricted',
      { security: [confidential('R')] },
      { confidentiality: ['N', 'R'] },
      true,
    ],
    [
      'a very restricted record under restricted',
      { security: [confidential('V')] },
      { confidentiality: ['N', 'R'] },
      false,
    ],
    ['an unclassified record under normal', { security: [] }, {}, false],
    ['anything under no level', {}, { confidentiality: [] }, false],
    [
      'a very restricted record to its author',
      { security: [confidential('V')], authorOrganization: 'o-1' },
      { authorOrganization: 'o-1' },
      true,
    ],
    [
      'a very restricted record to another organisation',
      { security: [confidential('V')], authorOrganization: 'o-2' },
      { authorOrganization: 'o-1' },
      false,
    ],
    [
      'a very restricted record of no author to nobody',
      { security: [confidential('V')] },
      { authorOrganization: null },
      false,
    ],
    [
      'to its author, still not beyond the scopes',
      { authorOrganization: 'o-1' },
      { authorOrganization: 'o-1', scopes: [] },
      false,
    ],
  ])('judges %s', (_case, record, stated, expected) => {
    expect(isReleased(record, permit('p-chan', stated))).toBe(expected);
  });

  it.each<[string, Exclusion, Partial<NewRecord>, boolean]>([
    ['that sets no condition', {}, {}, true],
    ['whose lists are empty', { category: [], code: [], records: [] }, {}, true],
    ['of the category', { category: ['ALLERGY_ADR'] }, {}, true],
    ['of another category', { category: ['DIAGNOSIS', 'PERSON'] }, {}, false],
    ['of a label', { securityLabel: [HIV] }, { security: [confidential('N'), HIV] }, true],
    ['of a label it does not carry', { securityLabel: [HIV] }, {}, false],
    [
      'of a label of another system',
      { securityLabel: [{ system: 'urn:other', code: 'HIV' }] },
      { security: [confidential('N'), HIV] },
      false,
    ],
    [
      'of a label of any system',
      { securityLabel: [{ system: null, code: 'HIV' }] },
      { security: [confidential('N'), HIV] },
      true,
    ],
    [
      'of every label of a system',
      { securityLabel: [{ system: SENSITIVITY_SYSTEM, code: null }] },
      { security: [confidential('N'), HIV] },
      true,
    ],
    ['of a code', { code: [{ system: SNOMED, code: '91936005' }] }, { codes: [PENICILLIN] }, true],
    [
      'of one of several codes',
      {
        code: [
          { system: SNOMED, code: '1' },
          { system: SNOMED, code: '91936005' },
        ],
      },
      { codes: [PENICILLIN] },
      true,
    ],
    [
      'of a code in whatever element',
      { code: [{ system: SNOMED, code: '91936005' }] },
      { codes: [{ ...PENICILLIN, element: 'reaction' }] },
      true,
    ],
    ['of another code', { code: [{ system: SNOMED, code: '1' }] }, { codes: [PENICILLIN] }, false],
    [
      'of a code of another system',
      { code: [{ system: 'urn:other', code: '91936005' }] },
      { codes: [PENICILLIN] },
      false,
    ],
    [
      'of a code of any system',
      { code: [{ system: null, code: '91936005' }] },
      { codes: [PENICILLIN] },
      true,
    ],
    ['of an author organisation', { authoredBy: ['o-1'] }, { authorOrganization: 'o-1' }, true],
    ['of an author role', { authoredBy: ['r-1'] }, { authorRole: 'r-1' }, true],
    ['of another author', { authoredBy: ['o-2'] }, { authorOrganization: 'o-1' }, false],
    ['of an author, for a record of none', { authoredBy: ['o-2'] }, {}, false],
    [
      'of a period it lies in',
      { dataPeriod: { start: '2024-03-01', end: '2024-03-01' } },
      {},
      true,
    ],
    ['of a period before it', { dataPeriod: { start: null, end: '2024-02-29' } }, {}, false],
    ['of a period after it', { dataPeriod: { start: '2024-03-02', end: null } }, {}, false],
    ['of an open period', { dataPeriod: { start: null, end: null } }, {}, true],
    [
      'of a period it may lie in',
      { dataPeriod: { start: '2024-06-01', end: null } },
      { clinicalDate: '2024' },
      true,
    ],
    [
      'of any period, for a record without a date',
      { dataPeriod: { start: '2020', end: '2020' } },
      { clinicalDate: null },
      true,
    ],
    ['of a period that cannot be read', { dataPeriod: { start: 'soon', end: 'later' } }, {}, true],
    ['of what is related to anything', { related: ['e-1'] }, {}, true],
    ['less a level', { except: [{ securityLabel: [confidential('N')] }] }, {}, false],
    [
      'less a level, of a record that also carries a higher one',
      { except: [{ securityLabel: [confidential('N')] }] },
      { security: [confidential('N'), confidential('R')] },
      true,
    ],
    [
      'less a sensitivity',
      { except: [{ securityLabel: [HIV] }] },
      { security: [confidential('N'), HIV] },
      false,
    ],
    ['less another sensitivity', { except: [{ securityLabel: [HIV] }] }, {}, true],
    ['less a category', { except: [{ category: ['ALLERGY_ADR'] }] }, {}, false],
    ['less another category', { except: [{ category: ['DIAGNOSIS'] }] }, {}, true],
    ['less the record', { except: [{ records: ['r0'] }, { records: ['r1'] }] }, {}, false],
    ['less an author', { except: [{ authoredBy: ['o-1'] }] }, { authorOrganization: 'o-1' }, false],
    ['less an author, for a record of none', { except: [{ authoredBy: ['o-1'] }] }, {}, true],
    ['less what is related to something', { except: [{ related: ['e-1'] }] }, {}, true],
    [
      'less a period it lies in',
      { except: [{ dataPeriod: { start: '2024-03-01', end: '2024-03-01' } }] },
      {},
      false,
    ],
    [
      'less a period it may lie without',
      { except: [{ dataPeriod: { start: '2024-03-01', end: null } }] },
      { clinicalDate: '2024' },
      true,
    ],
    [
      'less any period, for a record without a date',
      { except: [{ dataPeriod: { start: null, end: null } }] },
      { clinicalDate: null },
      true,
    ],
    ['of the record', { records: ['r0', 'r1'] }, {}, true],
    ['of another record', { records: ['r0'] }, {}, false],
  ])('withholds by an exclusion %s', (_case, exclusion, record, isExcluded) => {
    expect(isReleased(record, permit('p-chan', { exclusions: [exclusion] }))).toBe(!isExcluded);
  });

  const everything: Exclusion = {
    category: ['ALLERGY_ADR'],
    securityLabel: [confidential('N')],
    code: [{ system: SNOMED, code: '91936005' }],
    authoredBy: ['o-1'],
    dataPeriod: { start: '2024', end: '2024' },
    records: ['r1'],
  };
  const matching = { codes: [PENICILLIN], authorOrganization: 'o-1' };

  it('withholds a record that meets every condition of an exclusion', () => {
    expect(isReleased(matching, permit('p-chan', { exclusions: [everything] }))).toBe(false);
  });

  it.each<[keyof Exclusion, Exclusion]>([
    ['category', { category: ['DIAGNOSIS'] }],
    ['securityLabel', { securityLabel: [HIV] }],
    ['code', { code: [{ system: SNOMED, code: '1' }] }],
    ['authoredBy', { authoredBy: ['o-2'] }],
    ['dataPeriod', { dataPeriod: { start: '2020', end: '2020' } }],
    ['records', { records: ['r0'] }],
  ])('releases a record that meets all of an exclusion but its %s', (_condition, other) => {
    const exclusions = [{ ...everything, ...other }];
    expect(isReleased(matching, permit('p-chan', { exclusions }))).toBe(true);
  });

  it('withholds by any of several exclusions', () => {
    const exclusions = [{ records: ['r0'] }, { category: ['ALLERGY_ADR'] as const }];
    expect(isReleased({}, permit('p-chan', { exclusions }))).toBe(false);
  });

  it('binds each patient by the own permit', () => {
    const repository = recordRepository(database);
    repository.putRecords([
      buildRecord({ id: 'chan-n' }),
      buildRecord({ id: 'chan-r', security: [confidential('R')] }),
      buildRecord({ id: 'lam-n', patient: 'p-lam' }),
      buildRecord({ id: 'lam-r', patient: 'p-lam', security: [confidential('R')] }),
      buildRecord({ id: 'ho-n', patient: 'p-ho' }),
    ]);
    const permits = [permit('p-chan'), permit('p-lam', { confidentiality: ['R'] })];
    const ids = ['chan-n', 'chan-r', 'lam-n', 'lam-r', 'ho-n'];
    const released = repository.records(permits, ids).map(({ id }) => id);
    expect(released.sort()).toEqual(['chan-n', 'lam-r']);
  });

  it.each<[string, Partial<Permit>, Partial<Permit>]>([
    ['scopes', {}, { scopes: ['PERSON'] }],
    ['window', {}, { windowStart: BOUND + 10 ** 12 }],
    ['confidentiality', {}, { confidentiality: ['R'] }],
    [
      'author',
      { confidentiality: [], authorOrganization: 'o-1' },
      { confidentiality: [], authorOrganization: null },
    ],
    ['exclusions', {}, { exclusions: [{ category: ['ALLERGY_ADR'] }] }],
  ])('keeps permits apart that differ in their %s alone', (_facet, wide, narrow) => {
    const repository = recordRepository(database);
    repository.putRecords([
      buildRecord({ id: 'wide', patient: 'p-chan', authorOrganization: 'o-1' }),
      buildRecord({ id: 'narrow', patient: 'p-lam', authorOrganization: 'o-1' }),
    ]);
    const permits = [permit('p-chan', wide), permit('p-lam', narrow)];
    for (const order of [permits, permits.toReversed()]) {
      const released = repository.records(order, ['wide', 'narrow']);
      expect(released.map(({ id }) => id)).toEqual(['wide']);
    }
  });

  it('takes as many different permits as a fetch may hold', () => {
    const permits = Array.from({ length: 1_000 }, (_, index) =>
      permit(`p-${index}`, { windowStart: index }),
    );
    expect(isReleased({ patient: 'p-999' }, ...permits)).toBe(true);
  });
});
