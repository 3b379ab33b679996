import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { authorOf, encounterOf, organizationOf, patientOf, record, referenceTo } from './record.js';
import { CHINESE_MEDICINE } from './terminology.js';
import type { Concept } from './terminology.js';

/** What a prescription states. */
export interface Prescription {
  readonly medicine: Concept;
  /** FHIR dateTime. */
  readonly authored: string | undefined;
  readonly dosage: string;
  readonly status?: 'active' | 'completed' | 'stopped';
}

/**
 * A prescription.
 *
 * @see https://hl7.org/fhir/R4/medicationrequest.html
 */
export function medicationRequest(about: About, stated: Prescription): SeedRecord {
  return requestIn('MEDICATION', about, stated);
}

/** A prescription of Chinese medicine. */
export function chineseMedicineRequest(about: About, stated: Prescription): SeedRecord {
  return requestIn('CHINESE_MED', about, stated);
}

/** A medicine handed over, at a FHIR dateTime, on a prescription. */
export interface Dispensing {
  readonly medicine: Concept;
  readonly handedOver: string | undefined;
  /** The record id of the MedicationRequest. */
  readonly request?: string;
}

/**
 * A medicine handed over.
 *
 * @see https://hl7.org/fhir/R4/medicationdispense.html
 */
export function medicationDispense(about: About, stated: Dispensing): SeedRecord {
  const { medicine, handedOver, request } = stated;
  return record(about, 'MEDICATION', 'MedicationDispense', {
    status: 'completed',
    medicationCodeableConcept: medicine,
    subject: patientOf(about),
    performer: [{ actor: authorOf(about) }, { actor: organizationOf(about) }],
    authorizingPrescription:
      request === undefined ? undefined : [referenceTo('MedicationRequest', request)],
    whenHandedOver: handedOver,
  });
}

function requestIn(
  scope: 'MEDICATION' | 'CHINESE_MED',
  about: About,
  { medicine, authored, dosage, status = 'active' }: Prescription,
): SeedRecord {
  return record(about, scope, 'MedicationRequest', {
    status,
    intent: 'order',
    category: scope === 'CHINESE_MED' ? [CHINESE_MEDICINE] : undefined,
    medicationCodeableConcept: medicine,
    subject: patientOf(about),
    encounter: encounterOf(about),
    authoredOn: authored,
    requester: authorOf(about),
    dosageInstruction: [{ text: dosage }],
  });
}
