import { refused } from '@causeway/kit';
import { GraphQLError } from 'graphql';

/**
 * The answer for a link that opens nothing for this caller, to the letter the same for an unknown, expired, replaced,
 * used, locked, revoked or suspended one, and for another organisation's.
 */
export function linkNotFound(): GraphQLError {
  return refused(
    'LINK_NOT_FOUND',
    'Expected a link that can be redeemed by this organisation, got none that can; ask the patient for a new one',
  );
}

/** The answer to a code that is wrong while attempts are left. */
export function codeInvalid(remainingAttempts: number): GraphQLError {
  return new GraphQLError(
    `Expected the code that was sent to the patient, got another one; attempts left: ${remainingAttempts}`,
    { extensions: { code: 'PASSCODE_INVALID', remainingAttempts } },
  );
}

/** The answer to the last wrong passcode. */
export function linkLocked(): GraphQLError {
  return refused(
    'LINK_LOCKED',
    'Expected the passcode that was sent to the patient, got a wrong one too often: the link is locked for good; the patient has to be asked anew',
  );
}
