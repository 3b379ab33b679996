/** Codes of refusals: what a permit does not cover. They depend on the permit and the coordinate alone. */
export const REFUSAL_CODES = [
  'CONSENT_REQUIRED',
  'ROLE_NOT_PERMITTED',
  'STEP_UP_REQUIRED',
  'NOT_SHARABLE',
] as const;

/** Why a field of a permitted patient is `null`. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Every `extensions.code` that the layer itself answers with. */
export const ERROR_CODES = [
  ...REFUSAL_CODES,
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'PURPOSE_REQUIRED',
  'POLICY_UNAVAILABLE',
  'SUBGRAPH_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_TOO_COMPLEX',
  'CONFLICT',
  'NOT_FOUND',
  'LINK_NOT_FOUND',
  'PASSCODE_INVALID',
  'LINK_LOCKED',
  'DEPOSIT_REJECTED',
  'DEADLINE_EXCEEDED',
  'TOO_MANY_SUBSCRIPTIONS',
  'INTERNAL_SERVER_ERROR',
] as const;

/** A stable code of an error. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Codes of requests that come to no operation: those of GraphQL servers in general. No subgraph's may pass. */
export const REQUEST_CODES = [
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'DOCUMENT_NOT_REGISTERED',
  'SERVICE_UNAVAILABLE',
] as const;

/** A stable code of a request that comes to no operation. */
export type RequestCode = (typeof REQUEST_CODES)[number];

/** Every code that a client may be answered: there are no others. */
export const ANSWER_CODES = [...ERROR_CODES, ...REQUEST_CODES] as const;

/** Any code that a client may be answered. */
export type AnswerCode = ErrorCode | RequestCode;

const known: ReadonlySet<string> = new Set(ERROR_CODES);

const answered: ReadonlySet<unknown> = new Set(ANSWER_CODES);

const DOCUMENTATION: ReadonlyMap<unknown, string> = new Map(
  ANSWER_CODES.map((code) => [
    code,
    `https://specs.causeway.health/errors/${code.toLowerCase().replaceAll('_', '-')}`,
  ]),
);

/** Whether a code is one of the layer's own, and so may pass from a subgraph to a client. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && known.has(code);
}

/** Whether a code is one that clients may be answered. */
export function isAnswerCode(code: unknown): code is AnswerCode {
  return answered.has(code);
}

/** Where a code is explained: its last part names the page in `docs/errors`; undefined for codes that are not ours. */
export function documentationOf(code: unknown): string | undefined {
  return DOCUMENTATION.get(code);
}
