import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { encounterOf, patientOf, performersOf, record } from './record.js';
import type { Concept } from './terminology.js';

/**
 * A vaccination, on a FHIR dateTime.
 *
 * @see https://hl7.org/fhir/R4/immunization.html
 */
export function immunization(about: About, vaccine: Concept, occurrence: string): SeedRecord {
  return record(about, 'IMMUNISATION', 'Immunization', {
    status: 'completed',
    vaccineCode: vaccine,
    patient: patientOf(about),
    encounter: encounterOf(about),
    occurrenceDateTime: occurrence,
    primarySource: true,
    performer: performersOf(about).map((actor) => ({ actor })),
  });
}
