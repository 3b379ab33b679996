/** The order of every list of records: the newest clinical instant first, those without one last; then the id. */
import type { Keyset, PageRequest } from '@causeway/kit';
import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { records } from '../tables.js';
import type { RecordRow } from '../tables.js';

/** The kinds of a record's keyset: its clinical instant and its id. */
export const RECORD_KEYSET = ['number?', 'text'] as const;

/** A page of a list of records. */
export type RecordPageRequest = PageRequest<typeof RECORD_KEYSET>;

type RecordKeyset = Keyset<typeof RECORD_KEYSET>;

/** Where a record stands in every list it is in. */
export function keysetOf({ clinicalInstant, id }: RecordRow): RecordKeyset {
  return [clinicalInstant, id];
}

/** The order of the list, or its reverse, for `order by`. */
export function inOrder(direction: RecordPageRequest['direction']): SQL {
  const { clinicalInstant, id } = records;
  return direction === 'forward'
    ? sql`${clinicalInstant} desc nulls last, ${id}`
    : sql`${clinicalInstant} asc nulls first, ${id} desc`;
}

/** The records strictly between the cursors of a page. */
export function isBetween({ after, before }: RecordPageRequest): SQL | undefined {
  return and(
    after === null ? undefined : follows(after),
    before === null ? undefined : precedes(before),
  );
}

function follows([instant, id]: RecordKeyset): SQL | undefined {
  const { clinicalInstant } = records;
  if (instant === null) return and(isNull(clinicalInstant), gt(records.id, id));
  return or(
    isNull(clinicalInstant),
    lt(clinicalInstant, instant),
    and(eq(clinicalInstant, instant), gt(records.id, id)),
  );
}

function precedes([instant, id]: RecordKeyset): SQL | undefined {
  const { clinicalInstant } = records;
  if (instant === null) {
    return or(isNotNull(clinicalInstant), lt(records.id, id));
  }
  return or(gt(clinicalInstant, instant), and(eq(clinicalInstant, instant), lt(records.id, id)));
}
