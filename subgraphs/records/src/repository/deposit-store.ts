import type { Database } from '@causeway/kit';
import type { DepositEvent, Permit } from '@causeway/schema';
import type { DepositTerms } from '../deposits/deposit-terms.js';
import { disputeDeposit, withdrawDispute } from '../deposits/dispute.js';
import type { Disputant, DisputeRequest } from '../deposits/dispute.js';
import { takeDeposit } from '../deposits/take-deposit.js';
import type { DepositRequest } from '../deposits/take-deposit.js';
import type { ImageFiles } from '../images/image-files.js';
import type { DepositRow, DisputeRow } from '../tables.js';
import { depositEventsAfter } from './deposits.js';
import { disputesOf } from './disputes.js';
import type { PatientCount } from './lists.js';
import { countReceipts, readReceiptPages, readReceipts } from './receipts.js';
import type { ReceiptPage } from './receipts.js';

/** Deposits, their receipts, and what patients say of them. */
export interface DepositStore {
  /** @see takeDeposit */
  take(terms: DepositTerms, request: DepositRequest): DepositRow;
  /** @see disputeDeposit */
  dispute(disputant: Disputant, request: DisputeRequest): DepositRow;
  /** @see withdrawDispute */
  withdrawDispute(disputant: Disputant, dispute: string): DepositRow;
  /** The receipts of the given ids that the permits release. */
  receipts(permits: readonly Permit[], ids: readonly string[]): DepositRow[];
  /** A page of the receipts of each permitted patient, with one more than asked for. */
  receiptPages(permits: readonly Permit[], page: ReceiptPage): DepositRow[];
  /** How many receipts each permitted patient has. */
  receiptCounts(permits: readonly Permit[]): PatientCount[];
  /** The disputes of deposits that were released already. */
  disputes(receipts: readonly string[]): DisputeRow[];
  /** The events after a position, oldest first, so many at most. */
  events(after: number, first: number): DepositEvent[];
}

/** The deposits of a database, with their images in a folder. */
export function depositStore(database: Database, files: ImageFiles): DepositStore {
  const { db } = database;
  return {
    take: (terms, request) => takeDeposit(database, files, terms, request),
    dispute: (disputant, request) => disputeDeposit(database, disputant, request),
    withdrawDispute: (disputant, dispute) => withdrawDispute(database, disputant, dispute),
    receipts: (permits, ids) => readReceipts(db, permits, ids),
    receiptPages: (permits, page) => readReceiptPages(db, permits, page),
    receiptCounts: (permits) => countReceipts(db, permits),
    disputes: (receipts) => disputesOf(db, receipts),
    events: (after, first) => depositEventsAfter(db, after, first),
  };
}
