/** Requests of every kind of caller, with the consents, grants and conditions that permit the most. */
import { ACTIONS, SCOPES, SHARABLE_SCOPES } from '@causeway/schema';
import type {
  AudienceCaller,
  AudienceName,
  Caller,
  ConsentFacts,
  PatientFacts,
  ProviderFacts,
} from '@causeway/schema';
import type { DecisionRequest } from '../../gateway/src/enforcement/decide/request.js';
import {
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
} from '../../gateway/src/enforcement/testing/requests.js';

/** What has been agreed to and shown, from nothing to everything. */
export const SITUATIONS = ['NOTHING', 'AGREED', 'STEPPED_UP', 'LISTED'] as const;

/** How much has been agreed to. */
export type Situation = (typeof SITUATIONS)[number];

const ALWAYS = { start: null, end: null };

/** The requests that a kind of caller can make in a situation, one for each action and each way of being it. */
export function requestsOf(
  audience: AudienceName,
  { caller }: AudienceCaller,
  situation: Situation,
): readonly DecisionRequest[] {
  return waysOfBeing(audience, caller, situation).flatMap((request) =>
    ACTIONS.map((action) => ({ ...request, action })),
  );
}

function waysOfBeing(
  audience: AudienceName,
  caller: string,
  situation: Situation,
): readonly DecisionRequest[] {
  switch (audience) {
    case 'patient':
      return inEmergencyOrNot(personRequest(caller, situation));
    case 'domestic-professional':
      return [false, true].flatMap((deemedConsent) =>
        inEmergencyOrNot(
          domesticRequest({
            providerFacts: domesticFacts(
              { deemedConsent: deemedConsent && situation !== 'NOTHING' },
              { profession: caller },
            ),
            consentFacts: domesticConsents(situation),
          }),
        ),
      );
    case 'cross-border-professional':
      return [abroadRequest().caller, asSystem(abroadRequest().caller)].flatMap((who) =>
        inEmergencyOrNot(
          abroadRequest({
            caller: who,
            providerFacts: providersAbroad(caller, situation),
            consentFacts: grantFor(situation),
          }),
        ),
      );
    case 'commissioner':
      return inEmergencyOrNot(
        officeRequest({ caller: { ...officeRequest().caller, office: caller } as Caller }),
      );
  }
}

/** The request as it is, and the same for the purpose of an emergency. */
function inEmergencyOrNot(request: DecisionRequest): readonly DecisionRequest[] {
  return [request, { ...request, caller: { ...request.caller, purpose: 'ETREAT' } }];
}

/** What was declared, where anything was agreed to at all. */
function emergencyIn(situation: Situation): ConsentFacts['emergency'] {
  return situation === 'NOTHING' ? null : { id: 'emergency', until: '2026-11-22T13:00:00+08:00' };
}

function personRequest(caller: string, situation: Situation): DecisionRequest {
  const consents = domesticConsents(situation);
  const relation = (changes: Pick<PatientFacts['relations'][number], 'role' | 'basis'>) =>
    ownRequest({
      caller: { ...ownRequest().caller, kind: 'person', person: 'mother' } as Caller,
      consentFacts: consents,
      patientFacts: patientFacts({
        birthDate: '2016-01-01',
        relations: [{ ...changes, active: true, period: ALWAYS }],
      }),
    });
  if (caller === 'SUBSTITUTE_DECISION_MAKER') return relation({ role: 'SDM', basis: 'PARENT' });
  if (caller === 'CAREGIVER') return relation({ role: 'CAREGIVER', basis: 'FAMILY' });
  return ownRequest({ consentFacts: consents });
}

function domesticConsents(situation: Situation): ConsentFacts {
  return consentFacts({
    consents: situation === 'NOTHING' ? [] : [consent()],
    careRelation: { period: ALWAYS },
    emergency: emergencyIn(situation),
    stepUp: situation === 'STEPPED_UP' ? { until: '2026-11-22T13:00:00+08:00' } : null,
  });
}

function grantFor(situation: Situation): ConsentFacts {
  if (situation === 'NOTHING') return consentFacts({ careRelation: { period: ALWAYS } });
  return consentFacts({
    consents: [consent({ grantee: ['hospital-szh'] }), grantConsent()],
    grant: grant({
      scopes: SHARABLE_SCOPES,
      permissions: ['READ', 'DEPOSIT'],
      deposit: { until: '2026-11-22T13:00:00+08:00' },
      includesRestricted: true,
    }),
    careRelation: { period: ALWAYS },
    emergency: emergencyIn(situation),
    stepUp: situation === 'STEPPED_UP' ? { until: '2026-11-22T13:00:00+08:00' } : null,
  });
}

function providersAbroad(profession: string, situation: Situation): ProviderFacts {
  const conditions =
    situation === 'LISTED' ? [{ kind: 'ALLOWED_SCOPES', value: SCOPES.join(',') }] : [];
  const facts = abroadFacts({ recognition: recognition({ conditions }) }, { profession });
  const system = {
    id: 'system',
    recognition: recognition({ id: 'system-recognition', conditions }),
    members: ['hospital-szh'],
  };
  return { ...facts, system };
}

function asSystem(caller: Caller): Caller {
  return caller.kind === 'professional' ? { ...caller, kind: 'system', system: 'system' } : caller;
}
