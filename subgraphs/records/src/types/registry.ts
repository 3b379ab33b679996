/**
 * The class of each record type, by name. Record types refer to one another in circles and extend a common class;
 * by going through names, none of their files has to be loaded before another.
 */
import type { SubgraphContext } from '@causeway/kit';
import type { Permit } from '@causeway/schema';
import type { RecordType } from '../record-types.js';
import type { RecordRow } from '../tables.js';
import type { ClinicalRecord } from './clinical-record.js';

/** A record type's class: made from a row and the permit that releases it. */
export type RecordClass = new (row: RecordRow, permit: Permit) => ClinicalRecord;

/** What is known of a record type beside its fields. */
export interface RegisteredType {
  readonly recordClass: RecordClass;
  readonly description: string;
  /** The elements whose codes say what the record is; filters by code match them. */
  readonly codeElements: readonly string[];
}

const registered = new Map<RecordType, RegisteredType>();

/** Makes a record type known. */
export function registerType(type: RecordType, registration: RegisteredType): void {
  registered.set(type, registration);
}

/** What is known of a record type. @throws Error for one whose class has not been loaded */
export function registeredType(type: RecordType): RegisteredType {
  const found = registered.get(type);
  if (found !== undefined) return found;
  throw new Error(`Expected a class for ${type}, got none; import types/index.js first`);
}

/** The record that a row holds, as its GraphQL type resolves it. @throws Error for a row that no permit releases */
export function recordOf(row: RecordRow, context: SubgraphContext): ClinicalRecord {
  const permit = context.permitFor(row.patient);
  if (permit === undefined) throw new Error('Expected a row that a permit releases, got another');
  return new (registeredType(row.type).recordClass)(row, permit);
}
