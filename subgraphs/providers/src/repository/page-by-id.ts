import type { PageRequest } from '@causeway/kit';
import { and, asc, desc, gt, lt } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** The keyset of a list in the order of ids. */
export const BY_ID = ['text'] as const;

/** A page of a list in the order of ids. */
export type PageById = PageRequest<typeof BY_ID>;

/** The condition and order of a page in the order of an id column, and how many rows to read for it. */
export function pageById(
  id: SQLiteColumn,
  { after, before, direction, limit }: PageById,
): { readonly within: SQL | undefined; readonly order: SQL; readonly rows: number } {
  return {
    within: and(
      after === null ? undefined : gt(id, after[0]),
      before === null ? undefined : lt(id, before[0]),
    ),
    order: direction === 'forward' ? asc(id) : desc(id),
    rows: limit + 1,
  };
}
