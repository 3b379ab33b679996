import { isAmong } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { AccessEvent, Office } from '@causeway/schema';
import { and, count, eq, gte, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { auditEvents } from '../tables.js';
import type { AuditEventRow } from '../tables.js';
import type { Visibility } from '../visibility.js';
import { inOrder, isBetween, isOnPage } from './list.js';
import type { ListPage, ListReader, Listing } from './list.js';

/** Which events are asked for; null asks for all. */
export interface AuditEventFilter {
  /** Epoch milliseconds, inclusive. */
  readonly from: number | null;
  readonly to: number | null;
  readonly outcome: AccessEvent['outcome'] | null;
}

/** Reads events across patients, for the offices that oversee them. */
export interface OfficeReader {
  page(office: Office, filter: AuditEventFilter, page: ListPage): AuditEventRow[];
  count(office: Office, filter: AuditEventFilter): number;
}

const LISTING: Listing = {
  table: auditEvents,
  patient: auditEvents.patient,
  instant: auditEvents.recordedAt,
  id: auditEvents.id,
};

/** Reads events of the audit trail by patient. No party to an event reads it: it is the patient's, and the offices'. */
export function auditEventReader({ db }: Database): ListReader<AuditEventFilter, AuditEventRow> {
  return {
    page: (visibility, filter, page) =>
      db
        .select()
        .from(auditEvents)
        .where(isOnPage(LISTING, and(isVisible(visibility), matches(filter)), page))
        .orderBy(inOrder(LISTING, page))
        .all(),
    count: (visibility, filter) =>
      db
        .select({ patient: auditEvents.patient, total: count() })
        .from(auditEvents)
        .where(and(isVisible(visibility), matches(filter)))
        .groupBy(auditEvents.patient)
        .all(),
    byId: (visibility, ids) =>
      db
        .select()
        .from(auditEvents)
        .where(and(isVisible(visibility), isAmong(auditEvents.id, ids)))
        .all(),
  };
}

/** Reads events of the audit trail across patients, as far as an office oversees them. */
export function officeReader({ db }: Database): OfficeReader {
  return {
    page: (office, filter, page) =>
      db
        .select()
        .from(auditEvents)
        .where(and(isOverseenBy(office), matches(filter), isBetween(LISTING, page)))
        .orderBy(inOrder(LISTING, page))
        .limit(page.limit + 1)
        .all(),
    count: (office, filter) =>
      db
        .select({ total: count() })
        .from(auditEvents)
        .where(and(isOverseenBy(office), matches(filter)))
        .get()?.total ?? 0,
  };
}

function isVisible({ patients }: Visibility): SQL {
  return isAmong(auditEvents.patient, patients);
}

function isOverseenBy(office: Office): SQL | undefined {
  switch (office) {
    case 'AUDITOR':
    case 'COMMISSIONER':
      return undefined;
    case 'SECRETARY_FOR_HEALTH':
      return sql`false`;
  }
}

function matches({ from, to, outcome }: AuditEventFilter): SQL | undefined {
  return and(
    from === null ? undefined : gte(auditEvents.recordedAt, from),
    to === null ? undefined : lte(auditEvents.recordedAt, to),
    outcome === null ? undefined : eq(auditEvents.outcome, outcome),
  );
}
