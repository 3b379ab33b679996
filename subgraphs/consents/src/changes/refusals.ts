import { refused } from '@causeway/kit';
import { filled } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import type { GraphQLError } from 'graphql';
import { CONFLICTING } from '../refusal-texts.js';

/** The answer for what does not exist, and for what is another's: nobody learns which. */
export function notFound(): GraphQLError {
  return refused(
    'NOT_FOUND',
    "Expected the id of one of the patient's own consents or grants, got none that is; read them for their ids",
  );
}

/** The answer to a change that the state of a record does not allow. */
export function conflict(expected: Texts, got: Texts | string): GraphQLError {
  return refused('CONFLICT', filled(CONFLICTING, { expected, got }));
}

/** The answer to an argument that cannot be taken. */
export function badInput(
  told: Texts,
  parts: Readonly<Record<string, string | number | Texts>> = {},
): GraphQLError {
  return refused('BAD_USER_INPUT', filled(told, parts));
}

/** The answer to a caller for whom a field is not. */
export function forbidden(expected: string): GraphQLError {
  return refused('FORBIDDEN', `Expected ${expected}, got another caller; ask as one`);
}
