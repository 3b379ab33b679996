import type { IncomingMessage } from 'node:http';
import { RequestError, readBody } from './read-body.js';

/** The largest body of JSON taken where nothing else is said, in bytes. */
const LARGEST = 6 * 2 ** 20;

/**
 * The body of a request, parsed: JSON in UTF-8 as it is, of a bounded size (in bytes).
 *
 * @throws RequestError if it is anything else
 */
export async function readJson(request: IncomingMessage, largest = LARGEST): Promise<unknown> {
  const text = await readBody(request, { type: 'application/json', largest });
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, 'Expected a body of JSON in UTF-8');
  }
}
