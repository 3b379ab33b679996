/**
 * Facts that keep their history: a row states what holds from one instant until the next, so that a past decision
 * can be explained. A change closes the row in force and adds one; nothing is ever taken back.
 */
import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './database.js';
import { without } from './without.js';

/** A table of versions: made with `versionColumns`, and columns for what it states. */
export type VersionTable = SQLiteTable & {
  readonly owner: SQLiteColumn;
  readonly validFrom: SQLiteColumn;
  readonly validTo: SQLiteColumn;
};

interface Version {
  readonly owner: string;
  readonly validFrom: number;
  readonly validTo: number | null;
}

/** What a version states, without whose it is and when it held. */
export type Stated<Table extends VersionTable> = Omit<Table['$inferSelect'], keyof Version>;

/** A change that would rewrite the past or anticipate the future. */
export class HistoryError extends Error {
  constructor(at: number, problem: string) {
    super(`Cannot record a change as of ${new Date(at).toISOString()}: ${problem}`);
    this.name = 'HistoryError';
  }
}

/** When a change takes effect, and the present; both in epoch milliseconds. */
export interface Moment {
  readonly at: number;
  readonly now: number;
}

/**
 * The moment of a step that happens at an instant, after a version that is valid from another. Each step has an instant
 * of its own, or history would keep only one of two; also where the clock was set back between them.
 */
export function momentAfter(validFrom: number, at: number, now = at): Moment {
  const instant = Math.max(at, validFrom + 1);
  return { at: instant, now: Math.max(now, instant) };
}

/**
 * Records what holds of an owner from an instant on, given what held then; returns whether that was a change.
 * Stating again what already holds changes nothing, so replaying a history in order is harmless.
 *
 * @throws HistoryError if the instant lies in the future, or before a version that it would contradict
 */
export function recordVersion<Table extends VersionTable>(
  db: Database['db'],
  table: Table,
  owner: string,
  { at, now }: Moment,
  next: (before: Stated<Table> | null) => Stated<Table>,
): boolean {
  if (at > now) throw new HistoryError(at, 'it lies in the future; record it when it takes effect');
  const versions = db
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.owner, owner))
    .orderBy(asc(table.validFrom))
    .all() as (Version & Record<string, unknown>)[];
  const before = versions.findLast((version) => version.validFrom <= at);
  const stated = before === undefined ? null : statedBy<Table>(before);
  const value = next(stated);
  if (isDeepStrictEqual(asStored(value), asStored(stated))) return false;
  if (before !== versions.at(-1)) {
    throw new HistoryError(at, 'a later change is recorded already, and history is not rewritten');
  }
  const row = { ...value, owner, validFrom: at, validTo: null } as Table['$inferInsert'];
  if (before === undefined) {
    db.insert(table).values(row).run();
    return true;
  }
  const isBefore = and(eq(table.owner, owner), eq(table.validFrom, before.validFrom));
  if (before.validFrom === at) {
    // Two changes of one instant: the first held for no time at all.
    db.update(table).set(row).where(isBefore).run();
    return true;
  }
  db.update(table)
    .set({ validTo: at } as Table['$inferInsert'])
    .where(isBefore)
    .run();
  db.insert(table).values(row).run();
  return true;
}

/** Whether a version is in force; where an instant (epoch milliseconds) is named, whether it was in force then. */
export function isInForce(
  { validFrom, validTo }: Pick<VersionTable, 'validFrom' | 'validTo'>,
  at?: number | Placeholder,
): SQL | undefined {
  if (at === undefined) return isNull(validTo);
  return and(lte(validFrom, at), or(isNull(validTo), gt(validTo, at)));
}

function statedBy<Table extends VersionTable>(version: Version) {
  return without(version, 'owner', 'validFrom', 'validTo') as Stated<Table>;
}

/** A value as it comes back from JSON columns: without members that are undefined. */
function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
