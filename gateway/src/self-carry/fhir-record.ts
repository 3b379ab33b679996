/**
 * A clinical record as a FHIR R4 resource, from what the graph answers of it. The graph's fields are named as R4 names
 * its elements; here stands what is not.
 */
import { dateOf, nameOf } from './describe-record.js';
import { elementOf, elementsOf } from './elements.js';
import type { IsIncluded } from './elements.js';
import { listOf, objectOf, textOf } from './json.js';
import type { JsonObject } from './json.js';
import { narrativeOf } from './narrative.js';
import type { Narrative } from './narrative.js';

/** A FHIR resource. */
export interface FhirResource extends JsonObject {
  readonly resourceType: string;
  readonly id: string;
}

/** Adds what R4 keeps elsewhere than the graph, and takes away what it does not have. */
type Shape = (elements: JsonObject, record: JsonObject) => JsonObject;

/** What R4 requires and the source does not say. */
const UNKNOWN = 'unknown';

/** Whom the source refers to without a name. */
const SOMEBODY = { display: UNKNOWN };

const KEPT_ELSEWHERE = { attachment: { title: 'Kept elsewhere' } };

const SHAPES: Readonly<Record<string, Shape>> = {
  // Their status is clinical and verification status together.
  AllergyIntolerance: (elements, { recordedDate }) => ({
    ...without(elements, 'status'),
    ...present({ recordedDate }),
  }),
  Condition: ({ evidenceDetail, ...elements }, { recordedDate }) => ({
    ...without(elements, 'status'),
    ...present({
      recordedDate,
      evidence: joined(elements['evidence'], evidenceDetail && [{ detail: evidenceDetail }]),
    }),
  }),
  Immunization: ({ reactionDetail, ...elements }, { recordedDate }) => ({
    ...('occurrenceDateTime' in elements ? {} : { occurrenceString: UNKNOWN }),
    ...elements,
    ...named(elements, 'performer', 'actor'),
    ...present({
      recorded: recordedDate,
      reaction: joined(
        elements['reaction'],
        listOf(reactionDetail).map((detail) => ({ detail })),
      ),
    }),
  }),
  MedicationRequest: withMedicine,
  MedicationDispense: (elements) => ({
    ...withMedicine(elements),
    ...named(elements, 'performer', 'actor'),
  }),
  Procedure: (elements) => ({ ...elements, ...named(elements, 'performer', 'actor') }),
  Encounter: (elements) => ({ ...elements, ...named(elements, 'location', 'location') }),
  Appointment: ({ subject, ...elements }) => ({
    participant: [{ actor: subject, status: 'accepted' }],
    ...elements,
  }),
  // How one document relates to another is not in the graph, so R4 has no place for the relation.
  DocumentReference: ({ writtenBy, encounter, related, ...elements }) => {
    const content = listOf(elements['content']).map((each) => ({
      ...KEPT_ELSEWHERE,
      ...objectOf(each),
    }));
    const context = {
      ...objectOf(elements['context']),
      ...present({ encounter: encounter && [encounter], related }),
    };
    return {
      ...without(elements, 'relatesTo'),
      content: content.length > 0 ? content : [KEPT_ELSEWHERE],
      ...present({
        author: writtenBy,
        context: Object.keys(context).length > 0 ? context : undefined,
      }),
    };
  },
  Provenance: (elements, { recordedDate }) => ({
    ...without(elements, 'patient', 'status'),
    ...present({ recorded: recordedDate }),
    agent: [{ who: SOMEBODY }],
    ...named(elements, 'agent', 'who'),
  }),
};

/** Fields of the graph that are told elsewhere in the resource, or are no elements of it. */
const OWN: ReadonlySet<string> = new Set([
  '__typename',
  'id',
  'category',
  'author',
  'security',
  'versionId',
  'text',
  'clinicalDate',
  'recordedDate',
  'provenance',
]);

/** The resource of a record. */
export function resourceOf(record: JsonObject, isIncluded: IsIncluded): FhirResource {
  const type = textOf(record['__typename']) ?? '';
  const fields = Object.entries(record).filter(([name]) => !OWN.has(name));
  const { sourceCategory, ...elements } = elementsOf(Object.fromEntries(fields), isIncluded);
  const security = elementOf(record['security'], isIncluded);
  const shape: Shape = SHAPES[type] ?? ((unchanged) => unchanged);
  return {
    resourceType: type,
    id: textOf(record['id']) ?? '',
    meta: present({ versionId: record['versionId'], security }),
    text: wordsOf(record),
    ...present({ category: sourceCategory }),
    ...shape(elements, record),
  };
}

/** The record in the words of its source, or else in a few of our own. */
function wordsOf(record: JsonObject): Narrative {
  const text = objectOf(record['text']);
  const words = textOf(text?.['div']);
  if (words !== null) return narrativeOf(words, textOf(text?.['status']) ?? 'additional');
  return narrativeOf([dateOf(record), nameOf(record)].filter((part) => part !== '').join(' '));
}

function withMedicine(elements: JsonObject): JsonObject {
  return { medicationCodeableConcept: { text: UNKNOWN }, ...elements };
}

/** The parts of an element, each with somebody or something in the place where R4 requires it. */
function named(elements: JsonObject, element: string, place: string): JsonObject {
  const parts = elements[element];
  if (parts === undefined) return {};
  return { [element]: listOf(parts).map((part) => ({ [place]: SOMEBODY, ...objectOf(part) })) };
}

function without(elements: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(elements).filter(([name]) => !names.includes(name)));
}

/** Two lists as one; undefined where nothing is in either. */
function joined(first: unknown, second: unknown): readonly unknown[] | undefined {
  const items = [...listOf(first), ...listOf(second)];
  return items.length === 0 ? undefined : items;
}

/** The elements that are there. */
function present(elements: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(elements).filter(([, value]) => value !== undefined && value !== null),
  );
}
