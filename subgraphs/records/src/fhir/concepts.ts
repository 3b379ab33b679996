/** Which concepts of a resource say what it is about. */
import { codingOf, objectOf, objectsOf, textOf, valuesAt } from './elements.js';
import type { ReadCoding } from './elements.js';
import type { Resource } from './resource.js';

/**
 * The elements whose concepts say what a record of a type is about, the naming one first; what only describes the
 * record itself (category, status, interpretation) is not among them.
 */
const SUBJECT_MATTER: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['code', 'reaction.substance', 'reaction.manifestation'],
  Appointment: ['serviceType', 'appointmentType', 'reasonCode'],
  Condition: ['code', 'evidence.code'],
  DiagnosticReport: ['code', 'conclusionCode'],
  DocumentReference: ['type', 'context.event'],
  Encounter: ['type', 'serviceType', 'reasonCode'],
  ImagingStudy: ['procedureCode', 'reasonCode', 'series.bodySite'],
  Immunization: ['vaccineCode', 'reasonCode', 'protocolApplied.targetDisease'],
  Medication: ['code', 'ingredient.itemCodeableConcept'],
  MedicationDispense: ['medicationCodeableConcept'],
  MedicationRequest: ['medicationCodeableConcept', 'reasonCode'],
  Observation: ['code', 'valueCodeableConcept', 'component.code', 'component.valueCodeableConcept'],
  Procedure: ['code', 'reasonCode', 'complication', 'usedCode'],
  ServiceRequest: ['code', 'orderDetail', 'reasonCode'],
};

/** A concept: one or more codes for the same thing, or its text alone. */
export interface Concept {
  /** The resource's own element that holds it: `component` for `component.code`. */
  readonly element: string;
  readonly codings: readonly ReadCoding[];
  readonly text: string | null;
}

/** The concepts that say what a resource is about, those of a contained Medication among them. */
export function conceptsOf(resource: Resource): readonly Concept[] {
  const own = (SUBJECT_MATTER[resource.resourceType] ?? []).flatMap((path) =>
    valuesAt(resource, path).map((value) => conceptOf(value, path)),
  );
  const contained = objectsOf(resource['contained'])
    .filter((each) => each['resourceType'] === 'Medication')
    .flatMap((medication) => conceptsOf(medication as Resource))
    .map((concept) => ({ ...concept, element: 'medication' }));
  return [...own, ...contained];
}

function conceptOf(value: unknown, path: string): Concept {
  const object = objectOf(value) ?? {};
  // `series.bodySite` is a Coding, not a CodeableConcept.
  const codings = object['coding'] === undefined ? [object] : objectsOf(object['coding']);
  return {
    element: path.split('.')[0] ?? path,
    codings: codings.map(codingOf).filter((coding) => coding !== null),
    text: textOf(object['text']),
  };
}
