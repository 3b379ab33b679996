import { isScope } from '@causeway/schema';
import { FieldFailure } from '../execution/index.js';
import { AuditUnavailableError } from '../audit/audit-log.js';
import { FactsUnavailableError } from '../facts/facts-source.js';
import { TransportError } from './transport-error.js';
import { remainingAttempts } from './remaining-attempts.js';

/** Whether an error means that nobody can decide, so that nothing may be released. */
export function isPolicyFailure(error: unknown): boolean {
  return error instanceof FactsUnavailableError || error instanceof AuditUnavailableError;
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
    return new FieldFailure('DEADLINE_EXCEEDED', 'The time for this request was over');
  const shown = publicError(error, words);
  return (
    shown ?? new FieldFailure('SUBGRAPH_FAILED', 'A part of the graph did not answer as expected')
  );
}

/** The codes that a subgraph may give, each with words of our own. */
const SUBGRAPH_CODES: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: 'An argument is not as the description of the field expects it',
  NOT_FOUND: 'There is no such thing for this caller',
  CONFLICT: 'The state of things does not allow this change',
  FORBIDDEN: 'This is not for this caller',
  STEP_UP_REQUIRED: 'This takes a reason and the patient’s additional consent',
  CONSENT_REQUIRED: 'The patient has not agreed to this',
  LINK_NOT_FOUND: 'There is no such link for this caller',
  PASSCODE_INVALID: 'The passcode or code is not the right one',
  LINK_LOCKED: 'The link is locked: the passcode was wrong too often',
  DEPOSIT_REJECTED: 'The bundle cannot be deposited as it is; nothing of it was taken',
};

/** The codes of changes that are refused for what was asked, not for what is there. */
const TOLD_BY_SUBGRAPHS: ReadonlySet<string> = new Set([
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
  if (typeof code !== 'string' || !Object.hasOwn(SUBGRAPH_CODES, code)) return null;
  const isKnown = typeof scope === 'string' && isScope(scope);
  const told = words === 'SUBGRAPH' && TOLD_BY_SUBGRAPHS.has(code) ? ownWords(error) : null;
  return new FieldFailure(code, told ?? SUBGRAPH_CODES[code] ?? '', {
    ...(isKnown && { scope }),
    ...remainingAttempts(extensions),
  });
}
