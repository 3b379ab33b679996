import type { IncomingMessage } from 'node:http';

/** A request that is refused before it is read as GraphQL. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
  }
}

/** The largest request body taken, in bytes. */
const MAX_BODY = 512 * 1024;

const CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf8']);

/**
 * The body of a request, parsed: JSON in UTF-8 as it is, of a bounded size.
 *
 * @throws RequestError if it is anything else
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';');
  if (type.trim() !== 'application/json') {
    throw new RequestError(415, 'Expected a body of type application/json');
  }
  const charset = parameters
    .map((one) => /^\s*charset="?([^"]*)"?\s*$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  if (charset !== undefined && !CHARSETS.has(charset))
    throw new RequestError(415, 'Expected a body in UTF-8');
  if (request.headers['content-encoding'] !== undefined)
    throw new RequestError(415, 'Expected a body without content encoding');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY)
      throw new RequestError(413, `Expected a body of at most ${MAX_BODY} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new RequestError(400, 'Expected a body of JSON in UTF-8');
  }
}
