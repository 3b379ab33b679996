/**
 * Elements that betray another release of FHIR, or a database's own export, where R4 has none of that name. They only
 * make the refusal say more: whatever is not R4 is refused all the same.
 */

const R5: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'participant',
  Appointment: 'class subject reason virtualService recurrenceId',
  Condition: 'participant',
  Consent: 'subject grantor grantee controller manager decision regulatoryBasis policyBasis',
  DiagnosticReport: 'study supportingInfo composition note',
  DocumentReference: 'attester modality bodySite facilityType practiceSetting period version event',
  Encounter: 'actualPeriod plannedStartDate plannedEndDate subjectStatus admission virtualService',
  ImagingStudy: 'partOf procedure reason',
  Immunization: 'informationSource reason administeredProduct basedOn',
  Medication: 'doseForm marketingAuthorizationHolder definition totalVolume',
  MedicationDispense: 'medication recorded notPerformedReason renderedDosageInstruction',
  MedicationRequest: 'medication reason informationSource renderedDosageInstruction device',
  Observation: 'instantiatesCanonical instantiatesReference triggeredBy bodyStructure',
  Organization: 'qualification description',
  PractitionerRole: 'contact availability characteristic communication',
  Procedure: 'occurrenceDateTime occurrencePeriod recorded reason',
  ServiceRequest: 'focus reason',
};

const STU3: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'assertedDate',
  Appointment: 'indication incomingReferral',
  Condition: 'context assertedDate',
  Consent: 'except consentingParty actor action purpose dataPeriod',
  DiagnosticReport: 'context codedDiagnosis image',
  DocumentReference: 'class created indexed',
  Encounter: 'incomingReferral reason',
  ImagingStudy: 'uid accession context patient',
  Immunization: 'notGiven date explanation practitioner vaccinationProtocol',
  Medication: 'isBrand isOverTheCounter package',
  MedicationDispense: 'notDone',
  MedicationRequest: 'context definition',
  Observation: 'context comment related',
  Patient: 'animal',
  Procedure: 'context notDone notDoneReason definition',
  Provenance: 'period',
  'Provenance.agent': 'whoReference whoUri',
  'Observation.related': 'type target',
};

const has = (table: Readonly<Record<string, string>>, owner: string, name: string): boolean =>
  table[owner]?.split(' ').includes(name) ?? false;

/** Where an element that R4 does not have comes from. */
export type ForeignShape = 'R5_SHAPE' | 'STU3_SHAPE' | 'DATABASE_EXPORT' | 'UNKNOWN_ELEMENT';

/** Where an element that R4 does not have comes from, as far as its name tells. */
export function foreignShapeOf(owner: string, name: string): ForeignShape {
  if (name === '_id' || name === '__v' || name.startsWith('$')) return 'DATABASE_EXPORT';
  if (has(R5, owner, name)) return 'R5_SHAPE';
  if (has(STU3, owner, name)) return 'STU3_SHAPE';
  return 'UNKNOWN_ELEMENT';
}
