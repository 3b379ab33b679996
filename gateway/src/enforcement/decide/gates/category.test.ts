import { describe, expect, it } from '@jest/globals';
import { isAdministrativeScope, isClinicalScope } from '@causeway/schema';
import type { ConsentFacts } from '@causeway/schema';
import { undeclaredEmergency } from '../../testing/decisions.js';
import {
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticFacts,
  domesticRequest,
  grant,
  grantConsent,
} from '../../testing/requests.js';
import { decide } from '../decide.js';
import { draftFor, permitOf } from '../draft.js';
import type { DecisionRequest } from '../request.js';
import { passCategory } from './category.js';

describe('the category gate, abroad', () => {
  it.each([
    ['DOCTOR', 'RAD_REPORT', undefined],
    ['PHARMACIST', 'RAD_REPORT', 'ROLE_NOT_PERMITTED'],
    ['PHARMACIST', 'ALLERGY_ADR', undefined],
    ['ASTROLOGER', 'ALLERGY_ADR', 'ROLE_NOT_PERMITTED'],
    ['CHINESE_MEDICINE_PRACTITIONER', 'CHINESE_MED', undefined],
  ] as const)('has no step-up: a %s granted %s is answered %s', (profession, scope, refusal) => {
    const decision = decide(
      abroadRequest({
        providerFacts: abroadFacts({}, { profession }),
        consentFacts: consentFacts({
          consents: [grantConsent()],
          grant: grant({ scopes: ['ALLERGY_ADR', 'RAD_REPORT', 'CHINESE_MED'] }),
          stepUp: { until: '2030-01-01' },
        }),
      }),
    );
    if (decision.effect === 'deny')
      throw new Error(`Expected a permit, got a deny: ${decision.reason}`);
    expect(decision.refusals[scope]).toBe(refusal);
    expect(decision.scopes.includes(scope)).toBe(refusal === undefined);
  });
});

describe('the category gate, at home', () => {
  const refusedUnder = (changes: Parameters<typeof consent>[0]) => {
    const request = domesticRequest({
      consentFacts: consentFacts({ consents: [consent(changes)] }),
    });
    const draft = draftFor(request);
    passCategory(request, draft);
    return Object.fromEntries(draft.refusals);
  };

  it('permits every category of the role by a consent without provisions', () => {
    expect(refusedUnder({ decision: 'permit', provision: [] })).toEqual({
      CHINESE_MED: 'ROLE_NOT_PERMITTED',
    });
  });

  it('permits none by a consent whose base decision denies', () => {
    expect(refusedUnder({ decision: 'deny', provision: [] })).toMatchObject({
      PERSON: 'CONSENT_REQUIRED',
      LAB_REPORT: 'CONSENT_REQUIRED',
    });
  });

  it('answers by what refused a category first', () => {
    const deny = { type: 'deny', category: ['CHINESE_MED'] } as const;
    expect(refusedUnder({ decision: 'permit', provision: [deny] })).toEqual({
      CHINESE_MED: 'CONSENT_REQUIRED',
    });
  });
});

describe('the category gate, without what it decides by', () => {
  it.each<readonly [string, DecisionRequest]>([
    [
      'at home',
      domesticRequest({
        consentFacts: null,
        providerFacts: { ...domesticFacts(), practitionerRole: null },
      }),
    ],
    ['at home, in an emergency', undeclaredEmergency({ consentFacts: null })],
    ['at home, of no provider', domesticRequest({ consentFacts: null, providerFacts: null })],
    ['abroad', abroadRequest({ consentFacts: null, providerFacts: null })],
  ])('refuses every category %s', (_name, request) => {
    const draft = draftFor(request);
    passCategory(request, draft);
    const { scopes } = permitOf(draft, request);
    expect(scopes.filter((scope) => !isAdministrativeScope(scope))).toEqual([]);
  });
});

describe('categories abroad', () => {
  const without = (changes: Partial<ConsentFacts>) =>
    abroadRequest({ consentFacts: consentFacts(changes) });

  it.each([
    ['a grant', without({ consents: [grantConsent()] })],
    ['the consent of the grant', without({ grant: grant() })],
    [
      'the consent of the grant, beside another one',
      without({ consents: [consent()], grant: grant() }),
    ],
    ['the role', abroadRequest({ providerFacts: { ...abroadFacts(), practitionerRole: null } })],
  ])('are none without %s', (_name, request) => {
    const draft = draftFor(request);
    passCategory(request, draft);
    expect(permitOf(draft, request).scopes.filter(isClinicalScope)).toEqual([]);
  });
});
