import { insertAll } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { and, asc, count, desc, eq, gt, sql } from 'drizzle-orm';
import { NO_ANCHOR, hashOfAnchor, rootOf } from '../audit/anchor.js';
import type { AnchorEntry } from '../audit/anchor.js';
import { auditAnchoredEnds, auditAnchors, auditEvents, auditHeads } from '../tables.js';
import type { AuditHeadRow } from '../tables.js';

/** Events are never deleted, so their row ids grow by one with each, whichever chain it belongs to. */
const PLACE = sql`${auditEvents}.rowid`;

/**
 * Anchors the chains of all patients at an instant (epoch milliseconds), if any of them has grown since the anchor
 * before. Returns the number of the newest anchor; 0 where nothing was ever recorded.
 */
export function anchorAudit(database: Database, now: number): number {
  return database.inTransaction((db) => {
    const last =
      db.select().from(auditAnchors).orderBy(desc(auditAnchors.sequence)).limit(1).get() ??
      NO_ANCHOR;
    const events =
      db
        .select({ newest: sql<number | null>`max(${PLACE})` })
        .from(auditEvents)
        .get()?.newest ?? 0;
    if (events <= last.events) return last.sequence;
    const ends = grownSince(db, last.events);
    const sequence = last.sequence + 1;
    insertAll(
      db,
      auditAnchoredEnds,
      ends.map((end) => ({ ...end, anchor: sequence })),
    );
    const entry: AnchorEntry = {
      sequence,
      anchoredAt: now,
      chains: last.chains + begunSince(db, last.events),
      events,
      root: rootOf(ends),
      previousHash: last.hash,
    };
    db.insert(auditAnchors)
      .values({ ...entry, hash: hashOfAnchor(entry) })
      .run();
    return sequence;
  });
}

/** The ends of the chains that have grown since so many events were there. */
function grownSince(db: Database['db'], events: number): AuditHeadRow[] {
  return db
    .selectDistinct({
      patient: auditHeads.patient,
      sequence: auditHeads.sequence,
      hash: auditHeads.hash,
    })
    .from(auditEvents)
    .innerJoin(auditHeads, eq(auditHeads.patient, auditEvents.patient))
    .where(gt(PLACE, events))
    .orderBy(asc(auditHeads.patient))
    .all();
}

function begunSince(db: Database['db'], events: number): number {
  return (
    db
      .select({ total: count() })
      .from(auditEvents)
      .where(and(gt(PLACE, events), eq(auditEvents.sequence, 1)))
      .get()?.total ?? 0
  );
}
