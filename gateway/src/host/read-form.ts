import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body.js';

/** The largest form taken, in bytes. */
const LARGEST = 16 * 1024;

/**
 * The fields of a form that was posted.
 *
 * @throws RequestError if it is no form, or a larger one
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const type = 'application/x-www-form-urlencoded';
  return new URLSearchParams(await readBody(request, { type, largest: LARGEST }));
}
