/**
 * A bundle as it is deposited: bounded, and a container of resources to be created, nothing else.
 *
 * @see https://hl7.org/fhir/R4/bundle.html
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@causeway/kit';
import type { JsonValue } from '@causeway/kit';
import { filled } from '@causeway/schema';
import { objectOf, textOf } from '../fhir/elements.js';
import type { Element } from '../fhir/elements.js';
import type { Resource } from '../fhir/resource.js';
import { sourceLabelsOf } from '../fhir/source-labels.js';
import type { SecurityLabel } from '../tables.js';
import { rejected } from './refusals.js';
import { BUNDLE } from './rejection-texts.js';

/** A resource of a bundle, and where it stands. */
export interface BundleEntry {
  /** `Bundle.entry[0].resource`. */
  readonly place: string;
  readonly fullUrl: string | null;
  readonly resource: Resource;
  /** SHA-256 of the resource, over its canonical JSON, in hex. */
  readonly digest: string;
}

/** A bundle that may be looked into. */
export interface DepositBundle {
  readonly entries: readonly BundleEntry[];
  /** The labels of the whole bundle. */
  readonly labels: readonly SecurityLabel[];
  /** SHA-256 of the bundle, over its canonical JSON, in hex. */
  readonly digest: string;
}

/** The most bytes of JSON, entries, and levels of objects and lists within one another. */
const BUNDLE_BOUNDS = { bytes: 5 * 2 ** 20, entries: 1_000, depth: 32 } as const;

const TYPES: ReadonlySet<unknown> = new Set(['collection', 'document', 'transaction']);

const BUNDLE_ELEMENTS: ReadonlySet<string> = new Set(
  'resourceType id meta language identifier type timestamp total link entry signature'.split(' '),
);

const ENTRY_ELEMENTS: ReadonlySet<string> = new Set(
  'id extension link fullUrl resource request'.split(' '),
);

/** The bundle that a JSON value is. @throws GraphQLError DEPOSIT_REJECTED with the place of what is wrong */
export function depositBundle(value: unknown): DepositBundle {
  refuseUnbounded(value);
  const bundle = objectOf(value);
  if (bundle === null) throw rejected('Bundle', BUNDLE.otherValue);
  if (bundle['resourceType'] !== 'Bundle') {
    throw rejected('Bundle.resourceType', BUNDLE.otherResource);
  }
  refuseOthers(bundle, BUNDLE_ELEMENTS, 'Bundle');
  if (!TYPES.has(bundle['type'])) {
    throw rejected('Bundle.type', BUNDLE.type);
  }
  const entries: unknown = bundle['entry'];
  if (!Array.isArray(entries) || entries.length === 0) {
    throw rejected('Bundle.entry', BUNDLE.empty);
  }
  if (entries.length > BUNDLE_BOUNDS.entries) {
    const problem = filled(BUNDLE.tooMany, { most: BUNDLE_BOUNDS.entries, got: entries.length });
    throw rejected('Bundle.entry', problem);
  }
  return {
    entries: entries.map((entry: unknown, index) => entryOf(entry, `Bundle.entry[${index}]`)),
    labels: sourceLabelsOf({ meta: bundle['meta'] }),
    digest: digestOf(bundle),
  };
}

/** Before anything walks through the value, since what is without bounds has no end. */
function refuseUnbounded(value: unknown): void {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > BUNDLE_BOUNDS.depth) {
      throw rejected('Bundle', filled(BUNDLE.tooDeep, { most: BUNDLE_BOUNDS.depth }));
    }
    level = level
      .filter((each) => typeof each === 'object' && each !== null)
      .flatMap((each) => Object.values(each) as unknown[]);
  }
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes <= BUNDLE_BOUNDS.bytes) return;
  const problem = filled(BUNDLE.tooLarge, { most: BUNDLE_BOUNDS.bytes, got: bytes });
  throw rejected('Bundle', problem);
}

function entryOf(value: unknown, place: string): BundleEntry {
  const entry = objectOf(value);
  if (entry === null) throw rejected(place, BUNDLE.entry);
  refuseOthers(entry, ENTRY_ELEMENTS, place);
  refuseRequest(entry['request'], `${place}.request`);
  const resource = objectOf(entry['resource']);
  if (typeof resource?.['resourceType'] !== 'string') {
    throw rejected(`${place}.resource`, BUNDLE.noResource);
  }
  return {
    place: `${place}.resource`,
    fullUrl: fullUrlOf(entry['fullUrl'], `${place}.fullUrl`),
    resource: resource as Resource,
    digest: digestOf(resource),
  };
}

/** A deposit creates. A condition, or an id of a client's choosing, would tell what is there. */
function refuseRequest(value: unknown, place: string): void {
  if (value === undefined) return;
  const names = Object.keys(objectOf(value) ?? {});
  const isCreation =
    objectOf(value)?.['method'] === 'POST' &&
    names.every((name) => name === 'method' || name === 'url');
  if (isCreation) return;
  throw rejected(place, BUNDLE.request);
}

function fullUrlOf(value: unknown, place: string): string | null {
  if (value === undefined) return null;
  const text = textOf(value);
  if (text !== null && text.length <= 2_048 && /^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) return text;
  throw rejected(place, BUNDLE.fullUrl);
}

function refuseOthers(element: Element, known: ReadonlySet<string>, place: string): void {
  const other = Object.keys(element).find((name) => !known.has(name));
  if (other === undefined) return;
  throw rejected(`${place}.${other}`, BUNDLE.otherElement);
}

/** SHA-256 of a value of JSON, over its canonical form (RFC 8785), in hex. */
export function digestOf(value: Element): string {
  return createHash('sha256')
    .update(canonicalJson(value as JsonValue))
    .digest('hex');
}
