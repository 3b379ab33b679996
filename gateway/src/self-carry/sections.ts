/**
 * The sections of an International Patient Summary, by their LOINC codes, and which of a patient's records each holds.
 *
 * @see https://hl7.org/fhir/uv/ips/StructureDefinition-Composition-uv-ips.html
 */
import type { ClinicalScope } from '@causeway/schema';

/** A section of the document. */
export interface SectionKind {
  readonly title: string;
  /** LOINC. */
  readonly code: string;
  readonly display: string;
  /** Whether every summary has it, empty or not. */
  readonly isRequired: boolean;
}

const section = (
  title: string,
  code: string,
  display: string,
  isRequired = false,
): SectionKind => ({ title, code, display, isRequired });

/** The sections, in the order of the document: the three that every summary has come first. */
export const SECTIONS = {
  MEDICATIONS: section('Medications', '10160-0', 'History of Medication use Narrative', true),
  ALLERGIES: section(
    'Allergies and intolerances',
    '48765-2',
    'Allergies and adverse reactions Document',
    true,
  ),
  PROBLEMS: section('Problems', '11450-4', 'Problem list - Reported', true),
  PAST_ILLNESS: section('Past illness', '11348-0', 'History of Past illness Narrative'),
  IMMUNIZATIONS: section('Immunisations', '11369-6', 'History of Immunization Narrative'),
  PROCEDURES: section('Procedures', '47519-4', 'History of Procedures Document'),
  RESULTS: section('Results', '30954-2', 'Relevant diagnostic tests/laboratory data Narrative'),
  IMAGING: section('Diagnostic imaging', '18748-4', 'Diagnostic imaging study'),
  VITAL_SIGNS: section('Vital signs', '8716-3', 'Vital signs'),
  SOCIAL_HISTORY: section('Social history', '29762-2', 'Social history Narrative'),
  FINDINGS: section('Findings', '29545-1', 'Physical findings Narrative'),
  ENCOUNTERS: section(
    'Encounters and appointments',
    '46240-8',
    'History of Hospitalizations+Outpatient visits Narrative',
  ),
  REFERRALS: section('Referrals and plans', '18776-5', 'Plan of care note'),
  DOCUMENTS: section('Notes and documents', '34109-9', 'Note'),
} as const satisfies Record<string, SectionKind>;

/** The name of a section. */
export type SectionName = keyof typeof SECTIONS;

/** The names of the sections, in the order of the document. */
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];

/** A list of a patient's records in the graph, and where its records stand in the document. */
export interface RecordList {
  /** The field of `Patient`. */
  readonly field: string;
  /** The category that it lists. */
  readonly category: ClinicalScope;
  readonly section: SectionName;
}

const list = (field: string, category: ClinicalScope, section: SectionName): RecordList => ({
  field,
  category,
  section,
});

/** Every list of records that a patient has in the graph. */
export const RECORD_LISTS: readonly RecordList[] = [
  list('medicationRequests', 'MEDICATION', 'MEDICATIONS'),
  list('medicationDispenses', 'MEDICATION', 'MEDICATIONS'),
  list('chineseMedicineRequests', 'CHINESE_MED', 'MEDICATIONS'),
  list('allergyIntolerances', 'ALLERGY_ADR', 'ALLERGIES'),
  list('conditions', 'DIAGNOSIS', 'PROBLEMS'),
  list('chineseMedicineConditions', 'CHINESE_MED', 'PROBLEMS'),
  list('immunizations', 'IMMUNISATION', 'IMMUNIZATIONS'),
  list('procedures', 'PROCEDURE', 'PROCEDURES'),
  list('laboratoryReports', 'LAB_REPORT', 'RESULTS'),
  list('laboratoryObservations', 'LAB_REPORT', 'RESULTS'),
  list('radiologyReports', 'RAD_REPORT', 'RESULTS'),
  list('radiologyObservations', 'RAD_REPORT', 'RESULTS'),
  list('otherInvestigationReports', 'OTHER_INVESTIGATION', 'RESULTS'),
  list('otherInvestigationObservations', 'OTHER_INVESTIGATION', 'RESULTS'),
  list('imagingStudies', 'RAD_IMAGE', 'IMAGING'),
  list('observations', 'OBS_LIFESTYLE', 'FINDINGS'),
  list('birthObservations', 'BIRTH', 'FINDINGS'),
  list('encounters', 'ENCOUNTER', 'ENCOUNTERS'),
  list('appointments', 'ENCOUNTER', 'ENCOUNTERS'),
  list('serviceRequests', 'REFERRAL', 'REFERRALS'),
  list('clinicalNotes', 'CLINICAL_NOTE', 'DOCUMENTS'),
  list('clinicalNoteReports', 'CLINICAL_NOTE', 'DOCUMENTS'),
  list('birthRecords', 'BIRTH', 'DOCUMENTS'),
  list('medicalCertificates', 'MED_CERT', 'DOCUMENTS'),
  list('chineseMedicineNotes', 'CHINESE_MED', 'DOCUMENTS'),
];
