import type { Database, PageRequest } from '@causeway/kit';
import type { ClinicalScope, DepositDuty } from '@causeway/schema';
import { and, asc, count, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { depositDuties } from '../../tables.js';
import { itemsOf } from './owed.js';
import type { DutyState } from './owed.js';

/** The keyset of the report: duties by id. */
export const BY_DUTY = ['text'] as const;

/** The keyset of items: the oldest end first, then by encounter. */
export const BY_END = ['number', 'text'] as const;

/** Whose duties are meant; null means anybody's. */
export interface DutyFilter {
  /** Organization id as asked for. */
  readonly organization: string | null;
  /** Organization id that the caller is bound to. */
  readonly holder: string | null;
}

/** How many encounters stand how under a duty. */
export interface DutyCounts {
  /** Not there, and in time. */
  readonly due: number;
  readonly arrived: number;
  readonly arrivedLate: number;
  /** Not there, and overdue. */
  readonly late: number;
  /** When the oldest of the late ones was due, in epoch milliseconds. */
  readonly oldestLate: number | null;
}

/** A duty and how what is due under it stands. */
export interface ReportedDuty extends DutyCounts {
  readonly duty: DepositDuty;
}

/** What is due of an encounter under a duty. */
export interface DutyItem {
  readonly encounter: string;
  /** Epoch milliseconds. */
  readonly ended: number;
  readonly dueBy: number;
  readonly state: DutyState;
  /** The categories that are not there; none abroad, where it is whatever the encounter brought. */
  readonly missing: readonly ClinicalScope[];
}

/** The reports of duties, each a fixed number of statements. Instants are epoch milliseconds. */
export interface DutyReports {
  /** A page of the report, in the order of ids: up to one duty more than asked for. */
  report(filter: DutyFilter, page: PageRequest<typeof BY_DUTY>, now: number): ReportedDuty[];
  /** How many duties the report is of. */
  countDuties(filter: DutyFilter): number;
  /** A duty by id; undefined for an unknown one, and one that is another's. */
  dutyById(id: string, holder: string | null): DepositDuty | undefined;
  /** A page of what is due under a duty, of one state or any. */
  items(
    duty: DepositDuty,
    state: DutyState | null,
    page: PageRequest<typeof BY_END>,
    now: number,
  ): DutyItem[];
  /** How much that is. */
  countItems(duty: DepositDuty, state: DutyState | null, now: number): number;
}

/** The reports of a database. */
export function dutyReports({ db }: Database): DutyReports {
  const isOf = ({ organization, holder }: DutyFilter) =>
    and(
      organization === null ? undefined : eq(depositDuties.organization, organization),
      holder === null ? undefined : eq(depositDuties.organization, holder),
    );

  const countsOf = (duties: readonly DepositDuty[], now: number) => {
    const rows = db.all<DutyCounts & { readonly duty: string }>(sql`${itemsOf(duties, now)}
      select duty, sum(state = 'DUE') as due, sum(state = 'ARRIVED') as arrived,
        sum(state = 'ARRIVED_LATE') as arrivedLate, sum(state = 'LATE') as late,
        min(iif(state = 'LATE', due_by, null)) as oldestLate
      from item group by duty`);
    return new Map(rows.map(({ duty, ...counts }) => [duty, counts]));
  };

  return {
    report: (filter, { after, before, direction, limit }, now) => {
      const duties = db
        .select()
        .from(depositDuties)
        .where(
          and(
            isOf(filter),
            after === null ? undefined : gt(depositDuties.id, after[0]),
            before === null ? undefined : lt(depositDuties.id, before[0]),
          ),
        )
        .orderBy(direction === 'forward' ? asc(depositDuties.id) : desc(depositDuties.id))
        .limit(limit + 1)
        .all()
        .map(({ duty }) => duty);
      const counts = countsOf(duties, now);
      return duties.map((duty) => ({ duty, ...(counts.get(duty.id) ?? NOTHING) }));
    },

    countDuties: (filter) =>
      db.select({ total: count() }).from(depositDuties).where(isOf(filter)).get()?.total ?? 0,

    dutyById: (id, holder) =>
      db
        .select()
        .from(depositDuties)
        .where(and(eq(depositDuties.id, id), isOf({ organization: null, holder })))
        .get()?.duty,

    items: (duty, state, page, now) =>
      db
        .all<ItemRow>(
          sql`${itemsOf([duty], now)}
            select encounter, ended, due_by as dueBy, missing, state from item
            where ${isOnPage(page, state)}
            ${page.direction === 'forward' ? sql`order by ended, encounter` : sql`order by ended desc, encounter desc`}
            limit ${page.limit + 1}`,
        )
        .map(({ missing, ...row }) => ({
          ...row,
          missing: JSON.parse(missing) as readonly ClinicalScope[],
        })),

    countItems: (duty, state, now) =>
      db.get<{ readonly total: number }>(
        sql`${itemsOf([duty], now)} select count(*) as total from item where ${isInState(state)}`,
      ).total,
  };
}

type ItemRow = Omit<DutyItem, 'missing'> & { readonly missing: string };

const NOTHING: DutyCounts = { due: 0, arrived: 0, arrivedLate: 0, late: 0, oldestLate: null };

function isInState(state: DutyState | null): SQL {
  return state === null ? sql`true` : sql`state = ${state}`;
}

function isOnPage({ after, before }: PageRequest<typeof BY_END>, state: DutyState | null): SQL {
  const follows = after === null ? sql`true` : sql`(ended, encounter) > (${after[0]}, ${after[1]})`;
  const precedes =
    before === null ? sql`true` : sql`(ended, encounter) < (${before[0]}, ${before[1]})`;
  return sql`${isInState(state)} and ${follows} and ${precedes}`;
}
