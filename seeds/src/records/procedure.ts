import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { authorOf, encounterOf, organizationOf, patientOf, record } from './record.js';
import type { Concept } from './terminology.js';

/**
 * A procedure that was done, at a FHIR dateTime.
 *
 * @see https://hl7.org/fhir/R4/procedure.html
 */
export function procedure(about: About, what: Concept, performed: string | undefined): SeedRecord {
  return record(about, 'PROCEDURE', 'Procedure', {
    status: 'completed',
    code: what,
    subject: patientOf(about),
    encounter: encounterOf(about),
    performedDateTime: performed,
    recorder: authorOf(about),
    performer: [{ actor: authorOf(about), onBehalfOf: organizationOf(about) }],
  });
}
