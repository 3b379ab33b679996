import { areAmong, isAmong } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { GrantState } from '@causeway/schema';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { grants } from '../tables.js';
import type { GrantRow } from '../tables.js';
import type { Visibility } from '../visibility.js';
import { inOrder, isOnPage } from './list.js';
import type { ListReader, Listing } from './list.js';
import { isVisible } from './visible.js';

/** Which grants of a patient are asked for, by the state that is recorded of them; null asks for all. */
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

/** The version in force of any patient's grant; undefined for an unknown id. Whom it is told is the asker's to judge. */
export function grantOf(db: Database['db'], id: string): GrantRow | undefined {
  return db
    .select()
    .from(grants)
    .where(and(isNull(grants.validTo), eq(grants.owner, id)))
    .get();
}

/** Whose open grants are meant; what is left out is not looked at. */
export interface OpenGrants {
  readonly patient?: string;
  /** Organization id. */
  readonly organization?: string;
  /** Id of the public health record system that asked. */
  readonly system?: string;
}

/** The grants in force that may still lead to something, oldest first. Time may have turned them since. */
export function openGrants(
  db: Database['db'],
  { patient, organization, system }: OpenGrants,
): GrantRow[] {
  return db
    .select()
    .from(grants)
    .where(
      and(
        isNull(grants.validTo),
        inArray(grants.state, ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED', 'REDEEMED', 'SUSPENDED']),
        patient === undefined ? undefined : eq(grants.patient, patient),
        organization === undefined ? undefined : eq(grants.organization, organization),
        system === undefined ? undefined : eq(sql`${grants.askedBy} ->> 'system'`, system),
      ),
    )
    .orderBy(asc(grants.instant), asc(grants.owner))
    .all();
}

/** Whose requests are meant: those of one professional at one organisation, through one system or none. */
export interface Asker {
  readonly organization: string;
  readonly practitionerRole: string;
  readonly system: string | null;
}

/** What somebody has asked for, newest first, so many at most; of one id alone where it is given. */
export function requestsBy(
  db: Database['db'],
  { organization, practitionerRole, system }: Asker,
  { id, first }: { readonly id?: string; readonly first: number },
): GrantRow[] {
  return db
    .select()
    .from(grants)
    .where(
      and(
        isNull(grants.validTo),
        eq(grants.organization, organization),
        eq(sql`${grants.askedBy} ->> 'practitionerRole'`, practitionerRole),
        sql`${grants.askedBy} ->> 'system' is ${system}`,
        id === undefined ? undefined : eq(grants.owner, id),
      ),
    )
    .orderBy(desc(grants.instant), desc(grants.owner))
    .limit(first)
    .all();
}

/** What a patient was asked for through this layer, newest first, so many at most. */
export function requestsTo(db: Database['db'], patient: string, first: number): GrantRow[] {
  return db
    .select()
    .from(grants)
    .where(and(isNull(grants.validTo), eq(grants.patient, patient), isNotNull(grants.asked)))
    .orderBy(desc(grants.instant), desc(grants.owner))
    .limit(first)
    .all();
}

function isInSight(visibility: Visibility): SQL | undefined {
  const isParty = areAmong([grants.patient, grants.organization], visibility.parties);
  return and(isNull(grants.validTo), isVisible(grants.patient, visibility, isParty));
}

function matches({ state }: GrantFilter): SQL | undefined {
  return state === null ? undefined : inArray(grants.state, [...state]);
}
