import type { CodeableConcept } from '@causeway/schema/datatypes';
import { objectOf, objectsOf } from '../fhir/elements.js';
import type { Resource } from '../fhir/resource.js';
import { concept, text } from './elements/index.js';

/** Describes the field that every medication record has. */
export const MEDICATION_DESCRIPTION =
  'The medicine, by codes or text; where the source refers to a Medication, what that says or how it is displayed.';

/**
 * The medicine of a MedicationRequest or MedicationDispense: the concept itself, that of a contained Medication, or
 * the words by which the source refers to one.
 */
export function medicationOf(resource: Resource): CodeableConcept | null {
  const stated = concept.read(resource['medicationCodeableConcept']);
  if (stated !== null) return stated;
  const referred = objectOf(resource['medicationReference']);
  if (referred === null) return null;
  const contained = objectsOf(resource['contained']).find(
    ({ resourceType, id }) =>
      resourceType === 'Medication' && referred['reference'] === `#${String(id)}`,
  );
  const display = text.read(referred['display']);
  return (
    concept.read(contained?.['code']) ?? (display === null ? null : { coding: null, text: display })
  );
}
