import { refused } from '@causeway/kit';
import type { ErrorCode } from '@causeway/schema';
import type { GraphQLError } from 'graphql';
import { JoiningError } from './joining-error.js';
import { NotificationPreferenceError } from './notification-preference.js';
import { UntoldPositionError } from './repository/joining-feed.js';
import { UnknownPatientError } from './repository/writes.js';

/** The answer for a patient who does not exist, and for whom the caller may not act: nobody learns which. */
export function notFound(): GraphQLError {
  return refused(
    'NOT_FOUND',
    'Expected the id of a patient for whom the caller may decide, got none that is',
  );
}

/**
 * What a change answers.
 *
 * @throws GraphQLError with the code of the refusal: BAD_USER_INPUT, CONFLICT or NOT_FOUND
 */
export function orRefusal<Result>(change: () => Result): Result {
  try {
    return change();
  } catch (error) {
    if (error instanceof UnknownPatientError) throw notFound();
    const code = codeOf(error);
    if (code === null || !(error instanceof Error)) throw error;
    throw refused(code, error.message);
  }
}

function codeOf(error: unknown): ErrorCode | null {
  if (error instanceof JoiningError) return 'CONFLICT';
  const isInput =
    error instanceof NotificationPreferenceError || error instanceof UntoldPositionError;
  return isInput ? 'BAD_USER_INPUT' : null;
}
