/** The documents of this checkout: every operation that the typed client has, by its id. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where they are kept: `npm run client:generate` makes them. */
export const CLIENT_DOCUMENTS = fileURLToPath(
  new URL('../../../schema/client/trusted-documents.json', import.meta.url),
);

/** Texts by their ids: `sha256:` and the hash. */
export function clientDocuments(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(CLIENT_DOCUMENTS, 'utf8')) as Readonly<Record<string, string>>;
}
