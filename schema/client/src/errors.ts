import { ERROR_CODES, REFUSAL_CODES, SCOPES } from './generated/codes.js';

/** Every code an error of the graph can have. The list is closed: a switch over it can be exhaustive. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Why a field of a permitted patient is null. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A category of records, as consents and grants name it. */
export type Scope = (typeof SCOPES)[number];

/** An error of an answer, as any GraphQL client hands it over. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The code of an error; undefined for an error that is not of the graph, such as one of the network. */
export function codeOf({ extensions }: GraphError): ErrorCode | undefined {
  const code = extensions?.['code'];
  return isErrorCode(code) ? code : undefined;
}

/** Whether something is a code of the graph. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return ERROR_CODES.some((known) => known === code);
}

/** Whether a code is that of a refusal. */
export function isRefusalCode(code: ErrorCode | undefined): code is RefusalCode {
  return REFUSAL_CODES.some((known) => known === code);
}

/** The scope that an error names; undefined where it names none. */
export function scopeOf({ extensions }: GraphError): Scope | undefined {
  const scope = extensions?.['scope'];
  return SCOPES.find((known) => known === scope);
}
