import { ERROR_TEXTS, isScope, wordsOf } from '@causeway/schema';
import type { ErrorCode } from '@causeway/schema';
import { FieldFailure } from '../execution/index.js';
import { AuditUnavailableError } from '../audit/audit-log.js';
import { FactsUnavailableError } from '../facts/facts-source.js';
import { ClockUnavailableError } from './decision-clock.js';
import { OWN_TEXTS } from './error-text.js';
import { TransportError } from './transport-error.js';
import { remainingAttempts } from './remaining-attempts.js';

/** Whether an error means that nobody can decide, so that nothing may be released. */
export function isPolicyFailure(error: unknown): boolean {
  return (
    error instanceof FactsUnavailableError ||
    error instanceof AuditUnavailableError ||
    error instanceof ClockUnavailableError
  );
}

/** Whether an error means that the time for the request, or for one exchange, was over. */
function isDeadline(error: unknown): boolean {
  if (error instanceof TransportError)
    return error.failure === 'timeout' || error.failure === 'cancelled';
  const { name } = error as { readonly name?: unknown };
  return name === 'TimeoutError' || name === 'AbortError';
}

/**
 * In whose words an error is told. A query's errors are told in words of the gateway's own, since a subgraph's could
 * say anything of what it holds. A change that is refused is told in the subgraph's: only it knows what was expected
 * of the arguments, and it has looked at nothing that the caller did not name.
 */
export type Words = 'GATEWAY' | 'SUBGRAPH';

/**
 * What a client learns of a failed fetch or of a subgraph's error: a code of ours with its message, or that a subgraph
 * failed and nothing more.
 *
 * @throws the error itself where it means that nobody can decide
 */
export function describeFailure(error: unknown, words: Words): FieldFailure {
  if (isPolicyFailure(error)) throw error;
  if (typeof error === 'object' && error !== null && isDeadline(error))
    return failureOf('DEADLINE_EXCEEDED');
  return publicError(error, words) ?? failureOf('SUBGRAPH_FAILED');
}

function failureOf(code: ErrorCode): FieldFailure {
  return new FieldFailure(code, ERROR_TEXTS[code].en);
}

/** The codes that a subgraph may give. */
const SUBGRAPH_CODES: ReadonlySet<unknown> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'FORBIDDEN',
  'STEP_UP_REQUIRED',
  'CONSENT_REQUIRED',
  'LINK_NOT_FOUND',
  'PASSCODE_INVALID',
  'LINK_LOCKED',
  'DEPOSIT_REJECTED',
]);

const isSubgraphCode = (code: unknown): code is ErrorCode => SUBGRAPH_CODES.has(code);

/** The codes of changes that are refused for what was asked, not for what is there. */
const TOLD_BY_SUBGRAPHS: ReadonlySet<ErrorCode> = new Set([
  'BAD_USER_INPUT',
  'CONFLICT',
  'DEPOSIT_REJECTED',
]);

/** One line of plain text. */
const PLAIN = /^[^\p{Cc}\p{Zl}\p{Zp}]{1,500}$/u;

/** A subgraph's own words for a change that it refuses as a whole; null where they are not to be told. */
function ownWords(error: object): string | null {
  const { message, path } = error as { readonly message?: unknown; readonly path?: unknown };
  const isOfChange = Array.isArray(path) && path.length === 1;
  return isOfChange && typeof message === 'string' && PLAIN.test(message) ? message : null;
}

function publicError(error: unknown, words: Words): FieldFailure | null {
  if (typeof error !== 'object' || error === null || !('extensions' in error)) return null;
  const extensions = (error.extensions ?? {}) as Readonly<Record<string, unknown>>;
  const { code, scope } = extensions;
  if (!isSubgraphCode(code)) return null;
  const isKnown = typeof scope === 'string' && isScope(scope);
  const told = words === 'SUBGRAPH' && TOLD_BY_SUBGRAPHS.has(code) ? ownWords(error) : null;
  return new FieldFailure(code, told ?? ERROR_TEXTS[code].en, {
    // The subgraph has been told which language to speak.
    ...(told !== null && { [OWN_TEXTS]: wordsOf(told) }),
    ...(isKnown && { scope }),
    ...remainingAttempts(extensions),
  });
}
