/** The record types of the graph: one for each FHIR resource that holds clinical records. */
export { AllergyIntolerance } from './allergy-intolerance.js';
export { Appointment } from './appointment.js';
export { ClinicalRecord } from './clinical-record.js';
export { Condition } from './condition.js';
export { DiagnosticReport } from './diagnostic-report.js';
export { DocumentReference } from './document-reference.js';
export { Encounter } from './encounter.js';
export { ImagingStudy } from './imaging-study.js';
export { Immunization } from './immunization.js';
export { MedicationDispense } from './medication-dispense.js';
export { MedicationRequest } from './medication-request.js';
export { Observation } from './observation.js';
export { Patient } from './patient.js';
export { Procedure } from './procedure.js';
export { Provenance } from './provenance.js';
export { recordOf, registeredType } from './registry.js';
export { ServiceRequest } from './service-request.js';
