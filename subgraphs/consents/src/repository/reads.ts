import type { Database } from '@causeway/kit';
import type { AccessNotificationRow, AuditEventRow, ConsentRow, GrantRow } from '../tables.js';
import { auditEventReader, officeReader } from './audit-events.js';
import type { AuditEventFilter, OfficeReader } from './audit-events.js';
import { patientsUnderCare } from './care.js';
import type { CarePage } from './care.js';
import { consentReader, consentsOfPatient } from './consents.js';
import type { ConsentFilter } from './consents.js';
import { factsReader } from './facts.js';
import type { FactsReader } from './facts.js';
import { grantReader } from './grants.js';
import type { GrantFilter } from './grants.js';
import type { ListReader } from './list.js';
import { notificationReader } from './notifications.js';
import { transferReader } from './transfers.js';
import type { TransferReader } from './transfers.js';
import type { NotificationFilter } from './notifications.js';

/** What can be read, each by what its reader may see. */
export interface ConsentReads {
  readonly consents: ListReader<ConsentFilter, ConsentRow>;
  /** Every consent of a patient as it stands now, oldest first; for the patient alone. */
  consentsOfPatient(patient: string): ConsentRow[];
  readonly grants: ListReader<GrantFilter, GrantRow>;
  readonly auditEvents: ListReader<AuditEventFilter, AuditEventRow>;
  readonly notifications: ListReader<NotificationFilter, AccessNotificationRow>;
  readonly offices: OfficeReader;
  /** The register of what crossed the boundary. */
  readonly transfers: TransferReader;
  /** The ids of patients with an open relation of care to an organisation, in the order of the ids. */
  patientsUnderCare(page: CarePage): string[];
  /** The facts of each key, in order, at an instant (epoch milliseconds). */
  readonly facts: FactsReader;
}

/** The reads over a database. */
export function consentReads(database: Database): ConsentReads {
  return {
    consents: consentReader(database),
    consentsOfPatient: (patient) => consentsOfPatient(database, patient),
    grants: grantReader(database),
    auditEvents: auditEventReader(database),
    notifications: notificationReader(database),
    offices: officeReader(database),
    transfers: transferReader(database),
    patientsUnderCare: (page) => patientsUnderCare(database, page),
    facts: factsReader(database),
  };
}
