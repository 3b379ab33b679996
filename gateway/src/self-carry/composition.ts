/**
 * The Composition of an International Patient Summary: what the document holds, section by section.
 *
 * @see https://hl7.org/fhir/uv/ips/StructureDefinition-Composition-uv-ips.html
 */
import { randomUUID } from 'node:crypto';
import type { ClinicalScope } from '@causeway/schema';
import type { ListedRecord, Selection } from './collect.js';
import { authorOf, dateOf, nameOf, stateOf } from './describe-record.js';
import { urnOf } from './elements.js';
import type { FhirResource } from './fhir-record.js';
import { listOf, objectOf, textOf } from './json.js';
import type { JsonObject } from './json.js';
import { narrativeOf, tableOf } from './narrative.js';
import { RECORD_LISTS, SECTIONS, SECTION_NAMES } from './sections.js';
import type { SectionName } from './sections.js';

/** What a Composition is made of. */
export interface Contents {
  /** Ids of the Patient and of the Device that is the author. */
  readonly patient: string;
  readonly device: string;
  readonly records: readonly ListedRecord[];
  /** The categories that the patient chose. */
  readonly categories: ReadonlySet<ClinicalScope>;
  readonly period: Selection['period'];
  /** When the document is made. */
  readonly timestamp: string;
}

/** The Composition of a document. */
export function compositionOf(contents: Contents): FhirResource {
  const { patient, device, records, period, timestamp } = contents;
  const isRestricted = records.some(({ record }) =>
    listOf(record['security']).some((label) =>
      ['R', 'V'].includes(textOf(objectOf(label)?.['code']) ?? ''),
    ),
  );
  return {
    resourceType: 'Composition',
    id: randomUUID(),
    meta: { profile: ['http://hl7.org/fhir/uv/ips/StructureDefinition/Composition-uv-ips'] },
    language: 'en',
    text: narrativeOf('Patient summary, made for the patient from their own record'),
    status: 'final',
    type: loinc('60591-5', 'Patient summary Document'),
    subject: { reference: urnOf(patient) },
    date: timestamp,
    author: [{ reference: urnOf(device) }],
    title: `Patient summary of ${timestamp.slice(0, 10)}`,
    confidentiality: isRestricted ? 'R' : 'N',
    ...(period !== null && { event: [{ period: bounds(period) }] }),
    section: sectionsWith(contents),
  };
}

function sectionsWith({ records, categories }: Contents): readonly JsonObject[] {
  const bySection = new Map<SectionName, JsonObject[]>();
  for (const { list, record } of records) {
    const name = sectionOf(list.section, record);
    bySection.set(name, [...(bySection.get(name) ?? []), record]);
  }
  return SECTION_NAMES.flatMap((name) => {
    const { title, code, display, isRequired } = SECTIONS[name];
    const entries = bySection.get(name) ?? [];
    if (entries.length === 0 && !isRequired) return [];
    const content = entries.length > 0 ? filled(entries) : empty(name, categories);
    return [{ title, code: loinc(code, display), ...content }];
  });
}

/** The section of a record: that of its list, unless the record itself says more. */
function sectionOf(listed: SectionName, record: JsonObject): SectionName {
  switch (listed) {
    case 'PROBLEMS':
      return hasCode(record['clinicalStatus'], PAST) ? 'PAST_ILLNESS' : listed;
    case 'FINDINGS':
      if (hasCode(record['sourceCategory'], ['vital-signs'])) return 'VITAL_SIGNS';
      return hasCode(record['sourceCategory'], ['social-history']) ? 'SOCIAL_HISTORY' : listed;
    default:
      return listed;
  }
}

/** Clinical status codes of what a patient had and has no more. */
const PAST = ['inactive', 'remission', 'resolved'];

function hasCode(concepts: unknown, codes: readonly string[]): boolean {
  const all = Array.isArray(concepts) ? concepts : [concepts];
  return all
    .flatMap((concept) => listOf(objectOf(concept)?.['coding']))
    .some((coding) => codes.includes(textOf(objectOf(coding)?.['code']) ?? ''));
}

function filled(records: readonly JsonObject[]): JsonObject {
  return {
    text: tableOf(
      ['Date', 'What', 'Result or status', 'Made by'],
      records.map((record) => [dateOf(record), nameOf(record), stateOf(record), authorOf(record)]),
    ),
    entry: records.map(({ id }) => ({ reference: urnOf(textOf(id) ?? '') })),
  };
}

/** That nothing is listed never says that there is nothing: either the patient left it out, or no record is here. */
function empty(name: SectionName, categories: ReadonlySet<ClinicalScope>): JsonObject {
  const isWithheld = !RECORD_LISTS.some(
    ({ section, category }) => section === name && categories.has(category),
  );
  const [code, display, words] = isWithheld
    ? ['withheld', 'Information Withheld', 'The patient left this out.']
    : ['unavailable', 'Unavailable', 'No records are here. That does not say that there are none.'];
  const system = 'http://terminology.hl7.org/CodeSystem/list-empty-reason';
  return {
    text: narrativeOf(words),
    emptyReason: { coding: [{ system, code, display }], text: words },
  };
}

function loinc(code: string, display: string): JsonObject {
  return { coding: [{ system: 'http://loinc.org', code, display }] };
}

function bounds({ start, end }: NonNullable<Selection['period']>): JsonObject {
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}
