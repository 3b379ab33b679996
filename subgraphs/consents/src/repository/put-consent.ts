import { isDeepStrictEqual } from 'node:util';
import { recordSource } from '@causeway/kit';
import type { Database, Moment, Source, Stated, Written } from '@causeway/kit';
import { earliestInstant } from '@causeway/schema';
import type { ConsentFact, Period, ProvisionFact } from '@causeway/schema';
import type { CodeableConcept } from '@causeway/schema/datatypes';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { intervalOf } from '../period.js';
import { consents, sources } from '../tables.js';
import type { PolicyBasis, Verification } from '../tables.js';
import { putVersion } from './put-version.js';

/** A consent to be kept. One that was made elsewhere says where, and can only ever deny. */
export type NewConsent = ConsentContent &
  ({ readonly origin: 'LAYER' } | { readonly origin: 'IMPORTED'; readonly source: Source });

interface ConsentContent extends Omit<ConsentFact, 'origin'> {
  /** Patient id. */
  readonly patient: string;
  /** FHIR reference of who gave it: `Patient/<id>`. */
  readonly grantor: string | null;
  /** When it was given (FHIR dateTime). */
  readonly dateTime: string | null;
  readonly category?: readonly CodeableConcept[];
  readonly sourceReference?: string;
  readonly policyBasis?: PolicyBasis;
  readonly verification?: readonly Verification[];
}

type StatedConsent = Stated<typeof consents>;

/**
 * Makes a consent what is given, from an instant on. An active one takes the place of the one that is active for the
 * same patient, kind and grantee; consents from elsewhere take nobody's place, since each may deny something.
 *
 * @throws PeriodError if a period in it cannot be read: a decision would take it for one that is over, a denial too
 */
export function putConsent(database: Database, consent: NewConsent, moment: Moment): Written {
  refuseUnreadable([consent.period, ...periodsOf(consent.provision)]);
  return database.inTransaction((db) => {
    const { id } = consent;
    const written = putVersion(db, consents, consent, moment, (before) => {
      const next = numbered(before, statedBy(consent, before, moment.at));
      if (isActive(next) && (before === null || !isActive(before) || !haveOneKey(before, next))) {
        supersede(db, id, next, moment);
      }
      return next;
    });
    if (consent.origin === 'IMPORTED') recordSource(db, sources, 'Consent', id, consent.source);
    return written;
  });
}

/** Records a change of a consent in force, as its next version. */
export function changeConsent(
  db: Database['db'],
  { owner, patient }: { readonly owner: string; readonly patient: string },
  change: Partial<Pick<StatedConsent, 'status' | 'supersededBy'>>,
  moment: Moment,
): void {
  putVersion(db, consents, { id: owner, patient }, moment, (before) => {
    if (before === null) throw new Error(`Expected a consent ${owner} to change, found none`);
    return numbered(before, { ...before, ...change });
  });
}

/** The active consents made through this layer that a new one for the same patient, kind and grantee takes the place of. */
export function activeConsentsLike(
  db: Database['db'],
  id: string,
  { patient, kind, granteeKey }: Pick<StatedConsent, 'patient' | 'kind' | 'granteeKey'>,
): { owner: string; patient: string; validFrom: number }[] {
  const { owner, validFrom } = consents;
  return db
    .select({ owner, patient: consents.patient, validFrom })
    .from(consents)
    .where(
      and(
        isNull(consents.validTo),
        eq(consents.status, 'active'),
        eq(consents.origin, 'LAYER'),
        eq(consents.patient, patient),
        eq(consents.kind, kind),
        eq(consents.granteeKey, granteeKey),
        ne(owner, id),
      ),
    )
    .all();
}

/** Grantees in a form that is equal for equal sets. */
export function granteeKeyOf(grantee: readonly string[]): string {
  return JSON.stringify([...new Set(grantee)].sort());
}

function refuseUnreadable(periods: readonly Period[]): void {
  periods.forEach(intervalOf);
}

function periodsOf(provisions: readonly ProvisionFact[]): Period[] {
  return provisions.flatMap(({ period, dataPeriod, provision = [] }) => [
    ...[period, dataPeriod].filter((one) => one !== undefined),
    ...periodsOf(provision),
  ]);
}

function supersede(db: Database['db'], by: string, next: StatedConsent, moment: Moment): void {
  for (const former of activeConsentsLike(db, by, next)) {
    changeConsent(db, former, { status: 'inactive', supersededBy: by }, moment);
  }
}

function isActive({ status, origin }: StatedConsent): boolean {
  return status === 'active' && origin === 'LAYER';
}

function haveOneKey(one: StatedConsent, other: StatedConsent): boolean {
  return one.kind === other.kind && one.granteeKey === other.granteeKey;
}

function statedBy(
  consent: NewConsent,
  before: StatedConsent | null,
  at: number,
): Omit<StatedConsent, 'version'> {
  const { patient, kind, status, origin, grantor, grantee, dateTime } = consent;
  const { period, decision, provision } = consent;
  return {
    patient,
    kind,
    status,
    origin,
    category: consent.category ?? [],
    grantor,
    grantee,
    granteeKey: granteeKeyOf(grantee),
    dateTime,
    instant: earliestInstant(dateTime) ?? before?.instant ?? at,
    period,
    decision,
    provision,
    sourceReference: consent.sourceReference ?? null,
    policyBasis: consent.policyBasis ?? null,
    verification: consent.verification ?? [],
    supersededBy: null,
  };
}

/** The next version with its number; the same number where nothing else differs. */
function numbered(
  before: StatedConsent | null,
  stated: Omit<StatedConsent, 'version'>,
): StatedConsent {
  if (before === null) return { ...stated, version: 1 };
  const same = { ...stated, version: before.version };
  return isDeepStrictEqual(JSON.parse(JSON.stringify(same)), before)
    ? same
    : { ...stated, version: before.version + 1 };
}
