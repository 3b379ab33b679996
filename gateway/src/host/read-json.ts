import type { IncomingMessage } from 'node:http';
import { RequestError, readBody } from './read-body.js';

/** The largest body of JSON taken, in bytes: a deposit's bundle of 5 MiB, and what stands around it. */
const LARGEST = 6 * 2 ** 20;

/**
 * The body of a request, parsed: JSON in UTF-8 as it is, of a bounded size.
 *
 * @throws RequestError if it is anything else
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request, { type: 'application/json', largest: LARGEST });
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, 'Expected a body of JSON in UTF-8');
  }
}
