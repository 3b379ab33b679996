import { describe, expect, it } from '@jest/globals';
import {
  abroadFacts,
  abroadRequest,
  consentFacts,
  grant,
  grantConsent,
} from '../../testing/requests.js';
import { decide } from '../decide.js';

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
