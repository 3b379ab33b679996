/** Builders of decision requests for tests: each begins permitted, and a test changes one thing. */
import type {
  ConsentFact,
  ConsentFacts,
  GrantFact,
  PatientFacts,
  ProviderFacts,
  RecognitionFact,
} from '@causeway/schema';
import type { DecisionRequest } from '../decide/request.js';

/** Sunday 22 November 2026, noon in Hong Kong. */
export const NOW = Date.parse('2026-11-22T12:00:00+08:00');

const ALWAYS = { start: null, end: null };

/** Facts about a patient who takes part. */
export function patientFacts(changes: Partial<PatientFacts> = {}): PatientFacts {
  return {
    epoch: 1,
    joining: 'ACTIVE',
    birthDate: '1980-05-05',
    incapable: false,
    isTest: false,
    relations: [],
    ...changes,
  };
}

/** A recognition in force. */
export function recognition(changes: Partial<RecognitionFact> = {}): RecognitionFact {
  return {
    id: 'recognition',
    status: 'RECOGNISED',
    period: { start: '2026-01-01', end: '2027-12-31' },
    suspension: null,
    conditions: [],
    ...changes,
  };
}

/** A consent in force. */
export function consent(changes: Partial<ConsentFact> = {}): ConsentFact {
  return {
    id: 'consent',
    kind: 'SHARING',
    status: 'active',
    period: ALWAYS,
    decision: 'permit',
    grantee: ['clinic'],
    provision: [],
    origin: 'LAYER',
    ...changes,
  };
}

/** A redeemed grant. */
export function grant(changes: Partial<GrantFact> = {}): GrantFact {
  return {
    id: 'grant',
    patient: 'chan',
    organization: 'hospital-szh',
    practitionerRole: null,
    purpose: 'TREAT',
    scopes: ['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT'],
    lookBack: 'P3Y',
    permissions: ['READ'],
    period: { start: '2026-11-22', end: '2026-11-22' },
    state: 'REDEEMED',
    encounter: { id: 'encounter', organization: 'hospital-szh', open: true },
    includesRestricted: false,
    consent: 'grant-consent',
    ...changes,
  };
}

/** The consent that materialises the grant. */
export function grantConsent(changes: Partial<ConsentFact> = {}): ConsentFact {
  return consent({
    id: 'grant-consent',
    kind: 'CROSS_BORDER',
    grantee: ['hospital-szh'],
    ...changes,
  });
}

/** What the consents subgraph knows. */
export function consentFacts(changes: Partial<ConsentFacts> = {}): ConsentFacts {
  return {
    epoch: 1,
    consents: [],
    grant: null,
    careRelation: null,
    stepUp: null,
    emergency: null,
    ...changes,
  };
}

type Organization = NonNullable<ProviderFacts['organization']>;
type Role = NonNullable<ProviderFacts['practitionerRole']>;

/** A registered clinic in Hong Kong and a doctor there. */
export function domesticFacts(
  organization: Partial<Organization> = {},
  role: Partial<Role> = {},
): ProviderFacts {
  return {
    epoch: 1,
    organization: {
      id: 'clinic',
      jurisdiction: 'HK',
      city: null,
      registration: { status: 'REGISTERED', period: ALWAYS },
      recognition: null,
      deemedConsent: false,
      ...organization,
    },
    practitionerRole: {
      id: 'dr',
      organization: 'clinic',
      active: true,
      period: ALWAYS,
      profession: 'DOCTOR',
      ...role,
    },
    system: null,
  };
}

/** A recognised hospital in Shenzhen and a doctor there. */
export function abroadFacts(
  organization: Partial<Organization> = {},
  role: Partial<Role> = {},
): ProviderFacts {
  return domesticFacts(
    {
      id: 'hospital-szh',
      jurisdiction: 'CN-GD',
      city: 'Shenzhen',
      registration: null,
      recognition: recognition(),
      ...organization,
    },
    { organization: 'hospital-szh', ...role },
  );
}

const token = { subject: 'subject', client: 'client', tokenId: 'token' };

/** The patient, asking for the own record. */
export function ownRequest(changes: Partial<DecisionRequest> = {}): DecisionRequest {
  return {
    caller: { ...token, kind: 'person', person: 'chan', purpose: 'PATRQT' },
    patient: 'chan',
    action: 'READ',
    patientFacts: patientFacts(),
    providerFacts: null,
    consentFacts: consentFacts(),
    now: NOW,
    ...changes,
  };
}

/** A doctor of a clinic with a sharing consent, who has the patient under care. */
export function domesticRequest(changes: Partial<DecisionRequest> = {}): DecisionRequest {
  return {
    ...ownRequest(),
    caller: {
      ...token,
      kind: 'professional',
      practitionerRole: 'dr',
      organization: 'clinic',
      grant: null,
      purpose: 'TREAT',
    },
    providerFacts: domesticFacts(),
    consentFacts: consentFacts({ consents: [consent()], careRelation: { period: ALWAYS } }),
    ...changes,
  };
}

/** A doctor of a recognised hospital abroad, with a redeemed grant and an open encounter. */
export function abroadRequest(changes: Partial<DecisionRequest> = {}): DecisionRequest {
  return {
    ...ownRequest(),
    caller: {
      ...token,
      kind: 'professional',
      practitionerRole: 'dr',
      organization: 'hospital-szh',
      grant: 'grant',
      purpose: 'TREAT',
    },
    providerFacts: abroadFacts(),
    consentFacts: consentFacts({ consents: [grantConsent()], grant: grant() }),
    ...changes,
  };
}

/** An auditor. */
export function officeRequest(changes: Partial<DecisionRequest> = {}): DecisionRequest {
  return {
    ...ownRequest(),
    caller: { ...token, kind: 'office', office: 'AUDITOR', purpose: 'HOPERAT' },
    patientFacts: null,
    consentFacts: null,
    ...changes,
  };
}
