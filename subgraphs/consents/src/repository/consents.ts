import { isAmong, listHoldsAmong } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { ConsentFact } from '@causeway/schema';
import { and, asc, count, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { consents } from '../tables.js';
import type { ConsentRow } from '../tables.js';
import type { Visibility } from '../visibility.js';
import { inOrder, isOnPage } from './list.js';
import type { ListReader, Listing } from './list.js';
import { isVisible } from './visible.js';

/** Which consents of a patient are asked for; null asks for all. */
export interface ConsentFilter {
  readonly kind: readonly ConsentFact['kind'][] | null;
  readonly status: readonly ConsentFact['status'][] | null;
}

const LISTING: Listing = {
  table: consents,
  patient: consents.patient,
  instant: consents.instant,
  id: consents.owner,
};

/** Reads the versions of consents that are in force. */
export function consentReader({ db }: Database): ListReader<ConsentFilter, ConsentRow> {
  return {
    page: (visibility, filter, page) => {
      const condition = and(isInSight(visibility), matches(filter));
      return db
        .select()
        .from(consents)
        .where(and(isNull(consents.validTo), isOnPage(LISTING, condition, page)))
        .orderBy(inOrder(LISTING, page))
        .all();
    },
    count: (visibility, filter) =>
      db
        .select({ patient: consents.patient, total: count() })
        .from(consents)
        .where(and(isInSight(visibility), matches(filter)))
        .groupBy(consents.patient)
        .all(),
    byId: (visibility, ids) =>
      db
        .select()
        .from(consents)
        .where(and(isInSight(visibility), isAmong(consents.owner, ids)))
        .all(),
  };
}

/** The version of a patient's consent that is in force; undefined for an unknown id, and for another patient's. */
export function consentInForce(
  db: Database['db'],
  patient: string,
  id: string,
): ConsentRow | undefined {
  return db
    .select()
    .from(consents)
    .where(and(isNull(consents.validTo), eq(consents.owner, id), eq(consents.patient, patient)))
    .get();
}

/** What an organisation has asked a patient for and nobody has answered, oldest first. */
export function proposedConsents(
  db: Database['db'],
  patient: string,
  organization: string,
): ConsentRow[] {
  return livingConsents(db, patient).filter(
    ({ kind, status, grantee }) =>
      kind === 'SHARING' && status === 'proposed' && grantee.includes(organization),
  );
}

/** The consents of a patient made through this layer that are in force or proposed, oldest first. */
export function livingConsents(db: Database['db'], patient: string): ConsentRow[] {
  return db
    .select()
    .from(consents)
    .where(
      and(
        isNull(consents.validTo),
        eq(consents.patient, patient),
        eq(consents.origin, 'LAYER'),
        inArray(consents.status, ['active', 'proposed']),
      ),
    )
    .orderBy(asc(consents.instant), asc(consents.owner))
    .all();
}

/** Every consent of a patient as it stands now, whoever made it, oldest first; for the patient alone. */
export function consentsOfPatient({ db }: Database, patient: string): ConsentRow[] {
  return db
    .select()
    .from(consents)
    .where(and(isNull(consents.validTo), eq(consents.patient, patient)))
    .orderBy(asc(consents.instant), asc(consents.owner))
    .all();
}

function isInSight(visibility: Visibility): SQL | undefined {
  const isParty = listHoldsAmong([consents.patient, consents.grantee], visibility.parties);
  return and(
    isNull(consents.validTo),
    isVisible(consents.patient, visibility, and(isParty, isForParties())),
  );
}

/**
 * What a party may know of a patient's consents: that a consent to it exists. That the patient restricts or refuses
 * it something is not told (`domain.md` 4.8, 4.9), and neither is what another source recorded.
 */
function isForParties(): SQL | undefined {
  return and(
    inArray(consents.kind, ['SHARING', 'CROSS_BORDER']),
    eq(consents.origin, 'LAYER'),
    or(eq(consents.decision, 'permit'), sql`json_array_length(${consents.provision}) > 0`),
  );
}

function matches({ kind, status }: ConsentFilter): SQL | undefined {
  return and(
    kind === null ? undefined : inArray(consents.kind, [...kind]),
    status === null ? undefined : inArray(consents.status, [...status]),
  );
}
