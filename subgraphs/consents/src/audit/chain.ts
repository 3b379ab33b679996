/**
 * The hash chain of a patient's audit trail: each event carries the hash of the one before it, so that none can be
 * removed, changed or moved without a break. It shows tampering to whoever verifies it; who rewrites the whole chain
 * up to its end is found out only by a copy of the end that is kept elsewhere.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@causeway/kit';
import type { JsonValue } from '@causeway/kit';
import type { AuditEventRow } from '../tables.js';

/** What an event of the trail says, without its place in a chain. */
export type AuditEntry = Omit<AuditEventRow, 'sequence' | 'previousHash' | 'hash'>;

/** Where a chain ends. */
export interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
}

/** The end of a chain without any event. */
export const EMPTY_CHAIN: ChainEnd = { sequence: 0, hash: '0'.repeat(64) };

/** The entry as the event that follows the end of a chain. */
export function linked(entry: AuditEntry, end: ChainEnd): AuditEventRow {
  const { sequence, hash: previousHash } = end;
  const hash = hashOf(entry, previousHash);
  return { ...entry, sequence: sequence + 1, previousHash, hash };
}

/** The hash an event should carry, by everything it says and the event before it. */
export function hashOf(entry: AuditEntry, previousHash: string): string {
  return createHash('sha256')
    .update(textOf({ ...entry, previousHash }))
    .digest('hex');
}

/** What an entry says, as one text that is equal for equal entries. */
export function textOf(entry: AuditEntry | (AuditEntry & { previousHash: string })): string {
  // As it will be read back: what is undefined is not stored.
  return canonicalJson(JSON.parse(JSON.stringify(entry)) as JsonValue);
}
