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
