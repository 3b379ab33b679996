/** What the consents subgraph keeps: lists and facts, changes by patients, the audit trail, writes of seeds and importer. */
import type { Database } from '@causeway/kit';
import type { EncounterEvent, GrantChange } from '@causeway/schema';
import { accessChanges } from './access-changes.js';
import type { AccessChanges } from './access-changes.js';
import type { Authority } from './changes/authority.js';
import { endConsent } from './changes/end-consent.js';
import { giveSharingConsent } from './changes/give-sharing-consent.js';
import { revokeGrant } from './changes/revoke-grant.js';
import type { SharingRequest } from './changes/sharing-request.js';
import { linkTerms } from './links/link-terms.js';
import type { LinkTerms } from './links/link-terms.js';
import { auditStore } from './repository/audit-store.js';
import type { AuditStore } from './repository/audit-store.js';
import { encounterEventsAfter, tellUntoldEncounters } from './repository/encounter-events.js';
import { grantChangesAfter, lastGrantChange } from './repository/grant-changes.js';
import { consentReads } from './repository/reads.js';
import type { ConsentReads } from './repository/reads.js';
import { consentWrites } from './repository/writes.js';
import type { ConsentWrites } from './repository/writes.js';
import { requestChanges } from './request-changes.js';
import type { RequestChanges } from './request-changes.js';
import type { ConsentRow, GrantRow } from './tables.js';

/** What the consents subgraph keeps. */
export interface ConsentsRepository
  extends ConsentReads, ConsentWrites, AuditStore, AccessChanges, RequestChanges {
  /** Gives an organisation a sharing consent, in place of a former one. */
  giveSharingConsent(authority: Authority, request: SharingRequest): ConsentRow;
  /** Revokes a sharing consent. */
  revokeSharingConsent(authority: Authority, id: string): ConsentRow;
  /** Revokes a grant, its consent and its link, and closes its encounter. */
  revokeGrant(authority: Authority, id: string): GrantRow;
  /** The events of the feed of encounters abroad after a position, oldest first, so many at most. */
  encounterEvents(after: number, first: number): EncounterEvent[];
  /** The grants that have changed after a position, each at its last change, oldest first, so many at most. */
  grantChanges(after: number, first: number): GrantChange[];
  /** The position of the last change of any grant; 0 before the first. */
  lastGrantChange(): number;
}

/**
 * The repository over a database, by a clock that gives epoch milliseconds. Encounters of before there was a feed of them
 * are told of at once.
 */
export function consentsRepository(
  database: Database,
  clock: () => number,
  terms: LinkTerms = linkTerms({}),
): ConsentsRepository {
  tellUntoldEncounters(database);
  return {
    ...consentReads(database),
    ...consentWrites(database, clock),
    ...auditStore(database, clock),
    ...accessChanges(database, clock, terms),
    ...requestChanges(database, clock),
    giveSharingConsent: (authority, request) =>
      giveSharingConsent(database, authority, request, clock()),
    revokeSharingConsent: (authority, id) =>
      endConsent(database, authority, 'SHARING', id, clock()),
    revokeGrant: (authority, id) => revokeGrant(database, authority, id, clock()),
    encounterEvents: (after, first) => encounterEventsAfter(database, after, first),
    grantChanges: (after, first) => grantChangesAfter(database, after, first),
    lastGrantChange: () => lastGrantChange(database),
  };
}
