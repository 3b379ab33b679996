import { describe, expect, it } from '@jest/globals';
import { CLINICAL_SCOPES } from '@causeway/schema';
import type {
  ConditionFact,
  ConsentFact,
  ConsentFacts,
  Gate,
  GrantFact,
  Permit,
  RelationFact,
  Scope,
  SharableScope,
} from '@causeway/schema';
import { abroad, callerOf, outcome, permitted, withSharing } from '../testing/decisions.js';
import { decide } from './decide.js';
import type { DecisionRequest } from './request.js';
import { uninterpretedReason } from './uninterpreted.js';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticFacts,
  domesticRequest,
  grant,
  grantConsent,
  officeRequest,
  ownRequest,
  patientFacts,
  recognition,
} from '../testing/requests.js';

describe('a permit', () => {
  it('gives the patient everything, domestic values and all confidentiality levels included', () => {
    const permit = permitted(ownRequest());
    expect(permit).toMatchObject({
      abroad: false,
      windowStart: null,
      confidentiality: ['N', 'R', 'V'],
      obligations: [],
    });
    expect(permit.scopes).toEqual([
      'PERSON',
      ...CLINICAL_SCOPES,
      'CONSENT',
      'GRANT',
      'AUDIT',
      'NOTIFICATION',
      'DEPOSIT',
    ]);
  });

  it('gives an office its administrative scopes and nothing of the record', () => {
    expect(permitted(officeRequest()).scopes).toEqual(['AUDIT']);
    expect(permitted(callerOf(officeRequest(), { office: 'COMMISSIONER' })).scopes).toEqual([
      'AUDIT',
      'GRANT',
    ]);
  });

  it('gives a doctor at home normal records, and restricted ones after a step-up only', () => {
    expect(permitted(domesticRequest())).toMatchObject({
      confidentiality: ['N'],
      authorOrganization: null,
    });
    const facts = domesticRequest().consentFacts;
    const stepUp = { until: '2026-11-22T12:00:00.000+08:00' };
    const steppedUp = domesticRequest({ consentFacts: facts && { ...facts, stepUp } });
    expect(permitted(steppedUp)).toMatchObject({
      confidentiality: ['N', 'R'],
      authorOrganization: 'clinic',
    });
    expect(permitted({ ...steppedUp, now: NOW + 1 })).toMatchObject({
      confidentiality: ['N'],
      authorOrganization: null,
    });
  });

  it('gives a pharmacist birth records, radiology and other investigations after a step-up only', () => {
    const pharmacist = domesticRequest({
      providerFacts: domesticFacts({}, { profession: 'PHARMACIST' }),
    });
    const { scopes, refusals } = permitted(pharmacist);
    const stepped = ['BIRTH', 'RAD_REPORT', 'RAD_IMAGE', 'OTHER_INVESTIGATION'] as const;
    for (const scope of stepped) expect(refusals[scope]).toBe('STEP_UP_REQUIRED');
    expect(refusals.CHINESE_MED).toBe('ROLE_NOT_PERMITTED');
    expect(scopes).toEqual(
      expect.arrayContaining(['PERSON', 'ALLERGY_ADR', 'DIAGNOSIS', 'MEDICATION', 'LAB_REPORT']),
    );
    const facts = pharmacist.consentFacts;
    const steppedUp = {
      ...pharmacist,
      consentFacts: facts && { ...facts, stepUp: { until: '2026-11-23' } },
    };
    expect(permitted(steppedUp).scopes).toEqual(expect.arrayContaining([...stepped]));
  });

  it('gives an unknown profession nothing of the record', () => {
    const stranger = domesticRequest({
      providerFacts: domesticFacts({}, { profession: 'ASTROLOGER' }),
    });
    expect(permitted(stranger).scopes).toEqual(['CONSENT', 'DEPOSIT']);
  });

  it('gives Chinese medicine records to its practitioners alone', () => {
    const scopesOf = (profession: string) =>
      permitted(domesticRequest({ providerFacts: domesticFacts({}, { profession }) })).scopes;
    expect(scopesOf('CHINESE_MEDICINE_PRACTITIONER')).toContain('CHINESE_MED');
    expect(scopesOf('DOCTOR')).not.toContain('CHINESE_MED');
  });

  it('gives abroad what the grant names, within three years, normal records only, and demographics less domestic ones', () => {
    expect(permitted(abroadRequest())).toMatchObject({
      scopes: ['PERSON', 'ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT', 'GRANT', 'DEPOSIT'],
      windowStart: Date.parse('2023-11-22T00:00:00+08:00'),
      confidentiality: ['N'],
      abroad: true,
      obligations: ['NO_ONWARD_TRANSFER', 'NO_REUSE', 'NO_IMAGE_DOWNLOAD'],
      administrativeBasis: 'PARTY',
      parties: ['hospital-szh'],
    });
    expect(permitted(abroadRequest()).refusals.DIAGNOSIS).toBe('CONSENT_REQUIRED');
  });

  it('says abroad which refused scopes the patient could still be asked for', () => {
    const { requestable } = permitted(
      abroad([{ kind: 'ALLOWED_SCOPES', value: 'ALLERGY_ADR,DIAGNOSIS' }]),
    );
    expect(requestable).toEqual(['DIAGNOSIS']);
  });

  it.each<readonly [string, readonly ConditionFact[], readonly SharableScope[]]>([
    [
      'the narrower of two lists',
      [
        { kind: 'ALLOWED_SCOPES', value: 'ALLERGY_ADR,MEDICATION' },
        { kind: 'ALLOWED_SCOPES', value: 'MEDICATION' },
      ],
      ['PERSON', 'MEDICATION'],
    ],
    ['an empty list', [{ kind: 'ALLOWED_SCOPES', value: '' }], ['PERSON']],
  ])('takes conditions together: %s', (_name, conditions, scopes) => {
    expect(permitted(abroad(conditions)).scopes).toEqual([...scopes, 'GRANT', 'DEPOSIT']);
  });

  it('lets birth records leave only where a condition lists them, and medical certificates never', () => {
    const wide = {
      consentFacts: consentFacts({
        consents: [grantConsent()],
        grant: grant({ scopes: ['BIRTH', 'MED_CERT'] }),
      }),
    };
    expect(permitted(abroad([], wide)).scopes).toEqual(['PERSON', 'GRANT', 'DEPOSIT']);
    expect(
      permitted(abroad([{ kind: 'ALLOWED_SCOPES', value: 'BIRTH,MED_CERT' }], wide)).scopes,
    ).toEqual(['PERSON', 'BIRTH', 'GRANT', 'DEPOSIT']);
  });

  it.each([
    ['the grant’s, where it is the shorter', 'P1Y', [], '2025-11-22'],
    [
      'the recognition’s, where it is the shorter',
      'P3Y',
      [{ kind: 'MAX_LOOKBACK', value: 'P6M' }],
      '2026-05-22',
    ],
    ['three years, where the grant asks for more', 'P10Y', [], '2023-11-22'],
  ])('looks back by %s', (_name, lookBack, conditions, date) => {
    const facts = {
      consentFacts: consentFacts({ consents: [grantConsent()], grant: grant({ lookBack }) }),
    };
    expect(permitted(abroad(conditions, facts)).windowStart).toBe(
      Date.parse(`${date}T00:00:00+08:00`),
    );
  });

  it('lets restricted records leave only where the patient chose them and no condition forbids it', () => {
    const chosen = {
      consentFacts: consentFacts({
        consents: [grantConsent()],
        grant: grant({ includesRestricted: true }),
      }),
    };
    expect(permitted(abroad([], chosen)).confidentiality).toEqual(['N', 'R']);
    expect(
      permitted(abroad([{ kind: 'NO_RESTRICTED_LABEL', value: 'true' }], chosen)).confidentiality,
    ).toEqual(['N']);
    expect(
      permitted(abroad([{ kind: 'NO_RESTRICTED_LABEL', value: 'false' }])).confidentiality,
    ).toEqual(['N']);
  });

  it('lets images be downloaded abroad only where a condition says so, and never by a doctor at home', () => {
    expect(
      permitted(abroad([{ kind: 'NO_IMAGE_DOWNLOAD', value: 'false' }])).obligations,
    ).not.toContain('NO_IMAGE_DOWNLOAD');
    expect(permitted(abroad([{ kind: 'NO_IMAGE_DOWNLOAD', value: 'true' }])).obligations).toContain(
      'NO_IMAGE_DOWNLOAD',
    );
    expect(permitted(domesticRequest()).obligations).toEqual(['NO_IMAGE_DOWNLOAD']);
  });

  it('takes a scope that the sharing consent leaves out as not consented to', () => {
    const { scopes, refusals } = permitted(
      withSharing({ provision: [{ type: 'deny', category: ['DIAGNOSIS'] }] }),
    );
    expect(scopes).not.toContain('DIAGNOSIS');
    expect(refusals.DIAGNOSIS).toBe('CONSENT_REQUIRED');
  });

  it('carries deny provisions of any consent in force as exclusions', () => {
    const restriction = consent({
      id: 'no',
      kind: 'RESTRICTION',
      origin: 'IMPORTED',
      provision: [
        {
          type: 'deny',
          category: ['LAB_REPORT'],
          code: [{ system: 'http://loinc.org', code: '1' }],
        },
      ],
    });
    const facts = consentFacts({
      consents: [consent(), restriction],
      careRelation: { period: { start: null, end: null } },
    });
    expect(permitted(domesticRequest({ consentFacts: facts })).exclusions).toEqual([
      { category: ['LAB_REPORT'], code: [{ system: 'http://loinc.org', code: '1' }] },
    ]);
    const ended = { ...restriction, period: { start: null, end: '2026-11-21' } };
    const later = consentFacts({
      consents: [consent(), ended],
      careRelation: { period: { start: null, end: null } },
    });
    expect(permitted(domesticRequest({ consentFacts: later })).exclusions).toEqual([]);
  });

  it.each<readonly [string, Parameters<typeof consent>[0], Gate | 'PERMIT']>([
    [
      'a base deny with a permit for somebody else',
      { decision: 'deny', provision: [{ type: 'permit', actor: ['other'] }] },
      'PROVISION',
    ],
    [
      'a base deny with a permit for another purpose',
      { decision: 'deny', provision: [{ type: 'permit', purpose: ['BTG'] }] },
      'PROVISION',
    ],
    [
      'a base deny with a permit of single records',
      { decision: 'deny', provision: [{ type: 'permit', records: ['1'] }] },
      'PERMIT',
    ],
    [
      'a base deny with a permit for the reader',
      { decision: 'deny', provision: [{ type: 'permit', actor: ['clinic'] }] },
      'PERMIT',
    ],
    ['an objection to deposit, reading', { kind: 'DEPOSIT_OBJECTION', decision: 'deny' }, 'PERMIT'],
  ])('stands beside a sharing consent or not: %s', (_name, changes, expected) => {
    const other = consent({ id: 'other', kind: 'RESTRICTION', origin: 'IMPORTED', ...changes });
    const facts = consentFacts({
      consents: [consent(), other],
      careRelation: { period: { start: null, end: null } },
    });
    expect(outcome(domesticRequest({ consentFacts: facts }))).toBe(expected);
  });

  it('leaves of a base deny the categories that a provision permits the reader', () => {
    const other = consent({
      id: 'other',
      kind: 'RESTRICTION',
      decision: 'deny',
      provision: [{ type: 'permit', category: ['ALLERGY_ADR'] }],
    });
    const facts = consentFacts({
      consents: [consent(), other],
      careRelation: { period: { start: null, end: null } },
    });
    const { exclusions } = permitted(domesticRequest({ consentFacts: facts }));
    expect(exclusions).toEqual([
      { category: CLINICAL_SCOPES.filter((scope) => scope !== 'ALLERGY_ADR') },
    ]);
  });

  describe('beside a consent that could not be interpreted', () => {
    const uninterpreted = (type: 'permit' | 'deny', grantee: readonly string[] = []) =>
      domesticRequest({
        consentFacts: consentFacts({
          consents: [
            consent(),
            consent({
              id: 'imported',
              kind: 'RESTRICTION',
              origin: 'IMPORTED',
              grantee,
              provision: [{ type: 'permit', provision: [{ type, uninterpreted: ['expression'] }] }],
            }),
          ],
          careRelation: { period: { start: null, end: null } },
        }),
      });

    it('says which it was where it denies', () => {
      expect(decide(uninterpreted('deny'))).toMatchObject({
        gate: 'PROVISION',
        reason: 'not interpreted: consent imported',
      });
    });

    it('says which it was where it takes nothing away', () => {
      expect(permitted(uninterpreted('permit')).uninterpreted).toEqual(['imported']);
    });

    it('tells several apart', () => {
      expect(uninterpretedReason(['one', 'other'])).toBe('not interpreted: consent one, other');
    });

    it('says nothing of one that speaks of somebody else', () => {
      expect(permitted(uninterpreted('deny', ['other'])).uninterpreted).toBeUndefined();
    });
  });

  const EVER = { start: null, end: null };
  const atHome = (facts: Partial<ConsentFacts>, organization = {}, profession = 'DOCTOR') =>
    domesticRequest({
      providerFacts: domesticFacts(organization, { profession }),
      consentFacts: consentFacts({ careRelation: { period: EVER }, ...facts }),
    });
  const granted = (
    changes: Partial<GrantFact>,
    others: readonly ConsentFact[] = [],
    period: ConsentFact['period'] = EVER,
  ): Partial<DecisionRequest> => ({
    consentFacts: consentFacts({
      consents: [...others, grantConsent({ period })],
      grant: grant(changes),
    }),
  });
  const year = { period: { start: null, end: '2026-12-31' } };
  const lasting = granted(year);
  const recognisedUntil = (end: string, changes: Partial<DecisionRequest>) =>
    abroadRequest({
      providerFacts: abroadFacts({ recognition: recognition({ period: { start: null, end } }) }),
      ...changes,
    });

  const decidingFor = (role: RelationFact['role']) =>
    callerOf(
      ownRequest({
        patientFacts: patientFacts({
          birthDate: '2020-01-01',
          relations: [{ role, basis: 'PARENT', active: true, period: EVER }],
        }),
      }),
      { person: 'mother' },
    );

  it.each<readonly [string, DecisionRequest, string | null]>([
    ['nothing that ends', domesticRequest(), null],
    [
      'a sharing consent',
      withSharing({ period: { start: null, end: '2026-11-30' } }),
      '2026-11-30',
    ],
    [
      'a step-up',
      atHome({ consents: [consent()], stepUp: { until: '2026-11-22T13:00:00+08:00' } }),
      '2026-11-22T13:00:00+08:00',
    ],
    ['a grant', abroadRequest(), '2026-11-22'],
    [
      'the consent of a grant',
      abroadRequest(granted(year, [], { start: null, end: '2026-11-24' })),
      '2026-11-24',
    ],
    ['a recognition', recognisedUntil('2026-11-23', lasting), '2026-11-23'],
    [
      'a condition of it',
      abroad([{ kind: 'VALIDITY_PERIOD', value: '2026-01-01/2026-11-25' }], lasting),
      '2026-11-25',
    ],
  ])('ends when the first thing it rests on ends: %s', (_name, request, until) => {
    expect(permitted(request).until).toBe(until);
  });

  it.each<readonly [string, DecisionRequest, readonly string[]]>([
    ['every sharing consent', withSharing({}), ['consent']],
    ['nothing, where joining counts as consent', atHome({}, { deemedConsent: true }), []],
    ['a grant and its consent', abroadRequest(), ['grant-consent', 'grant']],
    [
      'nothing, to declare an emergency',
      { ...callerOf(atHome({}), { purpose: 'ETREAT' }), action: 'EMERGENCY' },
      [],
    ],
  ])('rests on %s', (_name, request, basis) => {
    expect(permitted(request).basis).toStrictEqual(basis);
  });

  it.each<readonly [string, DecisionRequest, Permit['administrativeBasis'], readonly string[]]>([
    ['the patient', ownRequest(), 'SUBJECT', ['chan']],
    ['who decides for the patient', decidingFor('SDM'), 'SUBJECT', ['mother']],
    ['a caregiver', { ...decidingFor('CAREGIVER'), action: 'AUTHORISE' }, 'PARTY', ['mother']],
    ['an office', officeRequest(), 'OFFICE', []],
    ['a doctor at home', domesticRequest(), 'PARTY', ['clinic']],
    ['a doctor abroad', abroadRequest(), 'PARTY', ['hospital-szh']],
  ])('is, for what is administrative, that of %s', (_name, request, basis, parties) => {
    const { administrativeBasis, parties: named } = permitted(request);
    expect([administrativeBasis, named]).toEqual([basis, parties]);
  });

  it('gives a caregiver grants alone', () => {
    expect(permitted({ ...decidingFor('CAREGIVER'), action: 'AUTHORISE' }).scopes).toEqual([
      'GRANT',
    ]);
    expect(outcome({ ...decidingFor('CONTACT'), action: 'AUTHORISE' })).toBe('RELATION');
  });

  it.each([
    ...['Guangzhou', 'Shenzhen', 'Zhuhai', 'Foshan', 'Huizhou', 'Dongguan', 'Zhongshan'].map(
      (city) => ['CN-GD', city, 'PERMIT'] as const,
    ),
    ['CN-GD', 'Jiangmen', 'PERMIT'],
    ['CN-GD', 'Zhaoqing', 'PERMIT'],
    ['CN-GD', 'Shantou', 'ORGANIZATION'],
    ['CN-GD', null, 'ORGANIZATION'],
    ['CN-FJ', 'Guangzhou', 'ORGANIZATION'],
    ['MO', 'Shenzhen', 'ORGANIZATION'],
  ] as const)('is given in the nine cities alone: %s, %s: %s', (jurisdiction, city, expected) => {
    const providerFacts = abroadFacts({ jurisdiction, city });
    expect(outcome(abroadRequest({ providerFacts }))).toBe(expected);
  });

  it('is given to no health record system at home', () => {
    const system = callerOf(domesticRequest(), { kind: 'system', system: 'phrs' });
    const facts = { id: 'phrs', members: ['clinic'], recognition: recognition() };
    expect(outcome({ ...system, providerFacts: { ...domesticFacts(), system: facts } })).toBe(
      'ORGANIZATION',
    );
  });

  it('says at home that everything refused for want of consent could be asked for', () => {
    const { requestable } = permitted(
      withSharing({ provision: [{ type: 'deny', category: ['MED_CERT', 'BIRTH'] }] }),
    );
    expect(requestable?.toSorted()).toEqual(['BIRTH', 'MED_CERT']);
  });

  it('names no consent of which all could be interpreted', () => {
    const nested = { type: 'permit', provision: [{ type: 'deny', category: ['BIRTH'] }] } as const;
    expect(permitted(withSharing({ provision: [nested] })).uninterpreted).toBeUndefined();
  });

  it('gives every category at home where joining counts as consent', () => {
    const { refusals, scopes } = permitted(atHome({}, { deemedConsent: true }));
    expect(refusals).toEqual({ CHINESE_MED: 'ROLE_NOT_PERMITTED' });
    expect(scopes).toEqual(expect.arrayContaining(['PERSON', 'DIAGNOSIS', 'LAB_REPORT']));
  });

  it('of a declared emergency gives demographics, and says of the rest that it takes consent', () => {
    const declaration = callerOf(atHome({}), { purpose: 'ETREAT' });
    const { scopes, refusals } = permitted({ ...declaration, action: 'EMERGENCY' });
    expect(scopes).toEqual(['PERSON']);
    expect(refusals).toMatchObject({ DIAGNOSIS: 'CONSENT_REQUIRED' });
  });

  it('gives abroad by the consent of the grant, whichever others there are', () => {
    const other = grantConsent({
      id: 'other',
      grantee: ['elsewhere'],
      provision: [{ type: 'deny', category: ['MEDICATION'] }],
    });
    expect(permitted(abroadRequest(granted({}, [other])))).toMatchObject({
      scopes: expect.arrayContaining(['MEDICATION']),
      basis: ['grant-consent', 'grant'],
    });
  });

  it('is given to the practitioner whom a grant names', () => {
    expect(outcome(abroadRequest(granted({ practitionerRole: 'dr' })))).toBe('PERMIT');
    expect(outcome(abroadRequest(granted({ practitionerRole: 'other' })))).toBe('CONSENT');
  });

  it('is given to the professions that a condition names', () => {
    const named = (value: string) => outcome(abroad([{ kind: 'PRACTITIONER_ROLES', value }]));
    expect([named('DOCTOR'), named('NURSE')]).toEqual(['PERMIT', 'ORGANIZATION']);
  });

  it('is not given to whom the patient denies who they are', () => {
    const denying = (category: readonly Scope[]) => {
      const no = consent({
        id: 'no',
        kind: 'RESTRICTION',
        provision: [{ type: 'deny', category }],
      });
      return outcome(atHome({ consents: [consent(), no] }));
    };
    expect(denying(['PERSON'])).toBe('PROVISION');
    expect(denying(['DIAGNOSIS'])).toBe('PERMIT');
  });
});
