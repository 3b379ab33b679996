import { describe, expect, it } from '@jest/globals';
import {
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticRequest,
  grant,
  grantConsent,
} from '../../testing/requests.js';
import { decide } from '../decide.js';
import { draftFor } from '../draft.js';
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
