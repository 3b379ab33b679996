/** A record in a few words, from what the graph answers of it. */
import { listOf, objectOf, textOf } from './json.js';
import type { JsonObject } from './json.js';

/** The elements that say what a record is, the first that is there counts. */
const NAMES = [
  'code',
  'vaccineCode',
  'medicationCodeableConcept',
  'type',
  'serviceType',
  'procedureCode',
  'activity',
  'class',
  'sourceCategory',
] as const;

/** What a record is, in words. */
export function nameOf(record: JsonObject): string {
  for (const element of NAMES) {
    const words = conceptOf(record[element]);
    if (words !== null) return words;
  }
  return textOf(record['description']) ?? textOf(record['__typename']) ?? 'Record';
}

/** When it happened, as the source says it; empty where it does not. */
export function dateOf(record: JsonObject): string {
  return textOf(record['clinicalDate']) ?? textOf(record['recordedDate']) ?? '';
}

/** What it found or how it stands, in words; empty where it says neither. */
export function stateOf(record: JsonObject): string {
  const value =
    quantityOf(record['valueQuantity']) ??
    conceptOf(record['valueCodeableConcept']) ??
    textOf(record['valueString']) ??
    textOf(record['conclusion']);
  return [value, textOf(record['status'])].filter((words) => words !== null).join(', ');
}

/** The organisation that made it, by name; empty where none is known. */
export function authorOf(record: JsonObject): string {
  return textOf(objectOf(record['author'])?.['name']) ?? '';
}

/** The words of a CodeableConcept, a Coding or the first of a list; null where there are none. */
function conceptOf(value: unknown): string | null {
  const concept = objectOf(value) ?? objectOf(listOf(value)[0]);
  if (concept === null) return null;
  const own = textOf(concept['text']) ?? textOf(concept['display']);
  if (own !== null) return own;
  const codings = listOf(concept['coding']).map(objectOf);
  const displays = codings.map((coding) => textOf(coding?.['display']));
  const codes = [...codings, concept].map((coding) => textOf(coding?.['code']));
  return [...displays, ...codes].find((words) => words !== null) ?? null;
}

function quantityOf(value: unknown): string | null {
  const quantity = objectOf(value);
  const amount = quantity?.['value'];
  if (quantity === null || typeof amount !== 'number') return null;
  const unit = textOf(quantity['unit']) ?? textOf(quantity['code']);
  const parts = [textOf(quantity['comparator']), String(amount), unit];
  return parts.filter((part) => part !== null).join(' ');
}
