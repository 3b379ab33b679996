import type { ApolloServerPlugin } from '@apollo/server';

const JSON_TYPE = 'application/json';
const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** Codes of operations that cannot be run, in requests that are well formed. */
const NOT_RUN: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COMPLEX',
  'BAD_USER_INPUT',
]);

/**
 * Answers 200 where an operation cannot be run and the client asks for `application/json`, since such clients look
 * for GraphQL answers under 200 only. Who takes `application/graphql-response+json`, or names no type, gets 400.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export const jsonStatus: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response: { body, http } }) => {
        const accepted = request.http?.headers.get('accept') ?? '';
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        const isNotRun =
          errors.length > 0 && errors.every(({ extensions }) => NOT_RUN.has(extensions?.['code']));
        const asksForJson = accepted.includes(JSON_TYPE) && !accepted.includes(GRAPHQL_RESPONSE);
        if (isNotRun && asksForJson && http.status === 400) http.status = 200;
        return Promise.resolve();
      },
    }),
};
