/** What the consents subgraph keeps: lists and facts, changes by patients, the audit trail, writes of seeds and importer. */
import type { Database } from '@causeway/kit';
import type { AccessEvent, NoticeOutcome, NoticeTask } from '@causeway/schema';
import { verifyChain } from './audit/verify.js';
import type { ChainState } from './audit/verify.js';
import type { Authority } from './changes/authority.js';
import { giveSharingConsent } from './changes/give-sharing-consent.js';
import { revokeGrant } from './changes/revoke-grant.js';
import { revokeSharingConsent } from './changes/revoke-sharing-consent.js';
import type { SharingRequest } from './changes/sharing-request.js';
import { auditChain } from './repository/audit-events.js';
import { claimNotices, settleNotices } from './repository/outbox.js';
import { consentReads } from './repository/reads.js';
import type { ConsentReads } from './repository/reads.js';
import { recordAccess } from './repository/record-access.js';
import { consentWrites } from './repository/writes.js';
import type { ConsentWrites } from './repository/writes.js';
import type { ConsentRow, GrantRow } from './tables.js';

/** What the consents subgraph keeps. */
export interface ConsentsRepository extends ConsentReads, ConsentWrites {
  /** Gives an organisation a sharing consent, in place of a former one. */
  giveSharingConsent(authority: Authority, request: SharingRequest): ConsentRow;
  /** Revokes a sharing consent. */
  revokeSharingConsent(authority: Authority, id: string): ConsentRow;
  /** Revokes a grant, its consent and its link, and closes its encounter. */
  revokeGrant(authority: Authority, id: string): GrantRow;
  /** Records accesses, all of them durably or none; returns how many of the given events stand recorded. */
  recordAccess(events: readonly AccessEvent[]): number;
  /** Leases the notices that are due to a courier for a time (milliseconds), oldest first. */
  claimNotices(first: number, lease: number): NoticeTask[];
  /** Settles leased notices; returns how many of them were still to be settled. */
  settleNotices(outcomes: readonly NoticeOutcome[]): number;
  /** Whether the audit trail of a patient is as it was recorded, and where first it is not. */
  verifyChain(patient: string): ChainState;
}

/** The repository over a database, by a clock that gives epoch milliseconds. */
export function consentsRepository(database: Database, clock: () => number): ConsentsRepository {
  return {
    ...consentReads(database),
    ...consentWrites(database, clock),
    giveSharingConsent: (authority, request) =>
      giveSharingConsent(database, authority, request, clock()),
    revokeSharingConsent: (authority, id) => revokeSharingConsent(database, authority, id, clock()),
    revokeGrant: (authority, id) => revokeGrant(database, authority, id, clock()),
    recordAccess: (events) => recordAccess(database, events),
    claimNotices: (first, lease) => {
      const now = clock();
      return claimNotices(database, { first, until: now + lease }, now);
    },
    settleNotices: (outcomes) => settleNotices(database, outcomes, clock()),
    verifyChain: (patient) => {
      const { events, head } = auditChain(database, patient);
      return verifyChain(events, head);
    },
  };
}
