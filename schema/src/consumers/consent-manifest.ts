import { isDeepStrictEqual } from 'node:util';
import type { ConsentNeeds } from './consent-needs.js';
import { ConsumerError } from './manifest.js';

/** What each operation of a team takes, by the operations' names: the file that is committed beside its manifest. */
export type ConsentManifest = Readonly<Record<string, ConsentNeeds>>;

/** The file's name. */
export const CONSENT_MANIFEST = 'consent.json';

/** The file's text. */
export function printConsentManifest(manifest: ConsentManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * The manifest of a file's text.
 *
 * @throws ConsumerError if it is none that was printed
 */
export function parseConsentManifest(text: string, team: string): ConsentManifest {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    throw notPrinted(team);
  }
  if (!isManifest(manifest)) throw notPrinted(team);
  return manifest;
}

/** Whether an operation takes the same by both. */
export function isSame(one: ConsentNeeds, other: ConsentNeeds): boolean {
  return isDeepStrictEqual(one, other);
}

const LISTS = ['roles', 'nullableByRefusal', 'domestic', 'ofEachCategory'] as const;

function isManifest(value: unknown): value is ConsentManifest {
  return isObject(value) && Object.values(value).every(isNeeds);
}

function isNeeds(value: unknown): boolean {
  return (
    isObject(value) && isObject(value['scopes']) && LISTS.every((name) => isPlaces(value[name]))
  );
}

function isPlaces(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isObject(one) && 'coordinate' in one);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notPrinted(team: string): ConsumerError {
  return new ConsumerError(
    `${team}: ${CONSENT_MANIFEST}: expected what \`npm run consumers -- --write\` writes, got something else`,
  );
}
