/** Builders of invented resources for the tests of this folder. */
import type { Resource } from '../resource.js';

/** A concept of one code. */
export function concept(system: string, code: string, display?: string): object {
  return { coding: [{ system, code, ...(display !== undefined && { display }) }] };
}

/** SNOMED CT. */
export const SNOMED = 'http://snomed.info/sct';

/** LOINC. */
export const LOINC = 'http://loinc.org';

/** An invented Observation of a heart rate, with what a test adds or takes away. */
export function observation(changes: Readonly<Record<string, unknown>> = {}): Resource {
  return {
    resourceType: 'Observation',
    id: 'invented-heart-rate',
    status: 'final',
    category: [
      concept('http://terminology.hl7.org/CodeSystem/observation-category', 'vital-signs'),
    ],
    code: concept(LOINC, '8867-4', 'Heart rate'),
    subject: { reference: 'Patient/invented' },
    effectiveDateTime: '2024-03-01T09:30:00+08:00',
    valueQuantity: { value: 72, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
    ...changes,
  };
}

/** An invented resource of a type, with nothing but what a test gives it. */
export function resource(
  resourceType: string,
  elements: Readonly<Record<string, unknown>> = {},
): Resource {
  return { resourceType, ...elements };
}
