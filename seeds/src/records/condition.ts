import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { authorOf, encounterOf, patientOf, record } from './record.js';
import type { Concept } from './terminology.js';
import { CHINESE_MEDICINE, hl7 } from './terminology.js';

/** What a diagnosis states. */
export interface Diagnosis {
  readonly of: Concept;
  readonly status?: 'active' | 'resolved' | 'remission';
  /** FHIR dateTime. */
  readonly recorded?: string | undefined;
  /** FHIR dateTime. */
  readonly onset?: string;
  readonly category?: 'encounter-diagnosis' | 'problem-list-item';
}

/**
 * A diagnosis.
 *
 * @see https://hl7.org/fhir/R4/condition.html
 */
export function condition(about: About, stated: Diagnosis): SeedRecord {
  return conditionIn('DIAGNOSIS', about, stated);
}

/** A diagnosis of Chinese medicine. */
export function chineseMedicineCondition(about: About, stated: Diagnosis): SeedRecord {
  return conditionIn('CHINESE_MED', about, stated);
}

function conditionIn(
  scope: 'DIAGNOSIS' | 'CHINESE_MED',
  about: About,
  stated: Diagnosis,
): SeedRecord {
  const { of, status = 'active', recorded, onset, category = 'encounter-diagnosis' } = stated;
  return record(about, scope, 'Condition', {
    clinicalStatus: hl7('condition-clinical', status),
    verificationStatus: hl7('condition-ver-status', 'confirmed'),
    category: [
      hl7('condition-category', category),
      ...(scope === 'CHINESE_MED' ? [CHINESE_MEDICINE] : []),
    ],
    code: of,
    subject: patientOf(about),
    encounter: encounterOf(about),
    onsetDateTime: onset,
    recordedDate: recorded,
    recorder: authorOf(about),
  });
}
