import type { Database } from '@causeway/kit';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { SecretNotice } from '../changes/record-change.js';
import { accessNotifications, auditEvents, outbox } from '../tables.js';

/** The codes of one kind that a patient is sent for one thing. */
export interface CodesOf {
  readonly patient: string;
  readonly kind: SecretNotice['kind'];
  /** What they are for: the FHIR reference that the trail names as changed. */
  readonly changed: string;
}

/** Forgets codes on their way to a patient: none of them is sent any more. */
export function forgetUnsentCodes(db: Database['db'], { patient, kind, changed }: CodesOf): void {
  const notices = db
    .select({ id: accessNotifications.id })
    .from(accessNotifications)
    .innerJoin(auditEvents, eq(auditEvents.id, accessNotifications.event))
    .where(
      and(
        eq(accessNotifications.patient, patient),
        eq(accessNotifications.kind, kind),
        eq(auditEvents.changed, changed),
      ),
    );
  db.delete(outbox)
    .where(and(isNotNull(outbox.secret), inArray(outbox.notification, notices)))
    .run();
}
