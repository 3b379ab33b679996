import type { ServerResponse } from 'node:http';
import type { Html } from './html.js';

/**
 * Nothing but our own style and script, images that stand in the page itself, and forms that go to us; and no page of
 * anybody may show ours in a frame.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every page is sent with, beside its policy. */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // For browsers that do not know frame-ancestors.
  'x-frame-options': 'DENY',
};

/** Sends a page, which nobody keeps, frames or adds to; what it may load and run is the pages' own unless told otherwise. */
export function sendPage(
  response: ServerResponse,
  status: number,
  page: Html,
  policy = CONTENT_SECURITY_POLICY,
): void {
  setPageHeaders(response, policy);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.statusCode = status;
  response.end(`<!doctype html>\n${page.markup}`);
}

/** Leads the browser on, by GET. */
export function sendOn(response: ServerResponse, location: string): void {
  setPageHeaders(response, CONTENT_SECURITY_POLICY);
  response.setHeader('location', location);
  response.statusCode = 303;
  response.end();
}

function setPageHeaders(response: ServerResponse, policy: string): void {
  response.setHeader('content-security-policy', policy);
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}
