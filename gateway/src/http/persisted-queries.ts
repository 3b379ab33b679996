import { BoundedMap } from '@causeway/schema';
import type { DocumentSource } from './document-source.js';
import type { DocumentTexts } from './document-texts.js';

/** What a kept text takes beside its characters, in bytes: its hash and its place. */
const BYTES_BESIDE = 256;

/**
 * Texts that clients have told under their hashes, bounded by bytes, of which the one unused for longest goes first; and
 * those that are known from the start.
 */
export class PersistedQueries implements DocumentSource {
  readonly kind = 'any';
  readonly #known: DocumentTexts;
  readonly #texts: BoundedMap<string, string>;

  constructor(maxBytes: number, known: DocumentTexts = new Map()) {
    this.#known = known;
    this.#texts = new BoundedMap({
      capacity: maxBytes,
      // Two bytes a character at most.
      sizeOf: (text) => 2 * text.length + BYTES_BESIDE,
    });
  }

  text(hash: string): string | undefined {
    return this.#known.get(hash) ?? this.#texts.use(hash);
  }

  remember(hash: string, text: string): void {
    this.#texts.set(hash, text);
  }
}
