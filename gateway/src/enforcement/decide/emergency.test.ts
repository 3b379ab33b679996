import { describe, expect, it } from '@jest/globals';
import { ACTIONS } from '@causeway/schema';
import type { Action, ConsentFacts, Gate, PurposeOfUse } from '@causeway/schema';
import { callerOf, outcome, permitted } from '../testing/decisions.js';
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
} from '../testing/requests.js';
import type { DecisionRequest } from './request.js';

const UNTIL = '2026-11-22T13:00:00.000+08:00';
const EMERGENCY = { id: 'emergency', until: UNTIL };

/** A doctor at home with an emergency on the declared purpose: no relation, no consent. */
const emergencyRequest = (
  changes: Partial<DecisionRequest> = {},
  facts: Partial<ConsentFacts> = {},
): DecisionRequest =>
  callerOf(
    domesticRequest({
      consentFacts: consentFacts({ emergency: EMERGENCY, ...facts }),
      ...changes,
    }),
    { purpose: 'ETREAT' },
  );

const declaring = (changes: Partial<DecisionRequest> = {}): DecisionRequest =>
  emergencyRequest({ action: 'EMERGENCY', consentFacts: consentFacts(), ...changes });

const asking = (
  request: DecisionRequest,
  action: Action,
  purpose: PurposeOfUse,
): DecisionRequest => ({ ...callerOf(request, { purpose }), action });

describe('to declare an emergency', () => {
  it('is permitted to a professional at home, without relation or consent', () => {
    expect(permitted(declaring())).toMatchObject({
      action: 'EMERGENCY',
      scopes: ['PERSON'],
      confidentiality: ['N'],
      abroad: false,
      until: null,
      basis: [],
    });
  });

  it('opens nothing but whom it is about, whatever else is agreed and was declared before', () => {
    const { consentFacts: agreed } = domesticRequest();
    const request = declaring({
      consentFacts: { ...agreed, ...consentFacts(), ...agreed, emergency: EMERGENCY },
    });
    expect(permitted(request).scopes).toEqual(['PERSON']);
  });

  it('shows nobody to a profession that sees no record', () => {
    const clerk = declaring({ providerFacts: domesticFacts({}, { profession: 'CLERK' }) });
    expect(permitted(clerk)).toMatchObject({
      scopes: [],
      refusals: { PERSON: 'ROLE_NOT_PERMITTED' },
    });
  });

  it.each<readonly [string, DecisionRequest, Gate]>([
    ['for treatment', callerOf(declaring(), { purpose: 'TREAT' }), 'PURPOSE'],
    ['for care management', callerOf(declaring(), { purpose: 'CAREMGT' }), 'PURPOSE'],
    ['to break the glass by its older name', callerOf(declaring(), { purpose: 'BTG' }), 'PURPOSE'],
    [
      'at a clinic that is not registered',
      declaring({ providerFacts: domesticFacts({ registration: null }) }),
      'ORGANIZATION',
    ],
    [
      'in a role that is not active',
      declaring({ providerFacts: domesticFacts({}, { active: false }) }),
      'PRACTITIONER_ROLE',
    ],
    [
      'about somebody who has not joined',
      declaring({ patientFacts: patientFacts({ joining: 'NOT_JOINED' }) }),
      'JOINING',
    ],
    ['about nobody', declaring({ patientFacts: null }), 'JOINING'],
    [
      'against a patient’s denial of everything',
      declaring({
        consentFacts: consentFacts({
          consents: [consent({ kind: 'RESTRICTION', decision: 'deny' })],
        }),
      }),
      'PROVISION',
    ],
  ])('is denied %s', (_name, request, gate) => {
    expect(outcome(request)).toBe(gate);
  });

  it.each<readonly [string, DecisionRequest]>([
    ['the patient', ownRequest()],
    [
      'a mother',
      callerOf(
        ownRequest({
          patientFacts: patientFacts({
            birthDate: '2016-03-01',
            relations: [
              { role: 'SDM', basis: 'PARENT', active: true, period: { start: null, end: null } },
            ],
          }),
        }),
        { person: 'mother' },
      ),
    ],
    ['a stranger', callerOf(ownRequest(), { person: 'stranger' })],
    ['an office', officeRequest()],
    ['a professional abroad', abroadRequest()],
    [
      'a professional abroad, whose grant names everything',
      abroadRequest({
        consentFacts: consentFacts({
          consents: [grantConsent()],
          grant: grant({ purpose: 'ETREAT' }),
          emergency: EMERGENCY,
        }),
      }),
    ],
  ])('is denied to %s, for any purpose', (_name, request) => {
    for (const purpose of ['PATRQT', 'TREAT', 'ETREAT', 'BTG', 'HOPERAT'] as const)
      expect([purpose, outcome(asking(request, 'EMERGENCY', purpose))]).toEqual([
        purpose,
        expect.not.stringMatching('PERMIT'),
      ]);
  });
});

describe('to read in an emergency', () => {
  it('takes neither relation nor consent once it is declared, and ends with it', () => {
    const permit = permitted(emergencyRequest());
    expect(permit).toMatchObject({
      action: 'READ',
      basis: ['emergency'],
      until: UNTIL,
      confidentiality: ['N'],
      authorOrganization: null,
    });
    expect(permit.scopes).toEqual(expect.arrayContaining(['PERSON', 'DIAGNOSIS', 'LAB_REPORT']));
  });

  it.each<readonly [string, number, Gate | 'PERMIT']>([
    ['at its last moment', Date.parse(UNTIL), 'PERMIT'],
    ['a millisecond later', Date.parse(UNTIL) + 1, 'RELATION'],
  ])('goes by the clock: %s', (_name, now, expected) => {
    expect(outcome(emergencyRequest({ now }))).toBe(expected);
  });

  it.each<readonly [string, DecisionRequest]>([
    ['nobody declared one', emergencyRequest({}, { emergency: null })],
    ['its end cannot be read', emergencyRequest({}, { emergency: { id: 'e', until: 'later' } })],
    ['no consents are known', emergencyRequest({ consentFacts: null })],
    [
      'none was declared, though care and consent would do for treatment',
      callerOf(domesticRequest(), { purpose: 'ETREAT' }),
    ],
    [
      'none was declared, though the law deems a consent',
      emergencyRequest(
        { providerFacts: domesticFacts({ deemedConsent: true }) },
        { emergency: null, careRelation: { period: { start: null, end: null } } },
      ),
    ],
  ])('is denied where %s', (_name, request) => {
    expect(outcome(request)).toBe('RELATION');
  });

  it('is not to read for treatment: that goes by relation and consent as ever', () => {
    expect(outcome(callerOf(emergencyRequest(), { purpose: 'TREAT' }))).toBe('RELATION');
  });

  it('is not to deposit or to authorise', () => {
    expect(outcome({ ...emergencyRequest(), action: 'DEPOSIT' })).toBe('PURPOSE');
    expect(outcome({ ...emergencyRequest(), action: 'AUTHORISE' })).toBe('PURPOSE');
  });

  it('keeps what a profession may see', () => {
    const pharmacist = emergencyRequest({
      providerFacts: domesticFacts({}, { profession: 'PHARMACIST' }),
    });
    expect(permitted(pharmacist).refusals).toMatchObject({
      BIRTH: 'STEP_UP_REQUIRED',
      CHINESE_MED: 'ROLE_NOT_PERMITTED',
    });
  });

  it('gives restricted records after a step-up only', () => {
    const steppedUp = emergencyRequest({}, { stepUp: { until: UNTIL } });
    expect(permitted(steppedUp).confidentiality).toEqual(['N', 'R']);
  });

  it('leaves what the patient denies and restricts as it is', () => {
    const restriction = consent({
      id: 'no',
      kind: 'RESTRICTION',
      provision: [{ type: 'deny', category: ['DIAGNOSIS'] }],
    });
    expect(permitted(emergencyRequest({}, { consents: [restriction] })).exclusions).toEqual([
      { category: ['DIAGNOSIS'] },
    ]);
    const denial = consent({ id: 'no', kind: 'RESTRICTION', decision: 'deny' });
    expect(outcome(emergencyRequest({}, { consents: [denial] }))).toBe('PROVISION');
  });

  it.each(['ETREAT', 'BTG'] as const)('is denied abroad for %s, declared or not', (purpose) => {
    const facts = {
      consentFacts: consentFacts({
        consents: [consent({ grantee: ['hospital-szh'] }), grantConsent()],
        grant: grant({ purpose, permissions: ['READ', 'DEPOSIT'] }),
        careRelation: { period: { start: null, end: null } },
        emergency: EMERGENCY,
      }),
      providerFacts: abroadFacts({ deemedConsent: true }),
    };
    for (const action of ACTIONS)
      expect(outcome(asking(abroadRequest(facts), action, purpose))).toBe('PURPOSE');
  });

  it('abroad, a declared emergency stands in for nothing', () => {
    const request = abroadRequest({ consentFacts: consentFacts({ emergency: EMERGENCY }) });
    expect(outcome(request)).toBe('RELATION');
    expect(NOW).toBeLessThan(Date.parse(UNTIL));
  });
});
