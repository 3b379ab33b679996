import type { Database } from '@causeway/kit';
import type { AccessEvent, NoticeOutcome, NoticeTask } from '@causeway/schema';
import { fhirAuditEvent } from '../audit/fhir-audit-event.js';
import type { FhirAuditEvent } from '../audit/fhir-audit-event.js';
import { verifyChain } from '../audit/verify-chain.js';
import type { ChainState } from '../audit/verify-chain.js';
import { verifyTrail } from '../audit/verify-trail.js';
import type { TrailState, VerifyOptions } from '../audit/verify-trail.js';
import { anchorAudit } from './anchor-audit.js';
import { auditTrail } from './audit-trail.js';
import { exportEvents } from './export-events.js';
import type { ExportFilter } from './export-events.js';
import { claimNotices, settleNotices } from './outbox.js';
import { recordAccess } from './record-access.js';

/** The audit trail, and the notices that patients get of it. */
export interface AuditStore {
  /** Records accesses, all of them durably or none; returns how many of the given events stand recorded. */
  recordAccess(events: readonly AccessEvent[]): number;
  /** Anchors all chains, if any has grown; returns the number of the newest anchor, 0 where there is nothing to bind. */
  anchorAudit(): number;
  /** Whether the audit trail of a patient is as it was recorded, and where first it is not. */
  verifyChain(patient: string): ChainState;
  /** Whether the whole audit trail is as it was recorded, and what first is not. */
  verifyTrail(options: VerifyOptions): TrailState;
  /** The events that are asked for as FHIR R4 AuditEvents, patient by patient in the order of the chains. */
  exportTrail(filter: ExportFilter): Iterable<FhirAuditEvent>;
  /** Leases the notices that are due to a courier for a time (milliseconds), oldest first. */
  claimNotices(first: number, lease: number): NoticeTask[];
  /** Settles leased notices; returns how many of them were still to be settled. */
  settleNotices(outcomes: readonly NoticeOutcome[]): number;
}

/** The audit trail over a database, by a clock that gives epoch milliseconds. */
export function auditStore(database: Database, clock: () => number): AuditStore {
  return {
    recordAccess: (events) => recordAccess(database, events),
    anchorAudit: () => anchorAudit(database, clock()),
    verifyChain: (patient) =>
      database.inReadTransaction((db) => verifyChain(auditTrail(db).chainOf(patient))),
    verifyTrail: (options) =>
      database.inReadTransaction((db) => verifyTrail(auditTrail(db), options)),
    exportTrail: function* (filter) {
      for (const event of exportEvents(database, filter)) yield fhirAuditEvent(event);
    },
    claimNotices: (first, lease) => {
      const now = clock();
      return claimNotices(database, { first, until: now + lease }, now);
    },
    settleNotices: (outcomes) => settleNotices(database, outcomes, clock()),
  };
}
