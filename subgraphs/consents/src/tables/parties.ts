/** What the other subgraphs have told, and how far this one has come in listening. */
import { int, json, table, text } from '@causeway/kit/columns';
import { feedPositionTable } from '@causeway/kit/tables';
import type { FeedSource, Party } from '@causeway/schema';

/**
 * Organisations and public health record systems as the providers subgraph last told: their names for the words that
 * patients read, their recognitions for what may be asked and authorised. No access rests on it: every decision reads
 * the recognition itself.
 */
export const parties = table('party', {
  /** Organization or PublicHealthRecordSystem id. */
  id: text('id').primaryKey(),
  party: json<Party>('party').notNull(),
  /** When it changed, in epoch milliseconds. */
  changedAt: int('changed_at').notNull(),
});

/** The position of the last event taken in from each source. */
export const feedPositions = feedPositionTable<FeedSource>();
