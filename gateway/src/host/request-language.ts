import type { IncomingHttpHeaders } from 'node:http';
import { BoundedMap, preferredLanguage } from '@causeway/schema';
import type { Language } from '@causeway/schema';

/** The most that headers take together, in characters. */
const CAPACITY = 64 * 1024;

const known = new BoundedMap<string, Language>({
  capacity: CAPACITY,
  sizeOf: (_language, header) => header.length + 1,
});

/** The language of those who ask for none. */
const UNASKED = preferredLanguage(undefined);

/** The language that a request asks for in `Accept-Language`; English where it asks for none that is spoken here. */
export function languageOfRequest(headers: IncomingHttpHeaders): Language {
  const header = headers['accept-language'];
  if (header === undefined) return UNASKED;
  const found = known.get(header);
  if (found !== undefined) return found;
  const language = preferredLanguage(header);
  known.set(header, language);
  return language;
}
