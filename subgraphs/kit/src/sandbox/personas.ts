/**
 * The personas of a subgraph's sandbox. There is no gateway here and nothing is decided: each persona simply holds a
 * permit for every patient that its operation names, so that all of a subgraph can be looked at.
 */
import { SCOPES } from '@causeway/schema';
import type { Caller, FetchContext, Permit } from '@causeway/schema';

/** Who speaks in a request to a sandbox, and what they are permitted. */
export interface Speaker {
  readonly use: FetchContext['use'];
  readonly caller: Caller | null;
  /** The permit for a patient that the operation names, null for none. */
  permitFor(patient: string): Permit | null;
}

/** Somebody to speak as, by name and, after a colon, an argument: `patient:ID`. */
export interface SandboxPersona {
  /** What the argument is, null where there is none. */
  readonly argument: string | null;
  readonly description: string;
  /** The speaker, given the argument and the present (epoch milliseconds). */
  speak(argument: string, now: number): Speaker;
}

const presented = { subject: 'sandbox', client: 'sandbox', tokenId: 'sandbox' } as const;

const YEARS_BACK = 3;

function permissive(patient: string, stated: Partial<Permit> = {}): Permit {
  return {
    effect: 'permit',
    patient,
    action: 'READ',
    scopes: SCOPES,
    administrativeBasis: 'SUBJECT',
    parties: [],
    windowStart: null,
    confidentiality: ['N', 'R', 'V'],
    authorOrganization: null,
    exclusions: [],
    refusals: {},
    obligations: [],
    abroad: false,
    until: null,
    basis: [],
    ...stated,
  };
}

function professional(organization: string): Caller {
  return {
    kind: 'professional',
    ...presented,
    purpose: 'TREAT',
    practitionerRole: 'sandbox',
    organization,
    grant: null,
  };
}

/** The personas of every sandbox. */
export const SANDBOX_PERSONAS: Readonly<Record<string, SandboxPersona>> = {
  patient: {
    argument: 'PATIENT_ID',
    description: 'the patient of that id: all of their own, and of nobody else',
    speak: (person) => ({
      use: 'data',
      caller: { kind: 'person', ...presented, purpose: 'PATRQT', person },
      permitFor: (patient) =>
        patient === person ? permissive(patient, { parties: [person] }) : null,
    }),
  },
  professional: {
    argument: 'ORGANIZATION_ID',
    description:
      'a professional in Hong Kong: normal and restricted records of every patient named',
    speak: (organization) => ({
      use: 'data',
      caller: professional(organization),
      permitFor: (patient) =>
        permissive(patient, {
          administrativeBasis: 'PARTY',
          parties: [organization],
          confidentiality: ['N', 'R'],
          authorOrganization: organization,
        }),
    }),
  },
  abroad: {
    argument: 'ORGANIZATION_ID',
    description: `a professional outside Hong Kong: normal records of ${YEARS_BACK} years, nothing domestic`,
    speak: (organization, now) => ({
      use: 'data',
      caller: professional(organization),
      permitFor: (patient) =>
        permissive(patient, {
          administrativeBasis: 'PARTY',
          parties: [organization],
          confidentiality: ['N'],
          windowStart: new Date(now).setFullYear(new Date(now).getFullYear() - YEARS_BACK),
          abroad: true,
        }),
    }),
  },
  auditor: {
    argument: null,
    description: 'the auditor: the audit trail alone',
    speak: () => ({
      use: 'data',
      caller: { kind: 'office', ...presented, purpose: 'HOPERAT', office: 'AUDITOR' },
      permitFor: (patient) =>
        permissive(patient, { administrativeBasis: 'OFFICE', scopes: ['AUDIT'] }),
    }),
  },
  gateway: {
    argument: null,
    description: 'the gateway itself, when it asks for facts',
    speak: () => ({ use: 'facts', caller: null, permitFor: () => null }),
  },
};
