import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { authorOf, encounterOf, patientOf, record } from './record.js';
import type { Concept } from './terminology.js';
import { hl7 } from './terminology.js';

/** What an allergy or adverse drug reaction states. */
export interface Allergy {
  readonly to: Concept;
  readonly kind: 'food' | 'medication' | 'environment';
  readonly severity?: 'low' | 'high';
  /** FHIR dateTime. */
  readonly recorded?: string | undefined;
  /** FHIR dateTime. */
  readonly onset?: string;
  readonly reaction?: Concept;
  /** HL7 allergyintolerance-verification. */
  readonly verification?: 'confirmed' | 'unconfirmed' | 'refuted';
}

/**
 * An allergy or adverse drug reaction.
 *
 * @see https://hl7.org/fhir/R4/allergyintolerance.html
 */
export function allergy(about: About, stated: Allergy): SeedRecord {
  const { to, kind, severity, recorded, onset, reaction, verification = 'confirmed' } = stated;
  return record(about, 'ALLERGY_ADR', 'AllergyIntolerance', {
    clinicalStatus: hl7(
      'allergyintolerance-clinical',
      verification === 'refuted' ? 'resolved' : 'active',
    ),
    verificationStatus: hl7('allergyintolerance-verification', verification),
    type: 'allergy',
    category: [kind],
    criticality: severity,
    code: to,
    patient: patientOf(about),
    encounter: encounterOf(about),
    onsetDateTime: onset,
    recordedDate: recorded,
    recorder: authorOf(about),
    reaction: reaction === undefined ? undefined : [{ manifestation: [reaction] }],
  });
}
