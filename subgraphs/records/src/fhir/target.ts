import type { Element } from './elements.js';

/** What a reference means in this graph. */
export interface Target {
  /** The FHIR resource type. */
  readonly type: string;
  /** The id in this graph. */
  readonly id: string;
  /** For a PractitionerRole: its Organization id. */
  readonly organization?: string | null;
}

/** What a FHIR Reference means in this graph; null where it does not resolve. */
export type Resolve = (reference: Element) => Target | null;
