import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { memoised } from '../host/memoised.js';

/** How an answer is encoded. */
export type Encoding = 'br' | 'gzip' | 'identity';

const ENCODINGS: readonly Encoding[] = ['br', 'gzip', 'identity'];

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** The encoding that a client likes most, by its `Accept-Encoding`; as it is where it says nothing. */
export const readEncoding: (acceptEncoding: string) => Encoding = memoised((header) => {
  const liked = new Negotiator({ headers: { 'accept-encoding': header } }).encoding(ENCODINGS);
  return ENCODINGS.find((encoding) => encoding === liked) ?? 'identity';
});

/** A text, compressed off the event loop: quickly rather than as small as can be, since it is sent but once. */
export function compress(text: string, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return toBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
    case 'gzip':
      return toGzip(text, { level: 4 });
  }
}
