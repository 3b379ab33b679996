import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Graph } from './graph.js';
import { Operation } from './operation.js';

/** A parsed and validated operation as the server hands it over. */
export interface ValidOperation {
  /** A hash of the text. */
  readonly hash: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** Compiled operations by text and name, bounded by the size of their texts; the one unused for longest goes first. */
export class OperationCache {
  readonly #graph: Graph;
  readonly #maxSelections: number;
  readonly #maxBytes: number;
  readonly #operations = new Map<
    string,
    { readonly operation: Operation; readonly bytes: number }
  >();
  #bytes = 0;

  constructor(graph: Graph, maxSelections: number, maxBytes = 8 * 2 ** 20) {
    this.#graph = graph;
    this.#maxSelections = maxSelections;
    this.#maxBytes = maxBytes;
  }

  /** The operation, compiled now or before. */
  get({ hash, text, document, definition }: ValidOperation): Operation {
    const key = `${hash}:${definition.name?.value ?? ''}`;
    const known = this.#operations.get(key);
    if (known !== undefined) {
      this.#operations.delete(key);
      this.#operations.set(key, known);
      return known.operation;
    }
    const operation = new Operation(this.#graph, document, definition, text, this.#maxSelections);
    const bytes = Buffer.byteLength(text);
    this.#operations.set(key, { operation, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#operations) {
      if (this.#bytes <= this.#maxBytes || oldest === key) break;
      this.#operations.delete(oldest);
      this.#bytes -= entry.bytes;
    }
    return operation;
  }
}
