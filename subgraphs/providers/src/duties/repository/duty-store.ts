import { randomUUID } from 'node:crypto';
import { eventsAfter, momentAfter, without } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { DepositDutyEvent } from '@causeway/schema';
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { checkReason } from '../../reason.js';
import type { StepRecord } from '../../entries.js';
import type { OrganizationStore } from '../../repository/organizations.js';
import { pageById } from '../../repository/page-by-id.js';
import type { PageById } from '../../repository/page-by-id.js';
import { UnknownProviderError } from '../../repository/unknown-provider-error.js';
import { endOfDuty, specifiedTerms } from '../duty-terms.js';
import type { DutySpecification } from '../duty-terms.js';
import { putDuty } from './put-duty.js';
import { depositDuties, dutyEvents } from '../tables.js';
import type { DutyRow } from '../tables.js';

/** A specification that comes with its id and the instant it was made, as seeds state it. */
export interface DutyEntry extends DutySpecification, StepRecord {
  /** Random UUID. */
  readonly id: string;
}

/** Duties to deposit, read by one statement each, and written; each write is a transaction. */
export interface DutyStore {
  /** The duties of the ids that are there, as they are, in no order. */
  depositDutiesById(ids: readonly string[]): DutyRow[];
  /** A page of the duties of an organisation, or of all where it is null, in the order of ids. */
  depositDutyPage(organization: string | null, page: PageById): DutyRow[];
  /** How many duties that are. */
  countDepositDuties(organization: string | null): number;
  /** The versions of several duties, oldest first. */
  depositDutyHistoryOf(ids: readonly string[]): DutyRow[];
  /** Specifies a duty; returns its id. @see specifiedTerms for what it throws; ReasonError for no reason */
  specifyDepositDuty(specification: DutySpecification, record: StepRecord): string;
  /** Ends a specified duty. @throws UnknownProviderError for an unknown one; @see endOfDuty */
  endDepositDuty(id: string, until: string, record: StepRecord): void;
  /** Writes a specification of an instant in the past; one that is there already stays as it is. Returns whether it is new. */
  putDepositDuty(entry: DutyEntry, at: number): boolean;
  /** The events of the feed after a position, oldest first, so many at most. */
  dutyEvents(after: number, first: number): DepositDutyEvent[];
}

/** The duties of a database, by a clock that gives epoch milliseconds. */
export function dutyStore(
  database: Database,
  organizations: Pick<OrganizationStore, 'organizationsById'>,
  clock: () => number,
): DutyStore {
  const { db } = database;
  const isCurrent = isNull(depositDuties.validTo);

  const isOf = (organization: string | null) =>
    and(
      isCurrent,
      organization === null ? undefined : eq(depositDuties.organization, organization),
    );

  const byId = (ids: readonly string[]) =>
    db
      .select()
      .from(depositDuties)
      .where(and(inArray(depositDuties.owner, [...ids]), isCurrent))
      .all();

  const put = (
    { id, reason, recordedBy, ...specification }: DutyEntry,
    at: number,
    now: number,
  ) => {
    checkReason(reason);
    const { organization } = specification;
    const others = db.select().from(depositDuties).where(isOf(organization)).all();
    const [holder] = organizations.organizationsById([organization]);
    const terms = specifiedTerms(specification, holder, others, at);
    putDuty(
      db,
      id,
      { at, now },
      {
        ...terms,
        basis: 'SPECIFICATION',
        recognition: null,
        until: null,
        reason,
        recordedBy: recordedBy ?? null,
      },
    );
  };

  return {
    depositDutiesById: byId,

    depositDutyPage: (organization, page) => {
      const { within, order, rows } = pageById(depositDuties.owner, page);
      return db
        .select()
        .from(depositDuties)
        .where(and(isOf(organization), within))
        .orderBy(order)
        .limit(rows)
        .all();
    },

    countDepositDuties: (organization) =>
      db.select({ total: count() }).from(depositDuties).where(isOf(organization)).get()?.total ?? 0,

    depositDutyHistoryOf: (ids) =>
      db
        .select()
        .from(depositDuties)
        .where(inArray(depositDuties.owner, [...ids]))
        .orderBy(asc(depositDuties.owner), asc(depositDuties.validFrom))
        .all(),

    specifyDepositDuty: (specification, record) =>
      database.inTransaction(() => {
        const id = randomUUID();
        const now = clock();
        put({ ...specification, ...record, id }, now, now);
        return id;
      }),

    endDepositDuty: (id, until, { reason, recordedBy }) => {
      database.inTransaction(() => {
        checkReason(reason);
        const [found] = byId([id]);
        if (found === undefined) throw new UnknownProviderError('DepositDuty', id);
        const now = clock();
        putDuty(db, id, momentAfter(found.validFrom, now), {
          ...without(found, 'owner', 'validFrom', 'validTo'),
          until: endOfDuty(found, until, now),
          reason,
          recordedBy: recordedBy ?? null,
        });
      });
    },

    putDepositDuty: (entry, at) =>
      database.inTransaction(() => {
        if (byId([entry.id]).length > 0) return false;
        put(entry, at, clock());
        return true;
      }),

    dutyEvents: (after, first) => eventsAfter(db, dutyEvents, after, first),
  };
}
