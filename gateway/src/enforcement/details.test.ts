import { describe, expect, it } from '@jest/globals';
import type { Exclusion } from '@causeway/schema';
import { detailDemand, isClinical, isDetailDemand, leavesDetail, permitWithin } from './details.js';
import { UNSAID, refusalOf } from './refusal.js';
import { permit, recordFacts, recordLabel } from './testing/records.js';

/** Of encounters, of which the reason is a diagnosis. */
const ENCOUNTER = recordLabel({ id: 'subject { id }', date: 'date' }, { scopes: ['ENCOUNTER'] });

const encounter = (changes = {}) => recordFacts({ category: null, ...changes });

const REASON = detailDemand('DIAGNOSIS');

const denying = (...exclusions: readonly Exclusion[]) =>
  permit({ scopes: ['ENCOUNTER', 'DIAGNOSIS', 'ALLERGY_ADR'], exclusions });

describe('a detail demand', () => {
  it('is that of a clinical category, and of nothing else', () => {
    expect(REASON).toBe('@detail(DIAGNOSIS)');
    expect([REASON, '@detail(PERSON)', '@detail()', 'DIAGNOSIS'].map(isDetailDemand)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is made within clinical records', () => {
    expect(isClinical(ENCOUNTER)).toBe(true);
    expect(isClinical(recordLabel({ id: 'id', category: 'category' }))).toBe(true);
    expect(isClinical(recordLabel({ id: 'id' }, { scopes: ['PERSON', 'ENCOUNTER'] }))).toBe(true);
    expect(isClinical(recordLabel({ id: 'id' }, { scopes: ['PERSON'] }))).toBe(false);
    expect(isClinical(recordLabel({ id: 'id' }))).toBe(false);
  });
});

describe('before the record is known, a detail', () => {
  it.each<readonly [string, Exclusion, boolean]>([
    ['its category', { category: ['DIAGNOSIS'] }, false],
    ['its category among others', { category: ['MEDICATION', 'DIAGNOSIS'] }, false],
    ['everything', {}, false],
    ['another category', { category: ['MEDICATION'] }, true],
    [
      'some of its category',
      { category: ['DIAGNOSIS'], dataPeriod: { start: null, end: '2020' } },
      true,
    ],
    [
      'its category but for some',
      { category: ['DIAGNOSIS'], except: [{ records: ['r-1'] }] },
      true,
    ],
  ])('is left where the patient denies %s: %j, %s', (_what, exclusion, expected) => {
    expect(leavesDetail(denying(exclusion), REASON)).toBe(expected);
  });
});

describe('before the record is known, a detail under many denials', () => {
  it('is left where there is none', () => {
    expect(leavesDetail(denying(), REASON)).toBe(true);
  });

  it('is taken away by any of them', () => {
    const denied = denying({ category: ['MEDICATION'] }, { category: ['DIAGNOSIS'] });
    expect(leavesDetail(denied, REASON)).toBe(false);
  });
});

describe('within a record, a detail', () => {
  it.each<readonly [string, Exclusion, object, boolean]>([
    ['of a time that holds the record', { dataPeriod: { start: '2026', end: null } }, {}, false],
    ['of another time', { dataPeriod: { start: null, end: '2025' } }, {}, true],
    [
      'of a time, of a record without a date',
      { dataPeriod: { start: null, end: '2025' } },
      { date: null },
      false,
    ],
    ['by the record’s author', { authoredBy: ['clinic'] }, {}, false],
    ['by another author', { authoredBy: ['other'] }, {}, true],
    // Whatever the codes of the record are: those of the detail are its own.
    ['by code', { code: [{ system: null, code: '2' }] }, {}, false],
    ['by the record’s id', { records: ['r-1'] }, {}, false],
    ['by another id', { records: ['r-2'] }, {}, true],
    ['but for this record', { except: [{ records: ['r-1'] }] }, {}, true],
    ['but for what has a code', { except: [{ code: [{ system: null, code: '1' }] }] }, {}, false],
  ])(
    'is left where its category is denied %s: %j, %j, %s',
    (_how, conditions, changes, expected) => {
      const denied = denying({ category: ['DIAGNOSIS'], ...conditions });
      const within = permitWithin(ENCOUNTER, encounter(changes), denied);
      expect(leavesDetail(within, REASON)).toBe(expected);
      expect(leavesDetail(within, detailDemand('ALLERGY_ADR'))).toBe(true);
      expect(refusalOf(within, ['ENCOUNTER', 'DIAGNOSIS', REASON])).toBe(expected ? null : UNSAID);
    },
  );

  it('that is of no permitted scope is refused as ever, whatever is denied', () => {
    const within = permitWithin(ENCOUNTER, encounter(), {
      ...denying({ category: ['DIAGNOSIS'] }),
      scopes: ['ENCOUNTER'],
    });
    expect(refusalOf(within, ['DIAGNOSIS', REASON])).toMatchObject({ code: 'CONSENT_REQUIRED' });
  });

  it('leaves a permit the very object it is where nothing of the record is denied', () => {
    for (const denied of [permit(), denying({ category: ['DIAGNOSIS'], records: ['r-2'] })])
      expect(permitWithin(ENCOUNTER, encounter(), denied)).toBe(denied);
  });

  it('is taken away by any of several denials', () => {
    const denied = denying(
      { category: ['DIAGNOSIS'], records: ['r-2'] },
      { category: ['DIAGNOSIS'], records: ['r-1'] },
    );
    expect(leavesDetail(permitWithin(ENCOUNTER, encounter(), denied), REASON)).toBe(false);
  });

  it('of the record’s own category is left to the record', () => {
    const denied = denying({ category: ['DIAGNOSIS'], code: [{ system: null, code: '2' }] });
    const condition = recordLabel({ id: 'subject { id }', category: 'category', code: 'code' });
    expect(permitWithin(condition, recordFacts({ category: 'DIAGNOSIS' }), denied)).toBe(denied);
  });
});
