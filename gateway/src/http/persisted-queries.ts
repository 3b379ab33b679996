import { BoundedMap } from '@causeway/schema';
import type { DocumentSource } from './document-source.js';

/** What a kept text takes beside its characters, in bytes: its hash and its place. */
const BYTES_BESIDE = 256;

/** Texts that clients have registered under their hashes, bounded by bytes; the one unused for longest goes first. */
export class PersistedQueries implements DocumentSource {
  readonly #texts: BoundedMap<string, string>;

  constructor(maxBytes: number) {
    this.#texts = new BoundedMap({
      capacity: maxBytes,
      // Two bytes a character at most.
      sizeOf: (text) => 2 * text.length + BYTES_BESIDE,
    });
  }

  text(hash: string): string | undefined {
    return this.#texts.use(hash);
  }

  remember(hash: string, text: string): void {
    this.#texts.set(hash, text);
  }
}
