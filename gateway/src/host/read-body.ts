import type { IncomingMessage } from 'node:http';

/** A request that is refused for how it is made, before anybody looks at what it asks. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
  }
}

const CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf8']);

/**
 * The text of a request's body: of that type, in UTF-8 as it is, of so many bytes at most.
 *
 * @throws RequestError if it is anything else
 */
export async function readBody(
  request: IncomingMessage,
  expected: { readonly type: string; readonly largest: number },
): Promise<string> {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';');
  if (type.trim() !== expected.type) {
    throw new RequestError(415, `Expected a body of type ${expected.type}`);
  }
  const charset = parameters
    .map((one) => /^\s*charset="?([^"]*)"?\s*$/.exec(one)?.[1])
    .find((one) => one !== undefined);
  if (charset !== undefined && !CHARSETS.has(charset))
    throw new RequestError(415, 'Expected a body in UTF-8');
  if (request.headers['content-encoding'] !== undefined)
    throw new RequestError(415, 'Expected a body without content encoding');
  const bytes = await bytesOf(request, expected.largest);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestError(400, 'Expected a body in UTF-8');
  }
}

async function bytesOf(request: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new RequestError(413, `Expected a body of at most ${largest} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
