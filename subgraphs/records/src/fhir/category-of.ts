/**
 * The sharable category of a resource (`domain.md` 4.2), by its type and, where a type holds several, by its codes.
 * The list is closed: a type or a code that it does not know is not sharable.
 */
import type { ClinicalScope } from '@causeway/schema';
import {
  BIRTH_DOCUMENTS,
  BIRTH_OBSERVATIONS,
  BIRTH_RECORD,
  CHINESE_MEDICINE,
  LIFESTYLE_OBSERVATIONS,
  MEDICAL_CERTIFICATE,
  NOTE_TYPES,
  OBSERVATION_CATEGORIES,
  REPORT_CATEGORIES,
  TRADITIONAL_MEDICINE,
} from './category-codes.js';
import { codingsAt, textOf, valuesAt } from './elements.js';
import type { Resource } from './resource.js';

/** The category of a record; null where it is not sharable. A Provenance has none of its own: it takes its target's. */
export function categoryOf(resource: Resource): ClinicalScope | null {
  switch (resource.resourceType) {
    case 'AllergyIntolerance':
      return 'ALLERGY_ADR';
    case 'Condition':
      return isChineseMedicine(resource) ? 'CHINESE_MED' : 'DIAGNOSIS';
    case 'Procedure':
      return 'PROCEDURE';
    case 'MedicationRequest':
      return isChineseMedicine(resource) ? 'CHINESE_MED' : 'MEDICATION';
    case 'MedicationDispense':
      return 'MEDICATION';
    case 'Encounter':
    case 'Appointment':
      return 'ENCOUNTER';
    case 'Immunization':
      return 'IMMUNISATION';
    case 'ImagingStudy':
      return 'RAD_IMAGE';
    case 'ServiceRequest':
      return 'REFERRAL';
    case 'DocumentReference':
      return categoryOfDocument(resource);
    case 'DiagnosticReport':
      return categoryOfReport(resource);
    case 'Observation':
      return categoryOfObservation(resource);
    default:
      return null;
  }
}

function categoryOfDocument(resource: Resource): ClinicalScope {
  const words = textsAt(resource, ['type', 'category', 'description', 'content.attachment.title']);
  if (isChineseMedicine(resource)) return 'CHINESE_MED';
  if (MEDICAL_CERTIFICATE.test(words)) return 'MED_CERT';
  if (hasCode(resource, 'type', BIRTH_DOCUMENTS) || BIRTH_RECORD.test(words)) return 'BIRTH';
  return 'CLINICAL_NOTE';
}

function categoryOfReport(resource: Resource): ClinicalScope {
  const known = codingsAt(resource, 'category')
    .map(({ code }) => (code !== null ? own(REPORT_CATEGORIES, code) : undefined))
    .find((category) => category !== undefined);
  if (known !== undefined) return known;
  const isNote = ['code', 'category'].some((path) => hasCode(resource, path, NOTE_TYPES));
  return isNote && resource['result'] === undefined ? 'CLINICAL_NOTE' : 'OTHER_INVESTIGATION';
}

function categoryOfObservation(resource: Resource): ClinicalScope | null {
  if (hasCode(resource, 'code', BIRTH_OBSERVATIONS)) return 'BIRTH';
  const known = codingsAt(resource, 'category')
    .map(({ code }) => (code !== null ? own(OBSERVATION_CATEGORIES, code) : undefined))
    .filter((category) => category !== undefined);
  // A survey on social determinants carries two codes for one category; laboratory speaks louder than its subclass.
  if (known.includes('LAB_REPORT')) return 'LAB_REPORT';
  if (known[0] !== undefined) return known[0];
  if (hasCode(resource, 'code', LIFESTYLE_OBSERVATIONS)) return 'OBS_LIFESTYLE';
  return resource['specimen'] === undefined ? null : 'LAB_REPORT';
}

function isChineseMedicine(resource: Resource): boolean {
  const paths = ['category', 'context.practiceSetting', 'method'];
  const isTraditional = codingsAt(resource, 'code').some(
    ({ system, code }) =>
      TRADITIONAL_MEDICINE.system.test(system ?? '') && TRADITIONAL_MEDICINE.code.test(code ?? ''),
  );
  return isTraditional || CHINESE_MEDICINE.test(textsAt(resource, paths));
}

/** The texts and displays of concepts, and texts themselves, at the given paths. */
function textsAt(resource: Resource, paths: readonly string[]): string {
  return paths
    .flatMap((path) => [
      ...valuesAt(resource, path),
      ...valuesAt(resource, `${path}.text`),
      ...valuesAt(resource, `${path}.coding.display`),
    ])
    .map(textOf)
    .filter((text) => text !== null)
    .join('\n');
}

function hasCode(resource: Resource, path: string, known: ReadonlySet<string>): boolean {
  return codingsAt(resource, path).some(({ code }) => code !== null && known.has(code));
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
