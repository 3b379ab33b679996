import { ownerOfSource } from '@causeway/kit';
import type { Database, Source, Written } from '@causeway/kit';
import { sources } from '../tables.js';
import { putCareRelation, putStepUp } from './put-care.js';
import type { NewCareRelation, NewStepUp } from './put-care.js';
import { putConsent } from './put-consent.js';
import type { NewConsent } from './put-consent.js';
import { putGrant } from './put-grant.js';
import type { NewGrant } from './put-grant.js';

/**
 * Writes for seeds and the importer. Each says from when it holds, in epoch milliseconds, the present where nothing is
 * said; repeated in its order, a history changes nothing.
 */
export interface ConsentWrites {
  /** Makes a consent what is given; an active one supersedes the one that is active for the same key. */
  putConsent(consent: NewConsent, at?: number): Written;
  putGrant(grant: NewGrant, at?: number): Written;
  putCareRelation(relation: NewCareRelation, at?: number): Written;
  putStepUp(stepUp: NewStepUp, at?: number): Written;
  /** The Consent id that a resource of a source became, null where it has not been seen. */
  consentOfSource(source: Source): string | null;
  /** Runs several writes as one: all of them, or none if one throws. */
  inTransaction<Result>(work: () => Result): Result;
}

/** The writes over a database, by a clock that gives epoch milliseconds. */
export function consentWrites(database: Database, clock: () => number): ConsentWrites {
  const since = (at: number = clock()) => ({ at, now: clock() });
  return {
    putConsent: (consent, at) => putConsent(database, consent, since(at)),
    putGrant: (grant, at) => putGrant(database, grant, since(at)),
    putCareRelation: (relation, at) => putCareRelation(database, relation, since(at)),
    putStepUp: (stepUp, at) => putStepUp(database, stepUp, since(at)),
    consentOfSource: (source) => ownerOfSource(database.db, sources, 'Consent', source),
    inTransaction: (work) => database.inTransaction(() => work()),
  };
}
