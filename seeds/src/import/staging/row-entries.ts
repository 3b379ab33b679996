import type { NewConsent } from '@causeway/consents';
import type { PatientEntry, RelatedPersonEntry } from '@causeway/patients';
import type {
  OrganizationEntry,
  PractitionerEntry,
  PractitionerRoleEntry,
} from '@causeway/providers';
import type { NewRecord } from '@causeway/records';
import type { StagedRow } from './tables.js';

/** What the writer of each kind of row takes. */
export interface RowEntries {
  readonly organization: OrganizationEntry;
  readonly practitioner: PractitionerEntry;
  readonly 'practitioner-role': PractitionerRoleEntry;
  readonly consent: NewConsent;
  readonly record: NewRecord;
  readonly 'related-person': RelatedPersonEntry;
  readonly patient: PatientEntry;
}

/** What a row is of, and so which database takes it. */
export type RowKind = keyof RowEntries;

/** A staged row of a kind. */
export interface RowOf<Kind extends RowKind> extends Omit<StagedRow, 'kind' | 'entry'> {
  readonly kind: Kind;
  /** Null where nothing of the row changes. */
  readonly entry: RowEntries[Kind] | null;
}

/** The rows of one kind among rows of any. */
export function rowsOfKind<Kind extends RowKind>(
  rows: readonly StagedRow[],
  kind: Kind,
): readonly RowOf<Kind>[] {
  // INVARIANT: rows are staged with the entry of their kind, by the functions of `linking/`.
  return rows.filter((row) => row.kind === kind) as unknown as readonly RowOf<Kind>[];
}
