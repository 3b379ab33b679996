import { elementsOf } from './elements.js';
import type { IsIncluded } from './elements.js';
import type { FhirResource } from './fhir-record.js';
import { listOf, objectOf, textOf } from './json.js';
import type { JsonObject } from './json.js';
import { narrativeOf } from './narrative.js';

/** R4 has no element for the language of a name, which the graph tells. */
const NAME_ELEMENTS = ['use', 'text', 'family', 'given', 'prefix', 'suffix', 'period'] as const;

/** The patient as a FHIR R4 resource. */
export function patientResource(patient: JsonObject, isIncluded: IsIncluded): FhirResource {
  const { id, deceased, deceasedBoolean, ...known } = patient;
  const { name, gender, ...elements } = elementsOf(known, isIncluded);
  const names = listOf(name).map((each) => {
    const given = objectOf(each) ?? {};
    return Object.fromEntries(
      NAME_ELEMENTS.filter((element) => element in given).map((key) => [key, given[key]]),
    );
  });
  const words = names.map((each) => textOf(each['text'])).filter((text) => text !== null);
  return {
    resourceType: 'Patient',
    id: textOf(id) ?? '',
    text: narrativeOf(words.join(' / ') || 'The patient'),
    ...elements,
    ...(names.length > 0 && { name: names }),
    ...(typeof gender === 'string' && { gender: gender.toLowerCase() }),
    ...(typeof deceased === 'string'
      ? { deceasedDateTime: deceased }
      : typeof deceasedBoolean === 'boolean' && { deceasedBoolean }),
  };
}
