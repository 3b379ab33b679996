import type { GraphQLFormattedError } from 'graphql';
import { readAccept } from './accept.js';

/** Codes of operations that cannot be run, in requests that are well formed. */
const NOT_RUN: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COMPLEX',
  'BAD_USER_INPUT',
  'DOCUMENT_NOT_REGISTERED',
]);

/**
 * The status of an answer for a client with that `Accept`: 200 instead of 400 where an operation cannot be run and the
 * client asks for `application/json`, since such clients look for GraphQL answers under 200 only. Who takes
 * `application/graphql-response+json`, or names no type, gets 400.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export function statusFor(
  accept: string,
  status: number,
  errors: readonly GraphQLFormattedError[] = [],
): number {
  if (status !== 400 || !readAccept(accept).isForJson || errors.length === 0) return status;
  return errors.every(({ extensions }) => NOT_RUN.has(extensions?.['code'])) ? 200 : status;
}
