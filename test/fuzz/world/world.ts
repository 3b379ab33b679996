/** The data of a random world: patients, and records about them that are linked to each other. */
import type { ClinicalScope, Code } from '@causeway/schema';

/** A record, or a patient; what its type does not name counts for nothing. */
export interface RecordData {
  readonly id: string;
  readonly type: string;
  /** Whose it is. */
  readonly patient: string;
  readonly category: ClinicalScope | null;
  readonly date: string | null;
  readonly security: readonly Code[];
  /** An organisation. */
  readonly author: string | null;
  readonly code: readonly Code[];
  /** An organisation. */
  readonly party: string | null;
  /** Ids of records, by the field that leads to them. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Part of every text of it, so that texts can be changed. */
  readonly stamp: number;
}

/** Everything there is. */
export interface World {
  /** The patients and their records. */
  readonly records: readonly RecordData[];
  /** The patients that the caller's organisation would be answered without naming any. */
  readonly mine: readonly string[];
}

/** Patients that worlds hold. */
export const PATIENTS = ['p1', 'p2', 'p3'] as const;

/** Patients that nobody holds, and ids that no patient could have. */
export const NOBODY = ['p9', 'p 1', ''] as const;

/** Organisations: at home, abroad, and others. */
export const ORGANIZATIONS = ['clinic', 'hospital', 'elsewhere'] as const;

/** Texts by which a value is known wherever it turns up. */
export const MARK = '~';

/** The text of a field of a record: it stands nowhere else in the world. */
export function textOf({ id, stamp }: RecordData, field: string): string {
  return `${MARK}${id}.${field}.${String(stamp)}`;
}

/** The record of an id; null for none. */
export function recordOf({ records }: World, id: string): RecordData | null {
  return records.find((record) => record.id === id) ?? null;
}

/** The records that a field of a record is linked to. */
export function linked(world: World, { links }: RecordData, field: string): readonly RecordData[] {
  return (links.get(field) ?? []).flatMap((id) => recordOf(world, id) ?? []);
}
