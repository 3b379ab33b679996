import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Texts } from '@causeway/schema';

/** A request that is refused for how it is made, before anybody looks at what it asks. */
export class RequestError extends Error {
  readonly status: number;
  /** What is told of it, in each language where it is told in all of them; else its message is, behind its code's. */
  readonly texts: Texts | undefined;

  constructor(status: number, told: Texts | string) {
    super(typeof told === 'string' ? told : told.en);
    this.name = 'RequestError';
    this.status = status;
    this.texts = typeof told === 'string' ? undefined : told;
  }
}

const CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf8']);

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a request's body: of that type, in UTF-8 as it is, of so many bytes at most.
 *
 * @throws RequestError if it is anything else
 */
export async function readBody(
  request: IncomingMessage,
  expected: { readonly type: string; readonly largest: number },
): Promise<string> {
  refuseOtherTypes(request.headers, expected.type);
  const bytes = await bytesOf(request, expected.largest);
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw new RequestError(400, 'Expected a body in UTF-8');
  }
}

function refuseOtherTypes(headers: IncomingHttpHeaders, expected: string): void {
  const given = headers['content-type'] ?? '';
  if (given !== expected) {
    const [type = '', ...parameters] = given.toLowerCase().split(';');
    if (type.trim() !== expected)
      throw new RequestError(415, `Expected a body of type ${expected}`);
    const charset = parameters
      .map((one) => /^\s*charset="?([^"]*)"?\s*$/.exec(one)?.[1])
      .find((one) => one !== undefined);
    if (charset !== undefined && !CHARSETS.has(charset))
      throw new RequestError(415, 'Expected a body in UTF-8');
  }
  if (headers['content-encoding'] !== undefined)
    throw new RequestError(415, 'Expected a body without content encoding');
}

function bytesOf(request: IncomingMessage, largest: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= largest) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      reject(new RequestError(413, `Expected a body of at most ${largest} bytes`));
      // Some of the rest is read, so that the client gets to see the answer; not all of it, if it never ends.
      if (size > 2 * largest) request.destroy();
    };
    request.on('data', take);
    const onClose = (): void => reject(new RequestError(400, 'Expected a whole body'));
    request.once('end', () => {
      // Every request is closed in the end, and an error costs as much as reading a small body.
      request.off('close', onClose);
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    request.once('error', reject);
    request.once('close', onClose);
  });
}
