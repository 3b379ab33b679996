/** What becomes of consents and grants when a patient joins or leaves the eHealth system. */
import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import type { ChangeKind, JoiningEvent } from '@causeway/schema';
import { standingOfLayer } from '../audit/entry.js';
import { endByChange } from '../changes/end-consent.js';
import { recordChange } from '../changes/record-change.js';
import { isRevocable, revokeByChange } from '../grants/revoke-by-change.js';
import { settleGrant } from '../grants/settle-grant.js';
import { livingConsents } from '../repository/consents.js';
import { openGrants } from '../repository/grants.js';
import { putConsent } from '../repository/put-consent.js';
import type { NewConsent } from '../repository/put-consent.js';
import { forgetRequestCodes } from '../repository/request-codes.js';
import type { ConsentRow } from '../tables.js';

/**
 * Takes in a patient's standing. Joining makes the joining consent. Leaving ends every consent that permits, every grant and link, and every request; what
 * the patient restricted stays, in case of a return. Called in a transaction, at an instant (epoch milliseconds).
 */
export function takeJoining(
  database: Database,
  db: Database['db'],
  { patient, joining }: JoiningEvent,
  now: number,
): void {
  switch (joining) {
    case 'ACTIVE':
      join(database, db, patient, now);
      break;
    case 'WITHDRAWN':
    case 'DECEASED':
      tell(db, patient, 'WITHDRAWN', now);
      endGrants(db, patient, now);
      endConsents(db, patient, now);
      forgetRequestCodes(db, patient);
      break;
    // Decisions read the standing itself; nothing ends by these.
    case 'SUSPENDED':
    case 'NOT_JOINED':
      break;
  }
}

/** Whose joining consent stands has joined before this was told, as those of seeds and imports have. */
function join(database: Database, db: Database['db'], patient: string, now: number): void {
  const stands = livingConsents(db, patient).some(
    ({ kind, status }) => kind === 'JOINING' && status === 'active',
  );
  if (stands) return;
  const moment = { at: now, now };
  putConsent(database, joiningConsent(patient, new Date(now).toISOString()), moment);
  tell(db, patient, 'JOINED', now);
}

/** Joining is a consent of its own: it lets providers deposit, and public ones read. */
function joiningConsent(patient: string, dateTime: string): NewConsent {
  return {
    id: randomUUID(),
    patient,
    origin: 'LAYER',
    kind: 'JOINING',
    status: 'active',
    grantor: `Patient/${patient}`,
    grantee: [],
    dateTime,
    period: { start: dateTime, end: null },
    decision: 'permit',
    provision: [],
  };
}

function tell(db: Database['db'], patient: string, kind: ChangeKind, at: number): void {
  const changed = `Patient/${patient}`;
  recordChange(db, { ...standingOfLayer(patient), kind, changed, scope: 'CONSENT', at }, null);
}

/** Before the consents: a grant takes the consent that materialises it with it. */
function endGrants(db: Database['db'], patient: string, now: number): void {
  for (const grant of openGrants(db, { patient }).map((one) => settleGrant(db, one, now))) {
    if (grant.state !== 'REQUESTED' && !isRevocable(grant.state)) continue;
    revokeByChange(db, grant, standingOfLayer(patient), now);
  }
}

function endConsents(db: Database['db'], patient: string, now: number): void {
  for (const consent of livingConsents(db, patient).filter(mayPermit)) {
    endByChange(db, consent, standingOfLayer(patient), now);
  }
}

function mayPermit({ kind }: ConsentRow): boolean {
  switch (kind) {
    case 'JOINING':
    case 'SHARING':
    case 'CROSS_BORDER':
      return true;
    case 'RESTRICTION':
    case 'DEPOSIT_OBJECTION':
      return false;
  }
}
