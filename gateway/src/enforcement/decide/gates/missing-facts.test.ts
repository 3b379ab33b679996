import { describe, expect, it } from '@jest/globals';
import type { Caller, ProviderFacts } from '@causeway/schema';
import { undeclaredEmergency } from '../../testing/decisions.js';
import {
  abroadFacts,
  abroadRequest,
  consentFacts,
  domesticFacts,
  domesticRequest,
  grant,
  grantConsent,
  officeRequest,
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
import { passLabel } from './label.js';
import { passObligation } from './obligation.js';
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

/** Each gate by itself: that those before it passed is not for it to rely on. */
describe('a gate that misses what it decides by does not pass', () => {
  it.each<readonly [string, Pass, DecisionRequest, string]>([
    [
      'caller: providers',
      passCaller,
      domesticRequest({ providerFacts: null }),
      'organisation not in the registry',
    ],
    [
      'caller: the organisation',
      passCaller,
      domesticRequest({ providerFacts: { ...domesticFacts(), organization: null } }),
      'organisation not in the registry',
    ],
    [
      'caller: providers, for a system',
      passCaller,
      systemRequest({ providerFacts: null }),
      'organisation not in the registry',
    ],
    [
      'caller: the organisation, for a system',
      passCaller,
      systemRequest({ providerFacts: { ...abroadFacts(), organization: null } }),
      'organisation not in the registry',
    ],
    ['caller: the system', passCaller, systemRequest(), 'organisation not a member of the system'],
    [
      'role: providers',
      passPractitionerRole,
      domesticRequest({ providerFacts: null }),
      'practitioner role not in the registry',
    ],
    [
      'role: the role',
      passPractitionerRole,
      domesticRequest({ providerFacts: { ...domesticFacts(), practitionerRole: null } }),
      'practitioner role not in the registry',
    ],
    [
      'organisation: the registration',
      passOrganization,
      domesticRequest({ providerFacts: domesticFacts({ registration: null }) }),
      'organisation not registered',
    ],
    [
      'organisation: providers',
      passOrganization,
      abroadRequest({ providerFacts: null }),
      'organisation outside Hong Kong and the Greater Bay Area',
    ],
    [
      'organisation: the recognition',
      passOrganization,
      abroadRequest({ providerFacts: abroadFacts({ recognition: null }) }),
      'not recognised',
    ],
    ['organisation: the system’s recognition', passOrganization, systemRequest(), 'not recognised'],
    [
      'organisation: the end of a suspension',
      passOrganization,
      abroadRequest({
        providerFacts: abroadFacts({ recognition: recognition({ status: 'SUSPENDED' }) }),
      }),
      'recognition suspended',
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
      'condition PRACTITIONER_ROLES',
    ],
    [
      'relation: consents, at home',
      passRelation,
      domesticRequest({ consentFacts: null }),
      'patient not under care',
    ],
    [
      'relation: consents, abroad',
      passRelation,
      abroadRequest({ consentFacts: null }),
      'no encounter',
    ],
    [
      'relation: the grant',
      passRelation,
      abroadRequest({ consentFacts: consentFacts() }),
      'no encounter',
    ],
    [
      'relation: the encounter',
      passRelation,
      abroadRequest({ consentFacts: consentFacts({ grant: grant({ encounter: null }) }) }),
      'no encounter',
    ],
    ['relation: an emergency', passRelation, undeclaredEmergency(), 'no emergency declared'],
    [
      'relation: the patient',
      passRelation,
      ownRequest({ action: 'AUTHORISE', patientFacts: null }),
      'a minor does not authorise',
    ],
    [
      'relation: the patient, for another person',
      passRelation,
      ownRequest({ caller: { ...person, person: 'mother' }, patientFacts: null }),
      'no relation to the patient',
    ],
    ['consent: an emergency', passConsent, undeclaredEmergency(), 'no emergency declared'],
    [
      'consent: conditions, abroad',
      passConsent,
      abroadRequest({ consentFacts: consentFacts({ consents: [grantConsent()], grant: grant() }) }),
      'condition MAX_GRANT_DURATION',
    ],
    [
      'consent: consents, at home',
      passConsent,
      domesticRequest({ consentFacts: null }),
      'no sharing consent',
    ],
    ['consent: consents, abroad', passConsent, abroadRequest({ consentFacts: null }), 'no grant'],
    [
      'consent: the grant, abroad',
      passConsent,
      abroadRequest({ consentFacts: consentFacts() }),
      'no grant',
    ],
    [
      'consent: consents, to deposit',
      passConsent,
      domesticRequest({ action: 'DEPOSIT', consentFacts: null }),
      'no consents known',
    ],
    [
      'category: the role, to deposit',
      passCategory,
      domesticRequest({
        action: 'DEPOSIT',
        providerFacts: { ...domesticFacts(), practitionerRole: null },
      }),
      'no category to deposit',
    ],
    [
      'category: the grant, to deposit',
      passCategory,
      abroadRequest({ action: 'DEPOSIT', consentFacts: null }),
      'no category to deposit',
    ],
    [
      'category: the consent of the grant, to deposit',
      passCategory,
      abroadRequest({ action: 'DEPOSIT', consentFacts: consentFacts({ grant: grant() }) }),
      'no category to deposit',
    ],
    [
      'provision: consents',
      passProvision,
      domesticRequest({ consentFacts: null }),
      'no consents known',
    ],
    [
      'data period: consents',
      passDataPeriod,
      abroadRequest({ consentFacts: null }),
      'look-back not understood',
    ],
    [
      'data period: the grant',
      passDataPeriod,
      abroadRequest({ consentFacts: consentFacts() }),
      'look-back not understood',
    ],
    ['data period: conditions', passDataPeriod, abroadRequest(), 'look-back not understood'],
  ])('%s', (_name, pass, request, reason) => {
    expect([pass(request, draftFor(request))]).toEqual([reason]);
  });

  it.each<readonly [string, ProviderFacts | null]>([
    ['providers', null],
    ['the organisation', { ...domesticFacts(), organization: null }],
  ])('at home without %s: nothing says that it is registered, or consented to', (_name, facts) => {
    const draft = draftFor(domesticRequest());
    const request = domesticRequest({ providerFacts: facts, consentFacts: consentFacts() });
    expect(passOrganization(request, draft)).toBe('organisation not registered');
    expect(passConsent(request, draft)).toBe('no sharing consent');
    passCategory(request, draft);
    expect([...draft.refusals]).toEqual(
      expect.arrayContaining([['ALLERGY_ADR', expect.any(String)]]),
    );
  });

  it.each([
    ['consents', null],
    ['a grant', consentFacts()],
    ['conditions', consentFacts({ grant: grant({ includesRestricted: true }) })],
  ])('abroad without %s: no restricted record, and no image to keep', (_name, facts) => {
    const request = abroadRequest({ consentFacts: facts });
    const draft = draftFor(request);
    expect([passLabel(request, draft), passObligation(request, draft)]).toEqual([null, null]);
    expect(draft.confidentiality).toEqual(['N']);
    expect(draft.obligations).toContain('NO_IMAGE_DOWNLOAD');
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
});

describe('a gate for providers', () => {
  it.each([
    ['at home', passConsent, domesticRequest(), 'not a professional'],
    ['abroad', passConsent, abroadRequest(), 'not a provider'],
    ['abroad, by an encounter', passRelation, abroadRequest(), 'encounter of another organisation'],
  ])('does not pass a person: %s', (_name, pass, provider, reason) => {
    const request = ownRequest({ caller: person, consentFacts: consentFacts({ grant: grant() }) });
    expect(pass(request, draftFor(provider))).toBe(reason);
  });

  it.each([
    ['the patient', ownRequest()],
    ['a stranger', ownRequest({ caller: { ...person, person: 'passer-by' } })],
    ['an office', officeRequest({ providerFacts: domesticFacts() })],
  ])('is none for %s', (_name, request) => {
    const draft = draftFor(request);
    const gates = [passCaller, passPractitionerRole, passOrganization, passConsent, passCategory];
    for (const pass of [...gates, passDataPeriod, passProvision, passLabel, passObligation])
      expect(pass(request, draft)).toBeNull();
    expect(draft).toEqual(draftFor(request));
  });
});
