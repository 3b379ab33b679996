import { describe, expect, it } from '@jest/globals';
import { CLINICAL_SCOPES } from '@causeway/schema';
import type { ConsentFact, Exclusion, ProvisionFact } from '@causeway/schema';
import { NOW, consent } from '../testing/requests.js';
import { exclusionsOf, isInForce, mayDeny, names, permitsScope } from './consents.js';

const READING = {
  organization: 'clinic',
  practitionerRole: 'dr',
  action: 'READ',
  purpose: 'TREAT',
  now: NOW,
} as const;

const saying = (decision: 'permit' | 'deny', ...provision: readonly ProvisionFact[]): ConsentFact =>
  consent({ decision, provision });

const permits = (stated: ConsentFact): boolean => permitsScope(stated, 'LAB_REPORT', READING);

const PERMIT: ProvisionFact = { type: 'permit' };
const DENY: ProvisionFact = { type: 'deny' };
const LAB = { category: ['LAB_REPORT'] } as const;
const MEDICATION = { category: ['MEDICATION'] } as const;
const CODE = { code: [{ system: 'http://loinc.org', code: '1' }] } as const;
const UNKNOWN = { uninterpreted: ['expression'] } as const;

describe('a consent', () => {
  it.each<readonly [string, Partial<ConsentFact>, boolean, boolean]>([
    ['active and open', {}, true, true],
    ['active until today', { period: { start: null, end: '2026-11-22' } }, true, true],
    ['active until yesterday', { period: { start: null, end: '2026-11-21' } }, false, false],
    ['active from tomorrow', { period: { start: '2026-11-23', end: null } }, false, false],
    ['withdrawn', { status: 'inactive' }, false, false],
    // Nobody can tell when it ends: it permits nothing, and still denies.
    ['of a period that cannot be read', { period: { start: null, end: 'later' } }, false, true],
    [
      'withdrawn, of a period that cannot be read',
      { status: 'inactive', period: { start: null, end: 'later' } },
      false,
      false,
    ],
  ])('%s: permits %#', (_name, changes, permitting, denying) => {
    expect([isInForce(consent(changes), NOW), mayDeny(consent(changes), NOW)]).toEqual([
      permitting,
      denying,
    ]);
  });

  it('speaks of those whom it names', () => {
    expect(names(consent({ grantee: ['other', 'clinic'] }), 'clinic')).toBe(true);
    expect(names(consent({ grantee: [] }), 'clinic')).toBe(false);
  });
});

describe('permitsScope', () => {
  it.each<readonly [string, ConsentFact, boolean]>([
    ['a base permit permits', saying('permit'), true],
    ['a base deny denies', saying('deny'), false],
    // The innermost provision that matches decides.
    ['a permit within a base deny', saying('deny', { ...PERMIT, ...LAB }), true],
    ['a permit of another category', saying('deny', { ...PERMIT, ...MEDICATION }), false],
    ['a deny within a base permit', saying('permit', { ...DENY, ...LAB }), false],
    ['a deny of another category', saying('permit', { ...DENY, ...MEDICATION }), true],
    [
      'an exception to a deny',
      saying('permit', { ...DENY, provision: [{ ...PERMIT, ...LAB }] }),
      true,
    ],
    [
      'an exception to an exception',
      saying('deny', {
        ...PERMIT,
        provision: [{ ...DENY, ...LAB, provision: [{ ...PERMIT, actor: ['dr'] }] }],
      }),
      true,
    ],
    [
      'an exception to an exception, for somebody else',
      saying('deny', {
        ...PERMIT,
        provision: [{ ...DENY, ...LAB, provision: [{ ...PERMIT, actor: ['other'] }] }],
      }),
      false,
    ],
    [
      'an exception within a provision that does not match',
      saying('deny', { ...PERMIT, actor: ['other'], provision: [PERMIT] }),
      false,
    ],
    // Among provisions side by side, a deny overrides.
    ['a permit beside a deny', saying('permit', { ...PERMIT, ...LAB }, { ...DENY, ...LAB }), false],
    ['a deny beside a permit', saying('permit', { ...DENY, ...LAB }, { ...PERMIT, ...LAB }), false],
    // To whom, for what and when it applies.
    ['a permit for the organisation', saying('deny', { ...PERMIT, actor: ['clinic'] }), true],
    ['a permit for the practitioner', saying('deny', { ...PERMIT, actor: ['other', 'dr'] }), true],
    ['a permit for somebody else', saying('deny', { ...PERMIT, actor: ['other'] }), false],
    ['a deny of somebody else', saying('permit', { ...DENY, actor: ['other'] }), true],
    ['a permit for the purpose', saying('deny', { ...PERMIT, purpose: ['TREAT'] }), true],
    ['a permit for another purpose', saying('deny', { ...PERMIT, purpose: ['HRESCH'] }), false],
    [
      'a permit for today',
      saying('deny', { ...PERMIT, period: { start: '2026-11-22', end: '2026-11-22' } }),
      true,
    ],
    [
      'a permit until yesterday',
      saying('deny', { ...PERMIT, period: { start: null, end: '2026-11-21' } }),
      false,
    ],
    [
      'a deny until yesterday',
      saying('permit', { ...DENY, period: { start: null, end: '2026-11-21' } }),
      true,
    ],
    // Single records neither open a category nor close it.
    ['a permit of single records', saying('deny', { ...PERMIT, ...CODE }), false],
    ['a deny of single records', saying('permit', { ...DENY, ...CODE }), true],
    [
      'a permit of a data period',
      saying('deny', { ...PERMIT, dataPeriod: { start: '2026', end: null } }),
      false,
    ],
    // What cannot be interpreted permits nothing.
    ['a permit that cannot be interpreted', saying('deny', { ...PERMIT, ...UNKNOWN }), false],
    [
      'a permit beside one that cannot be interpreted',
      saying('permit', PERMIT, { ...PERMIT, ...UNKNOWN }),
      false,
    ],
    [
      'an exception that cannot be interpreted',
      saying('permit', { ...DENY, provision: [{ ...PERMIT, ...UNKNOWN }] }),
      false,
    ],
    [
      'a permit whose condition is interpreted',
      saying('deny', { ...PERMIT, uninterpreted: [] }),
      true,
    ],
    ['a permit for nobody at all', saying('deny', { ...PERMIT, actor: [] }), false],
    ['a permit for no purpose at all', saying('deny', { ...PERMIT, purpose: [] }), false],
    ['a permit of no category at all', saying('deny', { ...PERMIT, category: [] }), false],
    ['a deny of nobody at all', saying('permit', { ...DENY, actor: [] }), false],
    [
      'a permit of a period that cannot be read',
      saying('deny', { ...PERMIT, period: { start: 'soon', end: null } }),
      false,
    ],
  ])('%s: %#', (_name, stated, expected) => {
    expect(permits(stated)).toBe(expected);
  });
});

const EVERYTHING: Exclusion = {};
const allBut = (...spared: readonly string[]): Exclusion => ({
  category: CLINICAL_SCOPES.filter((scope) => !spared.includes(scope)),
});

describe('exclusionsOf', () => {
  it.each<readonly [string, ConsentFact, readonly Exclusion[]]>([
    ['a base permit takes nothing away', saying('permit'), []],
    ['a base deny takes everything away', saying('deny'), [EVERYTHING]],
    [
      'a base deny, less what it permits',
      saying('deny', { ...PERMIT, ...LAB }),
      [allBut('LAB_REPORT')],
    ],
    ['a base deny that permits everything', saying('deny', PERMIT), []],
    [
      'a base deny that permits somebody else',
      saying('deny', { ...PERMIT, actor: ['other'] }),
      [EVERYTHING],
    ],
    ['a deny', saying('permit', DENY), [EVERYTHING]],
    ['a deny of a category', saying('permit', { ...DENY, ...LAB }), [LAB]],
    [
      'a deny of a code within a category',
      saying('permit', { ...DENY, ...LAB, ...CODE }),
      [{ ...LAB, ...CODE }],
    ],
    [
      'every condition of a deny',
      saying('permit', {
        ...DENY,
        securityLabel: [{ system: null, code: 'PSY' }],
        authoredBy: ['other'],
        dataPeriod: { start: '2026', end: null },
        records: ['r-1'],
      }),
      [
        {
          securityLabel: [{ system: null, code: 'PSY' }],
          authoredBy: ['other'],
          dataPeriod: { start: '2026', end: null },
          records: ['r-1'],
        },
      ],
    ],
    [
      'denies side by side',
      saying('permit', { ...DENY, ...LAB }, { ...DENY, ...CODE }),
      [LAB, CODE],
    ],
    [
      'a deny beside a permit of the same',
      saying('permit', { ...PERMIT, ...LAB }, { ...DENY, ...LAB }),
      [LAB],
    ],
    [
      'a deny within a permit',
      saying('permit', { ...PERMIT, provision: [{ ...DENY, ...CODE }] }),
      [CODE],
    ],
    [
      'a deny within a deny',
      saying('permit', { ...DENY, ...LAB, provision: [{ ...DENY, ...CODE }] }),
      [LAB, CODE],
    ],
    // A category permitted within a deny is an exception to it.
    [
      'a deny, less the category permitted within it',
      saying('permit', {
        ...DENY,
        category: ['LAB_REPORT', 'MEDICATION'],
        provision: [{ ...PERMIT, ...LAB }],
      }),
      [MEDICATION],
    ],
    [
      'a deny of everything, less one category',
      saying('permit', { ...DENY, provision: [{ ...PERMIT, ...LAB }] }),
      [allBut('LAB_REPORT')],
    ],
    [
      'a deny that permits all it denies',
      saying('permit', { ...DENY, ...LAB, provision: [PERMIT] }),
      [],
    ],
    [
      'a deny whose exception has an exception',
      saying('permit', {
        ...DENY,
        ...LAB,
        provision: [{ ...PERMIT, provision: [{ ...DENY, ...CODE }] }],
      }),
      [CODE],
    ],
    [
      'a deny with an exception for somebody else',
      saying('permit', { ...DENY, ...LAB, provision: [{ ...PERMIT, actor: ['other'] }] }),
      [LAB],
    ],
    [
      'a deny with an exception for single records',
      saying('permit', { ...DENY, ...LAB, provision: [{ ...PERMIT, ...CODE }] }),
      [{ ...LAB, except: [CODE] }],
    ],
    [
      'a deny with an exception for single records of a category',
      saying('permit', { ...DENY, provision: [{ ...PERMIT, ...LAB, ...CODE }] }),
      [{ ...allBut(), except: [{ ...LAB, ...CODE }] }],
    ],
    [
      'a deny with an exception for single records that has an exception',
      saying('permit', { ...DENY, provision: [{ ...PERMIT, ...CODE, provision: [DENY] }] }),
      [{ ...allBut(), except: [CODE] }, EVERYTHING],
    ],
    [
      'a deny with an exception for a data period that cannot be read',
      saying('permit', {
        ...DENY,
        provision: [{ ...PERMIT, dataPeriod: { start: 'soon', end: null } }],
      }),
      [EVERYTHING],
    ],
    [
      'a base deny, less the single records that it permits',
      saying('deny', { ...PERMIT, ...CODE }),
      [{ ...allBut(), except: [CODE] }],
    ],
    [
      'a base deny, less a category and single records',
      saying('deny', { ...PERMIT, ...LAB }, { ...PERMIT, ...CODE }),
      [{ ...allBut('LAB_REPORT'), except: [CODE] }],
    ],
    [
      'a base deny that permits single records to somebody else',
      saying('deny', { ...PERMIT, ...CODE, actor: ['other'] }),
      [EVERYTHING],
    ],
    [
      'a base deny that permits single records by what cannot be interpreted',
      saying('deny', { ...PERMIT, ...CODE, ...UNKNOWN }),
      [EVERYTHING],
    ],
    [
      'a deny of what is related to something',
      saying('permit', { ...DENY, related: ['e-1'] }),
      [{ ...allBut(), related: ['e-1'] }],
    ],
    ['a deny of reading', saying('permit', { ...DENY, ...LAB, action: ['READ'] }), [LAB]],
    ['a deny of depositing', saying('permit', { ...DENY, action: ['DEPOSIT'] }), []],
    [
      'an exception for depositing',
      saying('deny', { ...PERMIT, action: ['DEPOSIT'] }),
      [EVERYTHING],
    ],
    [
      'a deny of doing nothing at all',
      saying('permit', { ...DENY, ...LAB, action: [] }),
      [EVERYTHING],
    ],
    [
      'a deny with an exception that cannot be interpreted',
      saying('permit', { ...DENY, ...LAB, provision: [{ ...PERMIT, ...UNKNOWN }] }),
      [LAB],
    ],
    // To whom, for what and when it applies.
    ['a deny of the organisation', saying('permit', { ...DENY, ...LAB, actor: ['clinic'] }), [LAB]],
    ['a deny of somebody else', saying('permit', { ...DENY, actor: ['other'] }), []],
    ['a deny of another purpose', saying('permit', { ...DENY, purpose: ['HRESCH'] }), []],
    [
      'a deny until yesterday',
      saying('permit', { ...DENY, period: { start: null, end: '2026-11-21' } }),
      [],
    ],
    // What cannot be interpreted takes everything away.
    [
      'a deny that cannot be interpreted',
      saying('permit', { ...DENY, ...LAB, ...UNKNOWN }),
      [EVERYTHING],
    ],
    ['a deny of nobody at all', saying('permit', { ...DENY, ...LAB, actor: [] }), [EVERYTHING]],
    ['a deny of no code at all', saying('permit', { ...DENY, ...LAB, code: [] }), [EVERYTHING]],
    [
      'a deny of a period that cannot be read',
      saying('permit', { ...DENY, ...LAB, period: { start: null, end: 'later' } }),
      [EVERYTHING],
    ],
  ])('%s: %#', (_name, stated, expected) => {
    expect(exclusionsOf(stated, READING)).toEqual(expected);
  });

  it.each<readonly [string, readonly string[], readonly Exclusion[]]>([
    ['the reader', ['clinic', 'other'], [EVERYTHING]],
    ['somebody else', ['other'], []],
    ['nobody, and so everybody', [], [EVERYTHING]],
  ])('of a consent that names %s', (_name, grantee, expected) => {
    expect(exclusionsOf(consent({ grantee, decision: 'deny' }), READING)).toEqual(expected);
  });
});
