import { describe, expect, it } from '@jest/globals';
import { isAdministrativeScope } from '@causeway/schema';
import type { Caller } from '@causeway/schema';
import { callerOf } from '../../testing/decisions.js';
import {
  abroadFacts,
  abroadRequest,
  consentFacts,
  domesticFacts,
  domesticRequest,
  grant,
  grantConsent,
  ownRequest,
  recognition,
} from '../../testing/requests.js';
import { draftFor, permitOf } from '../draft.js';
import type { Pass } from '../gate.js';
import type { DecisionRequest } from '../request.js';
import { passCaller } from './caller.js';
import { passCategory } from './category.js';
import { passConsent } from './consent.js';
import { passDataPeriod } from './data-period.js';
import { passOrganization } from './organization.js';
import { passPractitionerRole } from './practitioner-role.js';
import { passProvision } from './provision.js';
import { passRelation } from './relation.js';

const system: Caller = {
  kind: 'system',
  subject: 'subject',
  client: 'client',
  tokenId: 'token',
  purpose: 'TREAT',
  system: 'phrs',
  practitionerRole: 'dr',
  organization: 'hospital-szh',
  grant: 'grant',
};

const person: Extract<Caller, { kind: 'person' }> = {
  ...system,
  kind: 'person',
  person: 'chan',
  purpose: 'PATRQT',
};

const systemRequest = (changes: Partial<DecisionRequest> = {}): DecisionRequest =>
  abroadRequest({ caller: system, ...changes });

/** A request that says it is one of an emergency, which nobody has declared. */
const inEmergency = (changes: Partial<DecisionRequest> = {}): DecisionRequest =>
  callerOf(domesticRequest(changes), { purpose: 'ETREAT' });

/** Each gate by itself: that those before it passed is not for it to rely on. */
describe('a gate that misses what it decides by does not pass', () => {
  it.each<readonly [string, Pass, DecisionRequest]>([
    ['caller: providers', passCaller, domesticRequest({ providerFacts: null })],
    ['caller: providers, for a system', passCaller, systemRequest({ providerFacts: null })],
    [
      'caller: the organisation, for a system',
      passCaller,
      systemRequest({ providerFacts: { ...abroadFacts(), organization: null } }),
    ],
    ['caller: the system', passCaller, systemRequest()],
    ['role: providers', passPractitionerRole, domesticRequest({ providerFacts: null })],
    [
      'role: the role',
      passPractitionerRole,
      domesticRequest({ providerFacts: { ...domesticFacts(), practitionerRole: null } }),
    ],
    [
      'organisation: the registration',
      passOrganization,
      domesticRequest({ providerFacts: domesticFacts({ registration: null }) }),
    ],
    ['organisation: providers', passOrganization, abroadRequest({ providerFacts: null })],
    [
      'organisation: the recognition',
      passOrganization,
      abroadRequest({ providerFacts: abroadFacts({ recognition: null }) }),
    ],
    ['organisation: the system’s recognition', passOrganization, systemRequest()],
    [
      'organisation: the end of a suspension',
      passOrganization,
      abroadRequest({
        providerFacts: abroadFacts({ recognition: recognition({ status: 'SUSPENDED' }) }),
      }),
    ],
    ['relation: consents, at home', passRelation, domesticRequest({ consentFacts: null })],
    ['relation: consents, abroad', passRelation, abroadRequest({ consentFacts: null })],
    [
      'relation: the encounter',
      passRelation,
      abroadRequest({ consentFacts: consentFacts({ grant: grant({ encounter: null }) }) }),
    ],
    ['relation: an emergency', passRelation, inEmergency()],
    ['consent: an emergency', passConsent, inEmergency()],
    [
      'consent: conditions, abroad',
      passConsent,
      abroadRequest({ consentFacts: consentFacts({ consents: [grantConsent()], grant: grant() }) }),
    ],
    ['consent: consents, at home', passConsent, domesticRequest({ consentFacts: null })],
    ['consent: consents, abroad', passConsent, abroadRequest({ consentFacts: null })],
    [
      'consent: consents, to deposit',
      passConsent,
      domesticRequest({ action: 'DEPOSIT', consentFacts: null }),
    ],
    [
      'category: the role, to deposit',
      passCategory,
      domesticRequest({
        action: 'DEPOSIT',
        providerFacts: { ...domesticFacts(), practitionerRole: null },
      }),
    ],
    [
      'category: the grant, to deposit',
      passCategory,
      abroadRequest({ action: 'DEPOSIT', consentFacts: null }),
    ],
    [
      'category: the consent of the grant, to deposit',
      passCategory,
      abroadRequest({ action: 'DEPOSIT', consentFacts: consentFacts({ grant: grant() }) }),
    ],
    [
      'organisation: the role, where professions are named',
      passOrganization,
      abroadRequest({
        providerFacts: {
          ...abroadFacts({
            recognition: recognition({
              conditions: [{ kind: 'PRACTITIONER_ROLES', value: 'DOCTOR' }],
            }),
          }),
          practitionerRole: null,
        },
      }),
    ],
    [
      'relation: the patient',
      passRelation,
      ownRequest({ action: 'AUTHORISE', patientFacts: null }),
    ],
    [
      'relation: the patient, for another person',
      passRelation,
      ownRequest({ caller: { ...person, person: 'mother' }, patientFacts: null }),
    ],
    ['provision: consents', passProvision, domesticRequest({ consentFacts: null })],
    ['data period: the grant', passDataPeriod, abroadRequest({ consentFacts: null })],
    ['data period: conditions', passDataPeriod, abroadRequest()],
  ])('%s', (_name, pass, request) => {
    expect(pass(request, draftFor(request))).toEqual(expect.any(String));
  });

  it('a permit to deposit names nothing that is not known', () => {
    const request = abroadRequest({
      action: 'DEPOSIT',
      providerFacts: null,
      consentFacts: consentFacts({ grant: grant({ encounter: null }) }),
    });
    const unknown = { encounter: null, jurisdiction: '', depositable: [] };
    expect(permitOf(draftFor(request), request)).toMatchObject({ ...unknown, grant: 'grant' });
    const ungranted = { ...request, consentFacts: null };
    expect(permitOf(draftFor(ungranted), ungranted)).toMatchObject({ ...unknown, grant: null });
  });

  it.each<readonly [string, DecisionRequest]>([
    [
      'at home',
      domesticRequest({
        consentFacts: null,
        providerFacts: { ...domesticFacts(), practitionerRole: null },
      }),
    ],
    ['at home, in an emergency', inEmergency({ consentFacts: null })],
    ['abroad', abroadRequest({ consentFacts: null, providerFacts: null })],
  ])('category %s: refuses every category', (_name, request) => {
    const draft = draftFor(request);
    passCategory(request, draft);
    expect([...draft.scopes].filter((scope) => !isAdministrativeScope(scope))).toEqual([]);
  });
});

describe('a gate for providers', () => {
  it.each([
    ['at home', passConsent, { ...draftFor(domesticRequest()) }],
    ['abroad', passConsent, { ...draftFor(abroadRequest()) }],
    ['abroad, by an encounter', passRelation, { ...draftFor(abroadRequest()) }],
  ])('does not pass a person: %s', (_name, pass, draft) => {
    const request = ownRequest({ caller: person, consentFacts: consentFacts({ grant: grant() }) });
    expect(pass(request, draft)).toEqual(expect.any(String));
  });
});
