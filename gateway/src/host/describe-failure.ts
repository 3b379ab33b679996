import { FieldFailure } from '../execution/index.js';
import { AuditUnavailableError } from '../audit/audit-log.js';
import { FactsUnavailableError } from '../facts/facts-source.js';
import { isPublicCode } from './dispatch.js';
import { TransportError } from './http-transport.js';

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

function publicError(error: unknown): FieldFailure | null {
  if (typeof error !== 'object' || error === null || error instanceof Error) return null;
  const { message, extensions } = error as {
    readonly message?: unknown;
    readonly extensions?: unknown;
  };
  if (typeof message !== 'string' || typeof extensions !== 'object' || extensions === null)
    return null;
  const { code, scope } = extensions as { readonly code?: unknown; readonly scope?: unknown };
  if (!isPublicCode(code)) return null;
  return new FieldFailure(code, message, typeof scope === 'string' ? { scope } : {});
}
