import type { Database } from '@causeway/kit';
import { and, eq, lte, or } from 'drizzle-orm';
import { requestCodes } from '../tables.js';
import type { RequestCodeRow, RequestCodeUse } from '../tables.js';

/** What a code is redeemed for, by whom, and when (epoch milliseconds). */
export interface CodeRedemption {
  readonly digest: string;
  readonly use: RequestCodeUse;
  readonly organization: string;
  readonly now: number;
}

/** Keeps a new code in place of the patient's former one for the same organisation and use, and forgets expired ones. */
export function addRequestCode(db: Database['db'], code: Omit<RequestCodeRow, 'usedAt'>): void {
  const { patient, organization, use, issuedAt } = code;
  const isReplaced = and(eq(requestCodes.organization, organization), eq(requestCodes.use, use));
  db.delete(requestCodes)
    .where(
      and(eq(requestCodes.patient, patient), or(isReplaced, lte(requestCodes.expiresAt, issuedAt))),
    )
    .run();
  db.insert(requestCodes)
    .values({ ...code, usedAt: null })
    .run();
}

/**
 * Uses a code up, once: the Patient id that it names. Undefined for one that is unknown, used, expired, another
 * organisation's or for another use, all after the same one look-up. Called in a transaction.
 */
export function useRequestCode(
  db: Database['db'],
  { digest, use, organization, now }: CodeRedemption,
): string | undefined {
  const code = db.select().from(requestCodes).where(eq(requestCodes.digest, digest)).get();
  const isGood =
    code !== undefined &&
    code.use === use &&
    code.organization === organization &&
    code.usedAt === null &&
    now < code.expiresAt;
  if (!isGood) return undefined;
  db.update(requestCodes).set({ usedAt: now }).where(eq(requestCodes.digest, digest)).run();
  return code.patient;
}

/** Makes every code of a patient unknown. Called in a transaction. */
export function forgetRequestCodes(db: Database['db'], patient: string): void {
  db.delete(requestCodes).where(eq(requestCodes.patient, patient)).run();
}
