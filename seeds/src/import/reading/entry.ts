import type { Resource, SecurityLabel } from '@causeway/records/fhir';
import type { Refusal } from '../refusal.js';

/** A resource as it was read, with what stood around it. */
export interface Entry {
  /** Where it stands in its file: `entry[3]`, `line 12`; empty for a file that is one resource. */
  readonly place: string;
  readonly resource: Resource;
  /** The absolute URL that its bundle gives it; null where it gives none. */
  readonly fullUrl: string | null;
  /** Which bundle of the file it stands in; null for one that stands alone. */
  readonly bundle: string | null;
  /** The labels of the bundle. */
  readonly bundleLabels: readonly SecurityLabel[];
}

/** What one place of a file holds: a resource, or something that is refused. */
export type ReadItem =
  | { readonly kind: 'resource'; readonly entry: Entry }
  | {
      readonly kind: 'refused';
      readonly place: string;
      /** The resource type, where there is one. */
      readonly type: string | null;
      readonly refusal: Refusal;
    };
