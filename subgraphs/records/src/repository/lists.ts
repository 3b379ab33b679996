/** Lists of records: pages and counts for any number of patients, in one statement each. */
import type { ClinicalScope, Permit } from '@causeway/schema';
import { and, count, eq, getTableColumns, gte, inArray, lte, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { CodeFilter, RecordFilter } from '../record-filter.js';
import type { RecordType } from '../record-types.js';
import { recordCodes, records } from '../tables.js';
import type { RecordRow } from '../tables.js';
import { releasedBy } from './permit-filter.js';
import { inOrder, isBetween } from './record-order.js';
import type { RecordPageRequest } from './record-order.js';

/** The records of one type and category, narrowed by a filter. */
export interface RecordList {
  readonly type: RecordType;
  readonly category: ClinicalScope;
  /** The elements whose codes a filter by code looks at. */
  readonly codeElements: readonly string[];
  readonly filter: RecordFilter;
}

/** How many records of a list a patient has. */
export interface PatientCount {
  readonly patient: string;
  readonly total: number;
}

/** A page of the list of each permitted patient, in the direction asked: up to one record more than asked for. */
export function readPages(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  list: RecordList,
  request: RecordPageRequest,
): RecordRow[] {
  const patients = JSON.stringify(permits.map(({ patient }) => patient));
  // One search for each patient, which ends where the page does; a rank over all of them would read every list whole.
  const page = db
    .select({ id: records.id })
    .from(records)
    .where(and(sql`${records.patient} = asked.value`, isListed(permits, list), isBetween(request)))
    .orderBy(inOrder(request.direction))
    .limit(request.limit + 1);
  return db
    .select(getTableColumns(records))
    .from(sql`json_each(${patients}) as asked`)
    .innerJoin(records, inArray(records.id, page))
    .orderBy(inOrder(request.direction))
    .all();
}

/** How many records the list of each permitted patient has; a patient without any is left out. */
export function countRecords(
  db: BetterSQLite3Database,
  permits: readonly Permit[],
  list: RecordList,
): PatientCount[] {
  return db
    .select({ patient: records.patient, total: count() })
    .from(records)
    .where(isListed(permits, list))
    .groupBy(records.patient)
    .all();
}

function isListed(permits: readonly Permit[], list: RecordList): SQL | undefined {
  const { type, category, codeElements, filter } = list;
  return and(
    eq(records.type, type),
    eq(records.category, category),
    releasedBy(permits),
    isIn(filter.period),
    filter.status === null ? undefined : inArray(records.status, [...filter.status]),
    filter.code === null ? undefined : hasCode(codeElements, filter.code),
  );
}

/** A record with a partial date counts wherever it may lie; one without a date, nowhere. */
function isIn(period: RecordFilter['period']): SQL | undefined {
  if (period === null) return undefined;
  const { start, end } = period;
  return and(
    sql`${records.clinicalInstant} is not null`,
    start === null ? undefined : gte(records.clinicalEnd, start),
    end === null ? undefined : lte(records.clinicalInstant, end),
  );
}

function hasCode(elements: readonly string[], codes: readonly CodeFilter[]): SQL {
  const { record, element, system, code } = recordCodes;
  const isAny = or(
    sql`false`,
    ...codes.map((wanted) =>
      and(wanted.system === null ? undefined : eq(system, wanted.system), eq(code, wanted.code)),
    ),
  );
  return sql`exists (select 1 from ${recordCodes} where ${record} = ${records.id} and ${inArray(element, [...elements])} and ${isAny})`;
}
