import type { ClinicalScope, Permit } from '@causeway/schema';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { records } from '../tables.js';
import { releasedBy } from './permit-filter.js';
import { inOrder } from './record-order.js';

/** What a patient has in one category. */
export interface CategoryTotal {
  readonly patient: string;
  readonly category: ClinicalScope;
  readonly total: number;
  /** The clinical date of the newest, as its source wrote it; null where none has a date. */
  readonly latest: string | null;
}

/**
 * What each permitted patient has in each category: the records that lists show, so none of Provenance. A category
 * without any is left out.
 */
export function summarise(db: BetterSQLite3Database, permits: readonly Permit[]): CategoryTotal[] {
  const group = sql`partition by ${records.patient}, ${records.category}`;
  const placed = db
    .select({
      patient: records.patient,
      category: records.category,
      latest: records.clinicalDate,
      total: sql<number>`count(*) over (${group})`.as('total'),
      place: sql<number>`row_number() over (${group} order by ${inOrder('forward')})`.as('place'),
    })
    .from(records)
    .where(and(ne(records.type, 'Provenance'), releasedBy(permits)))
    .as('placed');
  const { patient, category, total, latest } = placed;
  return db
    .select({ patient, category, total, latest })
    .from(placed)
    .where(eq(placed.place, 1))
    .all();
}
