import type { IncomingHttpHeaders } from 'node:http';
import { preferredLanguage } from '@causeway/schema';
import type { Language } from '@causeway/schema';
import { memoised } from './memoised.js';

const read = memoised(preferredLanguage);

/** The language that a request asks for in `Accept-Language`; English where it asks for none that is spoken here. */
export function languageOfRequest(headers: IncomingHttpHeaders): Language {
  return read(headers['accept-language'] ?? '');
}
