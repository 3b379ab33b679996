/**
 * The date of a record that look-back periods are compared with (`domain.md` 4.2): per type its recorded or
 * performed date, else its encounter's start, else when a Provenance says it was recorded.
 */
import { earliestInstant } from '@causeway/schema';
import { textAt } from './elements.js';
import type { Resource } from './resource.js';

/** Per type, the elements that hold its date, in the order they are tried. */
const CLINICAL_DATES: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['recordedDate', 'onsetDateTime', 'onsetPeriod.start'],
  Appointment: ['start'],
  Condition: ['recordedDate', 'onsetDateTime', 'onsetPeriod.start'],
  DiagnosticReport: ['effectiveDateTime', 'effectivePeriod.start', 'issued'],
  DocumentReference: ['date', 'context.period.start'],
  Encounter: ['period.start'],
  ImagingStudy: ['started'],
  Immunization: ['occurrenceDateTime', 'recorded'],
  MedicationDispense: ['whenHandedOver', 'whenPrepared'],
  MedicationRequest: ['authoredOn'],
  Observation: [
    'effectiveDateTime',
    'effectivePeriod.start',
    'effectiveInstant',
    'effectiveTiming.event',
    'issued',
  ],
  Procedure: ['performedDateTime', 'performedPeriod.start'],
  Provenance: ['occurredDateTime', 'occurredPeriod.start', 'recorded'],
  ServiceRequest: ['authoredOn', 'occurrenceDateTime', 'occurrencePeriod.start'],
};

/** Per type, the element that says when it was recorded. */
const RECORDED_DATES: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'recordedDate',
  Appointment: 'created',
  Condition: 'recordedDate',
  DiagnosticReport: 'issued',
  DocumentReference: 'date',
  Immunization: 'recorded',
  MedicationRequest: 'authoredOn',
  Observation: 'issued',
  Provenance: 'recorded',
  ServiceRequest: 'authoredOn',
};

/** Dates that stand beside a resource, for one that has none itself. */
export interface DatesAround {
  /** FHIR dateTime: the start of its encounter. */
  readonly encounterStart?: string | null;
  /** FHIR instant: when a Provenance of it was recorded. */
  readonly provenanceRecorded?: string | null;
}

/** The FHIR dateTime of a record as its source wrote it; null for a record without any date, which denies it. */
export function clinicalDateOf(resource: Resource, around: DatesAround = {}): string | null {
  const own = (CLINICAL_DATES[resource.resourceType] ?? []).map((path) => textAt(resource, path));
  const all = [...own, around.encounterStart ?? null, around.provenanceRecorded ?? null];
  return all.find((text) => earliestInstant(text) !== null) ?? null;
}

/** The FHIR dateTime at which a record says it was recorded. */
export function recordedDateOf(resource: Resource): string | null {
  const path = RECORDED_DATES[resource.resourceType];
  const text = path === undefined ? null : textAt(resource, path);
  return earliestInstant(text) === null ? null : text;
}
