import { refused } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { GraphQLError } from 'graphql';
import { useRequestCode } from '../repository/request-codes.js';
import type { RequestCodeUse } from '../tables.js';
import type { GuessLimit, Guesser } from './guess-limit.js';
import { digestOfRequestCode } from './request-code.js';

/** A code that a professional was told, and for what. */
export interface ToldCode {
  readonly code: string;
  readonly use: RequestCodeUse;
  readonly guesser: Guesser;
  /** Whom the code has to name, where that is known. */
  readonly patient?: string;
}

/**
 * What is done for the patient whom a code names, in one transaction with using the code up: if it fails, the code is
 * as good as before.
 *
 * @throws GraphQLError NOT_FOUND, the same one for a code that is unknown, used, expired, for another organisation,
 *   another use or another patient, and for any code after too many wrong ones
 */
export function withRequestCode<Result>(
  database: Database,
  guesses: GuessLimit,
  { code, use, guesser, patient: expected }: ToldCode,
  now: number,
  work: (db: Database['db'], patient: string) => Result,
): Result {
  if (!guesses.mayTry(guesser, now)) throw codeNotFound();
  const { organization } = guesser;
  const digest = digestOfRequestCode(code);
  return database.inTransaction((db) => {
    const patient = useRequestCode(db, { digest, use, organization, now });
    const isExpected = expected === undefined || patient === expected;
    if (patient !== undefined && isExpected) return work(db, patient);
    guesses.countFailure(guesser, now);
    throw codeNotFound();
  });
}

function codeNotFound(): GraphQLError {
  return refused(
    'NOT_FOUND',
    'Expected a code that the patient has issued to your organisation within the last ten minutes, got none; ask the patient for a new one. After ten wrong codes none is taken for ten minutes',
  );
}
