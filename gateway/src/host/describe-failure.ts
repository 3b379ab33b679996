import { isScope } from '@causeway/schema';
import { FieldFailure } from '../execution/index.js';
import { AuditUnavailableError } from '../audit/audit-log.js';
import { FactsUnavailableError } from '../facts/facts-source.js';
import { TransportError } from './http-transport.js';
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
 * What a client learns of a failed fetch or of a subgraph's error: a code of ours with its message, or that a subgraph
 * failed and nothing more.
 *
 * @throws the error itself where it means that nobody can decide
 */
export function describeFailure(error: unknown): FieldFailure {
  if (isPolicyFailure(error)) throw error;
  if (typeof error === 'object' && error !== null && isDeadline(error))
    return new FieldFailure('DEADLINE_EXCEEDED', 'The time for this request was over');
  const shown = publicError(error);
  return (
    shown ?? new FieldFailure('SUBGRAPH_FAILED', 'A part of the graph did not answer as expected')
  );
}

/** The codes that a subgraph may give, each with words of our own: a subgraph's own could say anything. */
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
};

function publicError(error: unknown): FieldFailure | null {
  if (typeof error !== 'object' || error === null || !('extensions' in error)) return null;
  const extensions = (error.extensions ?? {}) as Readonly<Record<string, unknown>>;
  const { code, scope } = extensions;
  if (typeof code !== 'string' || !Object.hasOwn(SUBGRAPH_CODES, code)) return null;
  const isKnown = typeof scope === 'string' && isScope(scope);
  return new FieldFailure(code, SUBGRAPH_CODES[code] ?? '', {
    ...(isKnown && { scope }),
    ...remainingAttempts(extensions),
  });
}
