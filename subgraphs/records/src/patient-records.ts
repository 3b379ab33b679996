import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RecordsContext } from './context.js';
import { Lists } from './listing.js';
import type { ListOfRecords } from './listing.js';
import { RecordSummary } from './record-summary.js';
import { Patient } from './types/index.js';

/** What Patient has in this subgraph: the lists of records, and their summary. */
@Resolver(() => Patient)
export class PatientRecords {
  @Lists('AllergyIntolerance', 'ALLERGY_ADR', 'Allergies, intolerances and adverse drug reactions.')
  readonly allergyIntolerances!: ListOfRecords;

  @Lists('Condition', 'DIAGNOSIS', 'Diagnoses and other problems.')
  readonly conditions!: ListOfRecords;

  @Lists('Procedure', 'PROCEDURE', 'Operations and other procedures.')
  readonly procedures!: ListOfRecords;

  @Lists('MedicationRequest', 'MEDICATION', 'Prescriptions and other orders of medicines.')
  readonly medicationRequests!: ListOfRecords;

  @Lists('MedicationDispense', 'MEDICATION', 'Medicines handed over.')
  readonly medicationDispenses!: ListOfRecords;

  @Lists('Encounter', 'ENCOUNTER', 'Stays, visits and other contacts.')
  readonly encounters!: ListOfRecords;

  @Lists('Appointment', 'ENCOUNTER', 'Appointments.')
  readonly appointments!: ListOfRecords;

  @Lists('DocumentReference', 'CLINICAL_NOTE', 'Clinical notes and summaries.')
  readonly clinicalNotes!: ListOfRecords;

  @Lists('DiagnosticReport', 'CLINICAL_NOTE', 'Clinical notes that the source keeps as reports.')
  readonly clinicalNoteReports!: ListOfRecords;

  @Lists('DocumentReference', 'BIRTH', 'Birth records.')
  readonly birthRecords!: ListOfRecords;

  @Lists('Observation', 'BIRTH', 'What was observed of the patient at birth.')
  readonly birthObservations!: ListOfRecords;

  @Lists('Immunization', 'IMMUNISATION', 'Vaccines given, or not given.')
  readonly immunizations!: ListOfRecords;

  @Lists('DiagnosticReport', 'LAB_REPORT', 'Laboratory reports.')
  readonly laboratoryReports!: ListOfRecords;

  @Lists('Observation', 'LAB_REPORT', 'Laboratory results.')
  readonly laboratoryObservations!: ListOfRecords;

  @Lists('DiagnosticReport', 'RAD_REPORT', 'Radiology reports.')
  readonly radiologyReports!: ListOfRecords;

  @Lists('Observation', 'RAD_REPORT', 'Findings of radiology.')
  readonly radiologyObservations!: ListOfRecords;

  @Lists('ImagingStudy', 'RAD_IMAGE', 'Radiology images.')
  readonly imagingStudies!: ListOfRecords;

  @Lists('DiagnosticReport', 'OTHER_INVESTIGATION', 'Reports of other investigations.')
  readonly otherInvestigationReports!: ListOfRecords;

  @Lists('Observation', 'OTHER_INVESTIGATION', 'Findings of other investigations.')
  readonly otherInvestigationObservations!: ListOfRecords;

  @Lists('ServiceRequest', 'REFERRAL', 'Referrals and other requests for a service.')
  readonly serviceRequests!: ListOfRecords;

  @Lists('Observation', 'OBS_LIFESTYLE', 'Vital signs and what is known of the way of living.')
  readonly observations!: ListOfRecords;

  @Lists('DocumentReference', 'MED_CERT', 'Medical certificates.')
  readonly medicalCertificates!: ListOfRecords;

  @Lists('Condition', 'CHINESE_MED', 'Diagnoses of Chinese medicine.')
  readonly chineseMedicineConditions!: ListOfRecords;

  @Lists('MedicationRequest', 'CHINESE_MED', 'Prescriptions of Chinese medicine.')
  readonly chineseMedicineRequests!: ListOfRecords;

  @Lists('DocumentReference', 'CHINESE_MED', 'Notes of Chinese medicine.')
  readonly chineseMedicineNotes!: ListOfRecords;

  @FieldResolver(() => RecordSummary, {
    nullable: true,
    description: 'How many records there are in each category, and of when the newest is.',
  })
  async recordSummary(
    @Root() patient: Patient,
    @Ctx() context: RecordsContext,
  ): Promise<RecordSummary | null> {
    const permit = context.permitFor(patient.id);
    if (permit === undefined) return null;
    return new RecordSummary(patient, permit, await context.loaders.summaryOf.load(patient.id));
  }
}
