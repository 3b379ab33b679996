import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser says that one of our own pages sent a request. Pages without a referrer send `Origin: null`, so
 * `Sec-Fetch-Site` is what counts, and `Origin` only where a browser sends no such header; without either it is not.
 *
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function isSameOrigin(headers: IncomingHttpHeaders, base: URL): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === base.origin : site === 'same-origin';
}
