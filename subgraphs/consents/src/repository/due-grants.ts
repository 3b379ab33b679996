/** Which grants time is about to turn. */
import type { Database } from '@causeway/kit';
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { nextTurn } from '../grants/grant-at.js';
import { grants } from '../tables.js';
import type { GrantRow } from '../tables.js';

/** The ids of grants that time has turned by an instant (epoch milliseconds) and that are not settled, the longest due first. */
export function dueGrants({ db }: Database, now: number, first: number): string[] {
  return db
    .select({ id: grants.owner })
    .from(grants)
    .where(and(isNull(grants.validTo), lte(grants.turnsAt, now)))
    .orderBy(asc(grants.turnsAt), asc(grants.owner))
    .limit(first)
    .all()
    .map(({ id }) => id);
}

/** Notes anew when time turns a grant next: one from before this was noted is due once, to have it filled in. */
export function noteNextTurn(db: Database['db'], grant: GrantRow): void {
  const turnsAt = nextTurn(grant)?.at ?? null;
  if (turnsAt === grant.turnsAt) return;
  db.update(grants)
    .set({ turnsAt })
    .where(and(eq(grants.owner, grant.owner), isNull(grants.validTo)))
    .run();
}
