import type { Database } from '@causeway/kit';
import { CLINICAL_SCOPES } from '@causeway/schema';
import type { DepositEvent } from '@causeway/schema';
import type { AuditEntry } from '../audit/chain.js';
import { entryOfChange, standingOfLayer } from '../audit/entry.js';
import { noticeOf } from '../audit/notice.js';
import { addNotices, appendEntries } from '../repository/append-events.js';
import { grantOf } from '../repository/grants.js';
import { crossingOfDeposit } from '../transfers/crossing.js';
import { registerCrossings } from '../transfers/register-crossings.js';

/**
 * Takes in that records came into a patient's account: the trail says so, the patient is told, and what came from abroad
 * is registered. Called in a transaction, at an instant (epoch milliseconds).
 */
export function takeDeposit(db: Database['db'], deposit: DepositEvent, now: number): void {
  const entry = entryOfDeposit(deposit, now);
  appendEntries(db, [entry]);
  const notice = noticeOf(entry, 'DEPOSITED', deposit.organization);
  addNotices(db, [{ notice, secret: null }]);
  if (deposit.grant === null) return;
  const system = grantOf(db, deposit.grant)?.askedBy?.system ?? null;
  registerCrossings(db, [crossingOfDeposit(deposit, { system, event: entry.id })]);
}

/** Who deposited stands in the access that the gateway recorded; here the layer says what became of it. */
function entryOfDeposit(
  { patient, receipt, purpose, counts, grant }: DepositEvent,
  at: number,
): AuditEntry {
  const change = entryOfChange({
    ...standingOfLayer(patient),
    action: 'DEPOSIT',
    abroad: grant !== null,
    kind: 'DEPOSITED',
    changed: `DepositReceipt/${receipt}`,
    scope: 'DEPOSIT',
    at,
  });
  const scopes = CLINICAL_SCOPES.filter((scope) => counts[scope] !== undefined);
  return { ...change, purpose, scopes, counts };
}
