import { BoundedMap } from '@causeway/schema';
import type { DocumentNode } from 'graphql';

/** A text that was parsed and found valid. */
export interface ValidDocument {
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly document: DocumentNode;
}

/** What a parsed document takes for each character of its text, in bytes: the text itself, and nodes with their tokens. */
const BYTES_PER_CHARACTER = 100;

/** Valid documents by their texts, bounded by what they take; the one unused for longest goes first. */
export class DocumentCache {
  readonly #documents: BoundedMap<string, ValidDocument>;

  constructor(maxBytes: number) {
    this.#documents = new BoundedMap({
      capacity: maxBytes,
      sizeOf: ({ text }) => text.length * BYTES_PER_CHARACTER,
    });
  }

  /** What its documents take, in bytes. */
  get bytes(): number {
    return this.#documents.held;
  }

  /** How many documents it holds. */
  get size(): number {
    return this.#documents.size;
  }

  /** The document of a text, if it is known. */
  get(text: string): ValidDocument | undefined {
    return this.#documents.use(text);
  }

  /** Keeps a document for as long as there is room. */
  set(document: ValidDocument): void {
    this.#documents.set(document.text, document);
  }
}
