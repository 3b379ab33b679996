import type { Database } from '@causeway/kit';
import type { GrantState } from '@causeway/schema';
import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { grants } from '../tables.js';
import type { GrantRow } from '../tables.js';
import type { Visibility } from '../visibility.js';
import { areAmong, isAmong } from './among.js';
import { inOrder, isOnPage } from './list.js';
import type { ListReader, Listing } from './list.js';
import { isVisible } from './visible.js';

/** Which grants of a patient are asked for; null asks for all. */
export interface GrantFilter {
  readonly state: readonly GrantState[] | null;
}

const LISTING: Listing = {
  table: grants,
  patient: grants.patient,
  instant: grants.instant,
  id: grants.owner,
};

/** Reads the versions of grants that are in force. */
export function grantReader({ db }: Database): ListReader<GrantFilter, GrantRow> {
  return {
    page: (visibility, filter, page) => {
      const condition = and(isInSight(visibility), matches(filter));
      return db
        .select()
        .from(grants)
        .where(and(isNull(grants.validTo), isOnPage(LISTING, condition, page)))
        .orderBy(inOrder(LISTING, page))
        .all();
    },
    count: (visibility, filter) =>
      db
        .select({ patient: grants.patient, total: count() })
        .from(grants)
        .where(and(isInSight(visibility), matches(filter)))
        .groupBy(grants.patient)
        .all(),
    byId: (visibility, ids) =>
      db
        .select()
        .from(grants)
        .where(and(isInSight(visibility), isAmong(grants.owner, ids)))
        .all(),
  };
}

/** The version of a patient's grant that is in force; undefined for an unknown id, and for another patient's. */
export function grantInForce(
  db: Database['db'],
  patient: string,
  id: string,
): GrantRow | undefined {
  return db
    .select()
    .from(grants)
    .where(and(isNull(grants.validTo), eq(grants.owner, id), eq(grants.patient, patient)))
    .get();
}

function isInSight(visibility: Visibility): SQL | undefined {
  const isParty = areAmong([grants.patient, grants.organization], visibility.parties);
  return and(isNull(grants.validTo), isVisible(grants.patient, visibility, isParty));
}

function matches({ state }: GrantFilter): SQL | undefined {
  return state === null ? undefined : inArray(grants.state, [...state]);
}
