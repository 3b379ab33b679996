import type { ErrorCode } from '@causeway/schema';
import { GraphQLError } from 'graphql';

/** An error that refuses what was asked, with its code. */
export function refused(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
