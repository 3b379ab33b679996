/** What a JSON value of a file holds: one resource, or the entries of a bundle. */
import { objectOf, objectsOf, sourceLabelsOf, textOf } from '@causeway/records/fhir';
import type { Element, Resource } from '@causeway/records/fhir';
import { refusal } from '../refusal.js';
import type { ReadItem } from './entry.js';

/** Bundles that state resources; the others are messages and answers to something. */
const ACCEPTED_BUNDLES: ReadonlySet<string> = new Set([
  'transaction',
  'batch',
  'collection',
  'document',
  'searchset',
]);

/** Requests that state their resource. What is asked to be done with it is never obeyed. */
const STATING_REQUESTS: ReadonlySet<string> = new Set(['POST', 'PUT']);

/** The items of a JSON value that stands at a place of a file; the place is empty for the whole of it. */
export function split(value: unknown, place: string): readonly ReadItem[] {
  const object = objectOf(value);
  const type = typeOf(object);
  if (object === null || type === null) {
    const reason = 'Expected a FHIR resource, got JSON without a resourceType';
    return [{ kind: 'refused', place, type: null, refusal: refusal('NOT_FHIR', reason) }];
  }
  if (type === 'Bundle') return splitBundle(object, place);
  const resource = object as Resource;
  const alone = { place, resource, fullUrl: null, bundle: null, bundleLabels: [] };
  return [{ kind: 'resource', entry: alone }];
}

function splitBundle(bundle: Element, place: string): readonly ReadItem[] {
  const type = textOf(bundle['type']) ?? 'none';
  const bundleLabels = sourceLabelsOf({ meta: bundle['meta'] });
  const items: ReadItem[] = [];
  objectsOf(bundle['entry'] ?? []).forEach((entry, index) => {
    if (entry['resource'] === undefined) return;
    const at = [place, `entry[${index}]`].filter((part) => part !== '').join(' ');
    const resource = objectOf(entry['resource']);
    const refused = refusalOf(type, entry, resource);
    if (refused !== null) {
      items.push({ kind: 'refused', place: at, type: typeOf(resource), refusal: refused });
      return;
    }
    const fullUrl = textOf(entry['fullUrl']);
    const read = {
      place: at,
      resource: resource as Resource,
      fullUrl,
      bundle: place,
      bundleLabels,
    };
    items.push({ kind: 'resource', entry: read });
  });
  return items;
}

function refusalOf(bundleType: string, entry: Element, resource: Element | null) {
  if (!ACCEPTED_BUNDLES.has(bundleType)) {
    const accepted = [...ACCEPTED_BUNDLES].join(', ');
    return refusal('BUNDLE_TYPE', `Expected a bundle of type ${accepted}, got ${bundleType}`);
  }
  const type = typeOf(resource);
  if (type === null)
    return refusal('NOT_FHIR', 'Expected a FHIR resource, got JSON without a resourceType');
  if (type === 'Bundle') {
    return refusal(
      'NESTED_BUNDLE',
      'Expected a resource, got a bundle within a bundle; import it as its own file',
    );
  }
  const method = textOf(objectOf(entry['request'])?.['method']);
  if (method !== null && !STATING_REQUESTS.has(method)) {
    return refusal(
      'REQUEST_NOT_OBEYED',
      `Expected a POST or PUT, got ${method}; a file changes and deletes nothing`,
    );
  }
  return null;
}

function typeOf(object: Element | null): string | null {
  return textOf(object?.['resourceType']);
}
