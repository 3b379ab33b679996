/** What a Consent says, in whatever release it says it. */
import type { PolicyBasis } from '@causeway/consents';
import type { Element } from '@causeway/records/fhir';
import type { ProvisionFact } from '@causeway/schema';

/** A permit or a denial. */
export type Ruling = ProvisionFact['type'];

/** What a Consent says. */
export interface Stated {
  readonly decision: Ruling;
  readonly provision: readonly ProvisionFact[];
  /** Organization ids; none is everybody. */
  readonly grantee: readonly string[];
  /** A FHIR Period, as it was written. */
  readonly period: unknown;
  readonly dateTime: unknown;
  /** FHIR References to who gave it. */
  readonly grantor: readonly unknown[];
  readonly policy: PolicyBasis | null;
  /** Names of elements beside the provisions that could not be interpreted. */
  readonly uninterpreted: readonly string[];
}

/** Permit or deny, null for anything else. */
export function rulingOf(value: unknown): Ruling | null {
  return value === 'permit' || value === 'deny' ? value : null;
}

/** The elements of an object that are not among those whose meaning is known, modifiers among them; by their names. */
export function unknownElements(object: Element, known: ReadonlySet<string>): readonly string[] {
  return Object.keys(object)
    .map((key) => key.replace(/^_/, ''))
    .filter((name) => !known.has(name))
    .map(elementOf);
}

/** The last name of a path, if it is a name of FHIR's making; any other might say something of the patient. */
export function elementOf(path: string): string {
  const name =
    path
      .replace(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? '';
  return NAME.test(name) ? name : 'unknown';
}

const NAME = /^[a-z][A-Za-z]{1,31}$/;
