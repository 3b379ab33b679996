import { GraphQLError } from 'graphql';

/** The answer for what does not exist, and for what is another's: nobody learns which. */
export function notFound(): GraphQLError {
  return new GraphQLError(
    "Expected the id of one of the patient's own consents or grants, got none that is; read them for their ids",
    { extensions: { code: 'NOT_FOUND' } },
  );
}

/** The answer to a change that the state of a record does not allow. */
export function conflict(expected: string, got: string): GraphQLError {
  return new GraphQLError(
    `Expected ${expected}, got one that is ${got}; nothing is changed. Read its present state`,
    { extensions: { code: 'CONFLICT' } },
  );
}

/** The answer to an argument that cannot be taken. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** The answer to a caller for whom a field is not. */
export function forbidden(expected: string): GraphQLError {
  return new GraphQLError(`Expected ${expected}, got another caller; ask as one`, {
    extensions: { code: 'FORBIDDEN' },
  });
}
