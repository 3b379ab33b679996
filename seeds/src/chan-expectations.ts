/**
 * What of Chan Tai Man's record stands in each connection of the graph, counted by hand: by confidentiality, and by
 * whether it lies within a look-back of three years from the day of the world.
 */
import type { ClinicalScope, Confidentiality } from '@causeway/schema';
import type { RecordType } from '@causeway/records';

/** Records by clinical date: within three years, before, and without any date. */
export interface Tally {
  readonly within: number;
  readonly beyond: number;
  readonly undated: number;
}

/** What a connection of the graph holds. */
export interface Expectation {
  readonly category: ClinicalScope;
  readonly type: RecordType;
  readonly counts: Readonly<Record<Confidentiality, Tally>>;
}

const NONE: Tally = { within: 0, beyond: 0, undated: 0 };

/** The connections of `Patient` in the records subgraph, by field. */
export const CHAN_EXPECTATIONS = {
  allergyIntolerances: expect('ALLERGY_ADR', 'AllergyIntolerance', {
    N: [7, 4, 1],
    R: [2, 1],
    V: [1, 1],
  }),
  conditions: expect('DIAGNOSIS', 'Condition', { N: [6, 4, 1], R: [2, 1], V: [1, 1] }),
  procedures: expect('PROCEDURE', 'Procedure', { N: [3, 1, 1], R: [1] }),
  medicationRequests: expect('MEDICATION', 'MedicationRequest', {
    N: [8, 6, 1],
    R: [2, 1],
    V: [1, 1],
  }),
  medicationDispenses: expect('MEDICATION', 'MedicationDispense', {
    N: [3, 1],
    R: [1],
    V: [1],
  }),
  encounters: expect('ENCOUNTER', 'Encounter', { N: [13, 5], R: [1, 1], V: [1] }),
  appointments: expect('ENCOUNTER', 'Appointment', { N: [3, 1], R: [1] }),
  clinicalNoteReports: expect('CLINICAL_NOTE', 'DiagnosticReport', { N: [0] }),
  clinicalNotes: expect('CLINICAL_NOTE', 'DocumentReference', { N: [2, 1], R: [2], V: [1] }),
  birthRecords: expect('BIRTH', 'DocumentReference', { N: [0, 1] }),
  birthObservations: expect('BIRTH', 'Observation', { N: [0, 1] }),
  immunizations: expect('IMMUNISATION', 'Immunization', { N: [4, 5] }),
  laboratoryReports: expect('LAB_REPORT', 'DiagnosticReport', {
    N: [13, 10, 1],
    R: [2, 1],
    V: [1, 1],
  }),
  laboratoryObservations: expect('LAB_REPORT', 'Observation', {
    N: [22, 14, 2],
    R: [3, 1],
    V: [1, 1],
  }),
  radiologyObservations: expect('RAD_REPORT', 'Observation', { N: [0] }),
  radiologyReports: expect('RAD_REPORT', 'DiagnosticReport', { N: [4, 2], R: [1], V: [1] }),
  imagingStudies: expect('RAD_IMAGE', 'ImagingStudy', { N: [4, 2, 1], R: [2, 1], V: [1, 1] }),
  otherInvestigationObservations: expect('OTHER_INVESTIGATION', 'Observation', { N: [0] }),
  otherInvestigationReports: expect('OTHER_INVESTIGATION', 'DiagnosticReport', {
    N: [2, 1],
    R: [1],
  }),
  serviceRequests: expect('REFERRAL', 'ServiceRequest', { N: [1, 1], R: [1] }),
  observations: expect('OBS_LIFESTYLE', 'Observation', { N: [13, 8], R: [1] }),
  medicalCertificates: expect('MED_CERT', 'DocumentReference', { N: [1, 1] }),
  chineseMedicineConditions: expect('CHINESE_MED', 'Condition', { N: [1, 1] }),
  chineseMedicineRequests: expect('CHINESE_MED', 'MedicationRequest', { N: [1, 1] }),
  chineseMedicineNotes: expect('CHINESE_MED', 'DocumentReference', { N: [0] }),
} as const satisfies Readonly<Record<string, Expectation>>;

/** A connection of `Patient` in the records subgraph. */
export type RecordField = keyof typeof CHAN_EXPECTATIONS;

/** How many records a caller finds in a connection: of some levels, from the look-back on or whatever their date. */
export function expectedCount(
  field: RecordField,
  levels: readonly Confidentiality[],
  window: 'THREE_YEARS' | 'UNBOUNDED',
): number {
  const { counts } = CHAN_EXPECTATIONS[field];
  return levels
    .map((level) => counts[level])
    .map(({ within, beyond, undated }) =>
      window === 'THREE_YEARS' ? within : within + beyond + undated,
    )
    .reduce((sum, count) => sum + count, 0);
}

type Row = readonly [within: number, beyond?: number, undated?: number];

function expect(
  category: ClinicalScope,
  type: RecordType,
  counts: { readonly N: Row; readonly R?: Row; readonly V?: Row },
): Expectation {
  return {
    category,
    type,
    counts: { N: tally(counts.N), R: tally(counts.R), V: tally(counts.V) },
  };
}

function tally(row: Row | undefined): Tally {
  if (row === undefined) return NONE;
  const [within, beyond = 0, undated = 0] = row;
  return { within, beyond, undated };
}
