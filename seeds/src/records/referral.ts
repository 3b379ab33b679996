import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { authorOf, encounterOf, patientOf, record, referenceTo } from './record.js';
import type { Concept } from './terminology.js';

/**
 * A referral to another organisation, on a FHIR dateTime.
 *
 * @see https://hl7.org/fhir/R4/servicerequest.html
 */
export function referral(
  about: About,
  service: Concept,
  authored: string,
  to: string,
  reason?: Concept,
): SeedRecord {
  return record(about, 'REFERRAL', 'ServiceRequest', {
    status: 'active',
    intent: 'order',
    category: [
      {
        coding: [
          { system: 'http://snomed.info/sct', code: '3457005', display: 'Patient referral' },
        ],
      },
    ],
    code: service,
    subject: patientOf(about),
    encounter: encounterOf(about),
    authoredOn: authored,
    requester: authorOf(about),
    performer: [referenceTo('Organization', to)],
    reasonCode: reason === undefined ? undefined : [reason],
  });
}
