/** Requests as they come from each kind of caller: permitted, until a row changes one thing. */
import { CONFIDENTIALITY_SYSTEM } from '@causeway/schema';
import type {
  ConditionFact,
  ConsentFact,
  ConsentFacts,
  GrantFact,
  Office,
  PatientFacts,
  ProviderFacts,
  PurposeOfUse,
  RecognitionFact,
  RecordFacts,
  RelationFact,
} from '@causeway/schema';
import type { DecisionRequest } from '../decide/request.js';
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
} from '../testing/requests.js';

/** A period that is open at both ends. */
export const ALWAYS = { start: null, end: null };

/** An instant by its text. */
export const at = (text: string): number => Date.parse(text);

/** The request for another purpose. */
export function purposeOf(request: DecisionRequest, purpose: PurposeOfUse): DecisionRequest {
  return { ...request, caller: { ...request.caller, purpose } };
}

/** A relation to the patient, of a parent who decides. */
export const relation = (changes: Partial<RelationFact> = {}): RelationFact => ({
  role: 'SDM',
  basis: 'PARENT',
  active: true,
  period: ALWAYS,
  ...changes,
});

/** A person with relations to the patient; the patient is a child of ten, unless told. */
export function personRequest(
  relations: readonly RelationFact[],
  patient: Partial<PatientFacts> = {},
  changes: Partial<DecisionRequest> = {},
): DecisionRequest {
  const request = ownRequest({
    patientFacts: patientFacts({ birthDate: '2016-03-01', relations, ...patient }),
    ...changes,
  });
  return { ...request, caller: { ...request.caller, kind: 'person', person: 'mother' } } as const;
}

/** A parent of a child of ten. */
export const parent = (
  patient: Partial<PatientFacts> = {},
  changes: Partial<DecisionRequest> = {},
): DecisionRequest => personRequest([relation()], patient, changes);

/** A caregiver who applies for a cross-border grant. */
export const caregiver = (changes: Partial<DecisionRequest> = {}): DecisionRequest =>
  personRequest(
    [relation({ role: 'CAREGIVER', basis: 'FAMILY' })],
    { birthDate: '1950-01-01' },
    { action: 'AUTHORISE', ...changes },
  );

/** A holder of an office. */
export function office(held: Office, changes: Partial<DecisionRequest> = {}): DecisionRequest {
  const request = officeRequest(changes);
  return { ...request, caller: { ...request.caller, kind: 'office', office: held } } as const;
}

/** The offices, each by its name. */
export const OFFICES = [
  ['Commissioner', 'COMMISSIONER'],
  ['Secretary for Health', 'SECRETARY_FOR_HEALTH'],
  ['auditor', 'AUDITOR'],
] as const;

/** A doctor at home under these consents, with more facts of consents where told. */
export function shared(
  consents: readonly ConsentFact[],
  more: Partial<ConsentFacts> = {},
): DecisionRequest {
  return domesticRequest({
    consentFacts: consentFacts({ consents, careRelation: { period: ALWAYS }, ...more }),
  });
}

/** A doctor at home who has been given a sharing consent, beside others. */
export const beside = (...others: readonly ConsentFact[]): DecisionRequest =>
  shared([consent(), ...others]);

/** A professional at home of a profession, with or without a step-up. */
export function profession(name: string, steppedUp = false): DecisionRequest {
  return {
    ...shared([consent()], { stepUp: steppedUp ? { until: '2026-11-22T13:00:00+08:00' } : null }),
    providerFacts: domesticFacts({}, { profession: name }),
  };
}

/** Who reads from abroad under a grant: a professional, or a system for one. */
export type FromAbroad = (changes?: {
  readonly grant?: Partial<GrantFact>;
  readonly consent?: Partial<ConsentFact>;
  readonly others?: readonly ConsentFact[];
  readonly conditions?: readonly ConditionFact[];
  /** Of the recognition: other than its conditions. */
  readonly recognised?: Partial<RecognitionFact>;
  readonly facts?: ProviderFacts;
  readonly request?: Partial<DecisionRequest>;
}) => DecisionRequest;

const recognisedBy = ({ recognised, conditions = [] }: NonNullable<Parameters<FromAbroad>[0]>) => ({
  ...recognised,
  conditions,
});

/** A doctor of a recognised hospital with a redeemed grant and an open encounter. */
export const professionalAbroad: FromAbroad = (changes = {}) =>
  abroadRequest({
    providerFacts:
      changes.facts ?? abroadFacts({ recognition: recognition(recognisedBy(changes)) }),
    consentFacts: consentFacts({
      consents: [grantConsent(changes.consent), ...(changes.others ?? [])],
      grant: grant(changes.grant),
    }),
    ...changes.request,
  });

/** What is known of a recognised public health record system and its members. */
export const systemFacts = (
  members: readonly string[] = ['hospital-szh'],
  recognised: Parameters<typeof recognition>[0] | null = {},
): ProviderFacts => ({
  ...abroadFacts({ recognition: null }),
  system: { id: 'phrs', recognition: recognised && recognition(recognised), members },
});

/** A recognised public health record system that acts for a named doctor of a member. */
export const systemAbroad: FromAbroad = (changes = {}) => ({
  ...professionalAbroad({
    ...changes,
    facts: changes.facts ?? systemFacts(undefined, recognisedBy(changes)),
  }),
  caller: {
    kind: 'system',
    subject: 'subject',
    client: 'client',
    tokenId: 'token',
    purpose: 'TREAT',
    system: 'phrs',
    practitionerRole: 'dr',
    organization: 'hospital-szh',
    grant: 'grant',
  },
});

/** Who reads from abroad, each by its name. */
export const FROM_ABROAD = [
  ['cross-border professional', professionalAbroad],
  ['health record system', systemAbroad],
] as const;

/** A provider abroad that deposits: the patient has authorised it, and presented the code at the open encounter. */
export function depositing(
  ask: FromAbroad,
  changes: NonNullable<Parameters<FromAbroad>[0]> = {},
): DecisionRequest {
  return ask({
    ...changes,
    grant: {
      permissions: ['DEPOSIT'],
      deposit: { until: '2026-11-22T13:00:00+08:00' },
      ...changes.grant,
    },
    request: { action: 'DEPOSIT', ...changes.request },
  });
}

/** A code of confidentiality, as a label of a record. */
export const level = (code: string) => ({ system: CONFIDENTIALITY_SYSTEM, code });

/** A laboratory report with these labels, by somebody else than who asks. */
export const labelled = (...codes: readonly string[]): Partial<RecordFacts> => ({
  security: codes.map(level),
  author: ['role-9', 'elsewhere'],
});

/** A condition of a recognition. */
export const condition = (kind: string, value: string): ConditionFact => ({ kind, value });
