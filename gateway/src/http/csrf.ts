import type { IncomingHttpHeaders } from 'node:http';
import { RequestError } from '../host/read-body.js';

/** Headers that no page can send to another site without asking first; a request that has one of them was allowed. */
export const CSRF_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'] as const;

/** Types of bodies that a page can send to another site without asking first. */
const SIMPLE_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

/**
 * Refuses a GET that a page of another site could have made a browser send.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 * @throws RequestError if it could, or if it says that it has a body of another type than JSON
 */
export function refuseForgeable(headers: IncomingHttpHeaders): void {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const isSimple = type === undefined || SIMPLE_TYPES.has(type);
  if (isSimple && !CSRF_HEADERS.some((name) => (headers[name]?.length ?? 0) > 0)) {
    const message = `Expected a GET with the header ${CSRF_HEADERS.join(' or ')}, which no page of another site can send unasked`;
    throw new RequestError(400, message);
  }
  if (type !== undefined && type !== 'application/json')
    throw new RequestError(415, 'Expected a GET without a body, or of type application/json');
}
