import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { authorOf, organizationOf, patientOf, record } from './record.js';
import type { Concept } from './terminology.js';
import { SYSTEMS } from './terminology.js';

const CLASSES = { AMB: 'ambulatory', IMP: 'inpatient encounter', EMER: 'emergency' } as const;

/** What an encounter states. */
export interface Visit {
  readonly class: keyof typeof CLASSES;
  readonly type: Concept;
  /** FHIR dateTimes; an encounter without an end is in progress. */
  readonly start: string;
  readonly end?: string;
  readonly reason?: Concept;
}

/**
 * An encounter.
 *
 * @see https://hl7.org/fhir/R4/encounter.html
 */
export function encounter(about: About, stated: Visit): SeedRecord {
  const { type, start, end, reason } = stated;
  return record(about, 'ENCOUNTER', 'Encounter', {
    status: end === undefined ? 'in-progress' : 'finished',
    class: { system: SYSTEMS.actCode, code: stated.class, display: CLASSES[stated.class] },
    type: [type],
    subject: patientOf(about),
    participant: [{ individual: authorOf(about) }],
    period: { start, end },
    reasonCode: reason === undefined ? undefined : [reason],
    serviceProvider: organizationOf(about),
  });
}

/** An appointment's times (FHIR instants) and what it is for. */
export interface Booking {
  readonly start: string;
  readonly end: string;
  readonly service: Concept;
  readonly status: 'booked' | 'fulfilled' | 'noshow' | 'cancelled';
}

/**
 * An appointment.
 *
 * @see https://hl7.org/fhir/R4/appointment.html
 */
export function appointment(about: About, { start, end, service, status }: Booking): SeedRecord {
  return record(about, 'ENCOUNTER', 'Appointment', {
    status,
    serviceType: [service],
    start,
    end,
    participant: [
      { actor: patientOf(about), status: 'accepted' },
      { actor: authorOf(about), status: 'accepted' },
    ],
  });
}
