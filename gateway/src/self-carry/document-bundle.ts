/**
 * The International Patient Summary of a patient's own record: a FHIR R4 document, with a section for each kind of
 * record. It is made for the patient by this layer, and says no more than the graph does.
 *
 * @see https://hl7.org/fhir/uv/ips/
 * @see https://hl7.org/fhir/R4/documents.html
 */
import { randomUUID } from 'node:crypto';
import type { ListedRecord, OwnRecord, Selection } from './collect.js';
import { compositionOf } from './composition.js';
import { urnOf } from './elements.js';
import { patientResource } from './fhir-patient.js';
import { resourceOf } from './fhir-record.js';
import type { FhirResource } from './fhir-record.js';
import { listOf, objectOf, textOf } from './json.js';
import type { JsonObject } from './json.js';

/** A FHIR R4 document. */
export interface DocumentBundle extends JsonObject {
  readonly resourceType: 'Bundle';
  readonly type: 'document';
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: FhirResource }[];
}

/** The document of what was read, made at an instant (epoch milliseconds). */
export function documentBundle(
  { patient, records }: OwnRecord,
  { categories, period }: Pick<Selection, 'categories' | 'period'>,
  now: number,
): DocumentBundle {
  const distinct = distinctRecords(records);
  const provenance = provenanceOf(distinct);
  const patientId = textOf(patient['id']) ?? '';
  const included = new Set([
    patientId,
    ...[...distinct.map(({ record }) => record), ...provenance].map(({ id }) => id),
  ]);
  const isIncluded = (id: string): boolean => included.has(id);
  const device = deviceResource();
  const made = {
    patient: patientId,
    device: device.id,
    records: distinct,
    categories,
    period,
    timestamp: new Date(now).toISOString(),
  };
  const resources = [
    compositionOf(made),
    patientResource(patient, isIncluded),
    device,
    ...distinct.map(({ record }) => resourceOf(record, isIncluded)),
    ...provenance.map((record) => resourceOf(record, isIncluded)),
  ];
  return {
    resourceType: 'Bundle',
    id: randomUUID(),
    meta: { profile: ['http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips'] },
    identifier: { system: 'urn:ietf:rfc:3986', value: urnOf(randomUUID()) },
    type: 'document',
    timestamp: made.timestamp,
    entry: resources.map((resource) => ({ fullUrl: urnOf(resource.id), resource })),
  };
}

/** A record that changed its list while it was read is found twice. */
function distinctRecords(records: readonly ListedRecord[]): readonly ListedRecord[] {
  return [...new Map(records.map((listed) => [listed.record['id'], listed])).values()];
}

function provenanceOf(records: readonly ListedRecord[]): readonly JsonObject[] {
  const found = records
    .flatMap(({ record }) => listOf(record['provenance']))
    .map(objectOf)
    .filter((record) => record !== null);
  return [...new Map(found.map((record) => [record['id'], record])).values()];
}

/** The layer, as author of the document. */
function deviceResource(): FhirResource {
  return {
    resourceType: 'Device',
    id: randomUUID(),
    deviceName: [{ name: 'Causeway', type: 'user-friendly-name' }],
  };
}
