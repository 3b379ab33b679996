import type { Database } from '@causeway/kit';
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { auditEvents } from '../tables.js';
import type { AuditEventRow } from '../tables.js';

/** Which events are exported; null asks for all. */
export interface ExportFilter {
  readonly patient: string | null;
  /** Epoch milliseconds: from here on, and before there. */
  readonly since: number | null;
  readonly before: number | null;
}

const PAGE = 500;

/**
 * The events of the trail, patient by patient in the order of the chains. They are read in pages between which others
 * write: what is appended meanwhile may be among them or not, and nothing that was there is left out.
 */
export function* exportEvents(
  { db }: Database,
  { patient, since, before }: ExportFilter,
): Generator<AuditEventRow> {
  const isAsked = and(
    patient === null ? undefined : eq(auditEvents.patient, patient),
    since === null ? undefined : gte(auditEvents.recordedAt, since),
    before === null ? undefined : lt(auditEvents.recordedAt, before),
  );
  let last: AuditEventRow | undefined;
  for (;;) {
    const follows =
      last === undefined
        ? undefined
        : sql`(${auditEvents.patient}, ${auditEvents.sequence}) > (${last.patient}, ${last.sequence})`;
    const rows = db
      .select()
      .from(auditEvents)
      .where(and(isAsked, follows))
      .orderBy(asc(auditEvents.patient), asc(auditEvents.sequence))
      .limit(PAGE)
      .all();
    yield* rows;
    last = rows.at(-1);
    if (last === undefined) return;
  }
}
