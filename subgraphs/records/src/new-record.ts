import type { RecordRow } from './tables.js';

/** A code of a record. */
export interface RecordCode {
  /** The resource's own element that holds it, however deep: `code`, `category`, `reasonCode`, `component`. */
  readonly element: string;
  readonly system: string | null;
  readonly code: string;
}

/** A reference of a record to another record of this graph. References that do not resolve are none. */
export interface RecordLink {
  /** The FHIR path without indices: `result`, `basedOn`, `target`, `diagnosis.condition`, `context.encounter`. */
  readonly element: string;
  /** The index in the first list of the path, 0 where it has none; the next free one for lists within it. */
  readonly position: number;
  /** The id of the other record. */
  readonly target: string;
}

/** What a writer does not state, since it follows from the rest. */
type Computed = 'clinicalInstant' | 'clinicalEnd' | 'confidentiality' | 'versionId';

/**
 * A record as an importer, a seed or a deposit hands it over. Its id is a new random UUID, or the one that
 * `sourceIds` knows for its source.
 */
export interface NewRecord extends Readonly<Omit<RecordRow, Computed>> {
  readonly codes: readonly RecordCode[];
  readonly links: readonly RecordLink[];
}
