import type { Resource } from '../fhir/resource.js';
import { sourceLabelsOf } from '../fhir/source-labels.js';
import { objectOf } from '../fhir/elements.js';
import type { SecurityLabel } from '../tables.js';
import { rejected } from './refusals.js';
import { RESOURCE } from './rejection-texts.js';

/**
 * Marks test data, so that it never passes for a real record.
 *
 * @see https://terminology.hl7.org/CodeSystem-v3-ActReason.html
 */
export const HTEST: SecurityLabel = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
};

/** Refuses data that its source calls test data, where real data is deposited. @throws GraphQLError DEPOSIT_REJECTED */
export function refuseTestData(labels: readonly SecurityLabel[], place: string): void {
  if (labels.every(({ code }) => code !== HTEST.code)) return;
  throw rejected(`${place}.meta.security`, RESOURCE.testData);
}

/** The resource with the mark of test data. */
export function asTestData(resource: Resource): Resource {
  if (sourceLabelsOf({ meta: resource['meta'] }).some(isMark)) return resource;
  const meta = objectOf(resource['meta']) ?? {};
  const security = (meta['security'] ?? []) as readonly unknown[];
  return { ...resource, meta: { ...meta, security: [...security, HTEST] } };
}

function isMark({ system, code }: SecurityLabel): boolean {
  return system === HTEST.system && code === HTEST.code;
}
