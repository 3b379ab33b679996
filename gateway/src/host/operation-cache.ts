import { BoundedMap } from '@causeway/schema';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { NO_METRICS } from '../metrics/index.js';
import type { GatewayMetrics } from '../metrics/index.js';
import { Operation } from './operation.js';
import type { OperationOptions } from './operation.js';

/** A parsed and validated operation as the server hands it over. */
export interface ValidOperation {
  /** A hash of the text. */
  readonly hash: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** What operations are compiled with, and how much is kept of them. */
export interface OperationCacheOptions extends Omit<OperationOptions, 'onGrowth'> {
  /** The most that compiled operations may take, in bytes. */
  readonly maxBytes: number;
  readonly metrics?: GatewayMetrics;
}

/** Compiled operations by text and name, bounded by what they take; the one unused for longest goes first. */
export class OperationCache {
  readonly #options: OperationCacheOptions;
  readonly #metrics: GatewayMetrics;
  readonly #operations: BoundedMap<string, Operation>;

  constructor(options: OperationCacheOptions) {
    const { maxBytes, metrics = NO_METRICS } = options;
    this.#options = options;
    this.#metrics = metrics;
    this.#operations = new BoundedMap({
      capacity: maxBytes,
      sizeOf: ({ size }) => size,
    });
  }

  /** The operation, compiled now or before. */
  get({ hash, text, document, definition }: ValidOperation): Operation {
    const key = `${hash}:${definition.name?.value ?? ''}`;
    const known = this.#operations.use(key);
    if (known !== undefined) {
      this.#metrics.cacheHit('operations');
      return known;
    }
    this.#metrics.cacheMissed('operations');
    const operation = new Operation(document, definition, text, {
      ...this.#options,
      onGrowth: (bytes) => {
        this.#operations.grow(key, bytes);
        this.#tellSize();
      },
    });
    this.#operations.set(key, operation);
    this.#tellSize();
    return operation;
  }

  #tellSize(): void {
    this.#metrics.cacheSized('operations', this.#operations.size, this.#operations.held);
  }
}
