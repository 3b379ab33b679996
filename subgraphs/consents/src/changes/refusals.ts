import { refused } from '@causeway/kit';
import type { GraphQLError } from 'graphql';

/** The answer for what does not exist, and for what is another's: nobody learns which. */
export function notFound(): GraphQLError {
  return refused(
    'NOT_FOUND',
    "Expected the id of one of the patient's own consents or grants, got none that is; read them for their ids",
  );
}

/** The answer to a change that the state of a record does not allow. */
export function conflict(expected: string, got: string): GraphQLError {
  return refused(
    'CONFLICT',
    `Expected ${expected}, got one that is ${got}; nothing is changed. Read its present state`,
  );
}

/** The answer to an argument that cannot be taken. */
export function badInput(message: string): GraphQLError {
  return refused('BAD_USER_INPUT', message);
}

/** The answer to a caller for whom a field is not. */
export function forbidden(expected: string): GraphQLError {
  return refused('FORBIDDEN', `Expected ${expected}, got another caller; ask as one`);
}
