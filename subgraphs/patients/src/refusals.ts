import { refused } from '@causeway/kit';
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
    if (error instanceof JoiningError) throw refused('CONFLICT', error.texts);
    if (error instanceof NotificationPreferenceError) throw refused('BAD_USER_INPUT', error.texts);
    if (error instanceof UntoldPositionError) throw refused('BAD_USER_INPUT', error.message);
    throw error;
  }
}
