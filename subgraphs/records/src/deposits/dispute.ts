/** What patients say against a deposit, or one record of it. It is marked from then on; nothing is taken away. */
import { filled } from '@causeway/schema';
import { randomUUID } from 'node:crypto';
import { callerOf, raiseEpoch, refused } from '@causeway/kit';
import type { Database, SubgraphContext } from '@causeway/kit';
import { addDispute, disputeById, disputesOf, noteWithdrawal } from '../repository/disputes.js';
import { receiptById } from '../repository/receipts.js';
import { epochs } from '../tables.js';
import type { DepositRow } from '../tables.js';
import { notFound } from './refusals.js';
import { REFUSED } from './refusal-texts.js';

/** Who disputes for which patient. */
export interface Disputant {
  readonly patient: string;
  /** FHIR reference. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * The patient, or who decides for them, by the permit to authorise in the signed context of this very fetch.
 *
 * @throws GraphQLError NOT_FOUND without one, as for a patient who does not exist
 */
export function disputantOf(context: SubgraphContext, patient: string): Disputant {
  const caller = callerOf(context);
  const isPermitted = context.fetch.permits.some(
    (one) =>
      one.patient === patient &&
      one.action === 'AUTHORISE' &&
      one.administrativeBasis === 'SUBJECT' &&
      one.scopes.includes('DEPOSIT'),
  );
  if (caller.kind !== 'person' || !isPermitted) throw notFound();
  return { patient, by: `Patient/${caller.person}`, now: context.fetch.now };
}

/** What is disputed, and why. */
export interface DisputeRequest {
  /** DepositReceipt id. */
  readonly receipt: string;
  /** Record id; null for the whole deposit. */
  readonly record: string | null;
  readonly reason: string;
}

/**
 * Disputes a deposit or a record of it; returns its receipt.
 *
 * @throws GraphQLError BAD_USER_INPUT for a reason that is none, NOT_FOUND for what is not a deposit of the patient,
 * CONFLICT for what is disputed already
 */
export function disputeDeposit(
  database: Database,
  { patient, by, now }: Disputant,
  { receipt, record, reason }: DisputeRequest,
): DepositRow {
  const stated = reasonOf(reason);
  return database.inTransaction((db) => {
    const deposit = receiptById(db, receipt);
    if (deposit?.patient !== patient) throw notFound();
    if (record !== null && deposit.resources.every(({ id }) => id !== record)) throw notFound();
    const isDisputed = disputesOf(db, [receipt]).some(
      (dispute) => dispute.record === record && dispute.withdrawnAt === null,
    );
    if (isDisputed) {
      throw refused('CONFLICT', REFUSED.disputed);
    }
    addDispute(db, {
      id: randomUUID(),
      patient,
      deposit: receipt,
      record,
      reason: stated,
      disputedBy: by,
      disputedAt: now,
      withdrawnAt: null,
    });
    raiseEpoch(db, epochs, patient);
    return deposit;
  });
}

/**
 * Withdraws a dispute; returns the receipt of what was disputed.
 *
 * @throws GraphQLError NOT_FOUND for what is not a dispute of the patient, CONFLICT for one that is withdrawn already
 */
export function withdrawDispute(
  database: Database,
  { patient, now }: Disputant,
  id: string,
): DepositRow {
  return database.inTransaction((db) => {
    const dispute = disputeById(db, id);
    const deposit = dispute === null ? null : receiptById(db, dispute.deposit);
    if (dispute === null || dispute.patient !== patient || deposit === null) throw notFound();
    if (dispute.withdrawnAt !== null) {
      throw refused('CONFLICT', REFUSED.withdrawn);
    }
    noteWithdrawal(db, id, now);
    raiseEpoch(db, epochs, patient);
    return deposit;
  });
}

/** The fewest and the most characters of a reason. */
const REASON = { min: 5, max: 1_000 } as const;

function reasonOf(text: string): string {
  const reason = text.trim();
  const { length } = [...reason];
  if (length < REASON.min || length > REASON.max) {
    throw refused(
      'BAD_USER_INPUT',
      filled(REFUSED.reasonLength, { least: REASON.min, most: REASON.max, got: length }),
    );
  }
  // Control and format characters, among them those that turn the direction of writing.
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(reason)) {
    throw refused('BAD_USER_INPUT', REFUSED.reasonNotPlain);
  }
  return reason;
}
