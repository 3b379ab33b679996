import type { DocumentSource } from './document-source.js';
import type { DocumentTexts } from './document-texts.js';
import { PersistedQueries } from './persisted-queries.js';

/** What a gateway may be asked for. */
export type ServedDocuments =
  /** Any valid operation, by its text; and these by their ids. */
  | { readonly kind: 'any'; readonly known?: DocumentTexts }
  /** These by their ids, and nothing else. */
  | { readonly kind: 'registered'; readonly texts: DocumentTexts };

/** Where the texts are found of what may be asked for; those that clients tell take no more than so many bytes. */
export function documentSource(served: ServedDocuments, maxBytes: number): DocumentSource {
  switch (served.kind) {
    case 'any':
      return new PersistedQueries(maxBytes, served.known);
    case 'registered':
      return {
        kind: 'registered',
        text: (hash) => served.texts.get(hash),
        // Nothing is learnt from clients.
        remember: () => undefined,
      };
  }
}
