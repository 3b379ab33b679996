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
  readonly #maxBytes: number;
  readonly #documents = new Map<string, ValidDocument>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** What its documents take, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** How many documents it holds. */
  get size(): number {
    return this.#documents.size;
  }

  /** The document of a text, if it is known. */
  get(text: string): ValidDocument | undefined {
    const known = this.#documents.get(text);
    if (known === undefined) return undefined;
    this.#documents.delete(text);
    this.#documents.set(text, known);
    return known;
  }

  /** Keeps a document for as long as there is room. */
  set(document: ValidDocument): void {
    const bytes = bytesOf(document.text);
    if (bytes > this.#maxBytes || this.#documents.has(document.text)) return;
    this.#documents.set(document.text, document);
    this.#bytes += bytes;
    for (const oldest of this.#documents.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#documents.delete(oldest);
      this.#bytes -= bytesOf(oldest);
    }
  }
}

const bytesOf = (text: string): number => text.length * BYTES_PER_CHARACTER;
