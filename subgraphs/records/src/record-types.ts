import { CLINICAL_SCOPES } from '@causeway/schema';
import type { ClinicalScope } from '@causeway/schema';

/** The FHIR resource types that hold clinical records. */
export const RECORD_TYPES = [
  'AllergyIntolerance',
  'Condition',
  'Procedure',
  'MedicationRequest',
  'MedicationDispense',
  'Encounter',
  'Appointment',
  'DocumentReference',
  'Immunization',
  'Observation',
  'DiagnosticReport',
  'ImagingStudy',
  'ServiceRequest',
  'Provenance',
] as const;

/** A FHIR resource type that holds clinical records. */
export type RecordType = (typeof RECORD_TYPES)[number];

/**
 * The sharable categories that a record of each type can belong to: those under which the graph lists it. A
 * Provenance is found through its target, and takes its category.
 */
export const CATEGORIES: Readonly<Record<RecordType, readonly ClinicalScope[]>> = {
  AllergyIntolerance: ['ALLERGY_ADR'],
  Condition: ['DIAGNOSIS', 'CHINESE_MED'],
  Procedure: ['PROCEDURE'],
  MedicationRequest: ['MEDICATION', 'CHINESE_MED'],
  MedicationDispense: ['MEDICATION'],
  Encounter: ['ENCOUNTER'],
  Appointment: ['ENCOUNTER'],
  DocumentReference: ['CLINICAL_NOTE', 'BIRTH', 'MED_CERT', 'CHINESE_MED'],
  Immunization: ['IMMUNISATION'],
  Observation: ['OBS_LIFESTYLE', 'LAB_REPORT', 'BIRTH', 'RAD_REPORT', 'OTHER_INVESTIGATION'],
  DiagnosticReport: ['LAB_REPORT', 'RAD_REPORT', 'OTHER_INVESTIGATION', 'CLINICAL_NOTE'],
  ImagingStudy: ['RAD_IMAGE'],
  ServiceRequest: ['REFERRAL'],
  Provenance: CLINICAL_SCOPES,
};
