/** What the gateway asks on its own behalf, answered so that the bench's caller is permitted everything. */
import type {
  ConsentFacts,
  PatientFacts,
  PatientRecordFacts,
  ProviderFacts,
} from '@causeway/schema';
import { CLINIC, DOCTOR } from './ids.js';

const ALWAYS = { start: null, end: null };

const PATIENT_FACTS: PatientFacts = {
  epoch: 1,
  joining: 'ACTIVE',
  birthDate: '1980-05-05',
  incapable: false,
  isTest: false,
  relations: [],
};

const PROVIDER_FACTS: ProviderFacts = {
  epoch: 1,
  organization: {
    id: CLINIC,
    jurisdiction: 'HK',
    city: null,
    registration: { status: 'REGISTERED', period: ALWAYS },
    recognition: null,
    deemedConsent: false,
  },
  practitionerRole: {
    id: DOCTOR,
    organization: CLINIC,
    active: true,
    period: ALWAYS,
    profession: 'DOCTOR',
  },
  system: null,
};

const CONSENT_FACTS: ConsentFacts = {
  epoch: 1,
  consents: [
    {
      id: '00000000-0000-4000-8005-000000000000',
      kind: 'SHARING',
      status: 'active',
      period: ALWAYS,
      decision: 'permit',
      grantee: [CLINIC],
      provision: [],
      origin: 'LAYER',
    },
  ],
  grant: null,
  careRelation: { period: ALWAYS },
  stepUp: null,
  emergency: null,
};

const RECORD_FACTS: PatientRecordFacts = { epoch: 1 };

/** The facts of one key, as JSON text, by the root field that answers them: the same for every key. */
export const FACTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    patientFacts: PATIENT_FACTS,
    providerFacts: PROVIDER_FACTS,
    consentFacts: CONSENT_FACTS,
    recordFacts: RECORD_FACTS,
  }).map(([field, facts]) => [field, JSON.stringify(facts)]),
);
