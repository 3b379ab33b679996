/** From an operation's text to the operation that is to be run: parsed, valid, within the limits, chosen by name. */
import { createHash } from 'node:crypto';
import {
  GraphQLError,
  OperationTypeNode,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type {
  DocumentNode,
  GraphQLFormattedError,
  GraphQLSchema,
  ParseOptions,
  ValidationRule,
} from 'graphql';
import { NO_METRICS } from '../metrics/index.js';
import type { GatewayMetrics } from '../metrics/index.js';
import { DocumentCache } from './document-cache.js';
import type { ValidDocument } from './document-cache.js';
import { requestError } from './errors.js';
import type { GraphQLRequest } from './graphql-request.js';
import { limitsRule } from './limits.js';
import type { OperationLimits } from './limits.js';
import type { ValidOperation } from './operation-cache.js';
import type { HttpHead } from './run-result.js';
import { servedOperations } from './served-operations.js';

/** An operation that may be run, or why none is. */
export type Prepared =
  | { readonly kind: 'operation'; readonly operation: ValidOperation }
  | {
      readonly kind: 'refused';
      readonly head: HttpHead;
      /** Not formatted yet. */
      readonly errors: readonly GraphQLFormattedError[];
    };

/** What preparing needs. */
export interface PrepareOptions {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** The most that valid documents may take, in bytes. */
  readonly maxBytes: number;
  readonly metrics?: GatewayMetrics;
}

/** The rules beside those of the specification by which every host validates. */
export function ownRules(limits: OperationLimits): readonly ValidationRule[] {
  return [servedOperations, limitsRule(limits)];
}

/** How every host parses. */
export function parseOptions(limits: OperationLimits): ParseOptions {
  return { maxLexicalTokens: limits.tokens };
}

/** Prepares requests; texts that were valid once are not looked at again. */
export class Preparation {
  readonly #schema: GraphQLSchema;
  readonly #rules: readonly ValidationRule[];
  readonly #parseOptions: ParseOptions;
  readonly #metrics: GatewayMetrics;
  readonly #documents: DocumentCache;

  constructor({ schema, limits, maxBytes, metrics = NO_METRICS }: PrepareOptions) {
    this.#schema = schema;
    this.#rules = [...specifiedRules, ...ownRules(limits)];
    this.#parseOptions = parseOptions(limits);
    this.#metrics = metrics;
    this.#documents = new DocumentCache(maxBytes);
  }

  /** Prepares one request. */
  prepare({ query, operationName, mayChange = true }: GraphQLRequest): Prepared {
    const known = this.#documents.get(query);
    if (known === undefined) this.#metrics.cacheMissed('documents');
    else this.#metrics.cacheHit('documents');
    const begun = performance.now();
    const valid = known ?? this.#validate(query);
    const prepared = 'kind' in valid ? valid : choose(valid, operationName, mayChange);
    if (prepared.kind === 'refused')
      this.#metrics.requestEnded('unknown', 'invalid', performance.now() - begun);
    return prepared;
  }

  #validate(text: string): ValidDocument | Prepared {
    let document: DocumentNode;
    try {
      document = parse(text, this.#parseOptions);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return refused(requestError('GRAPHQL_PARSE_FAILED', error));
    }
    const errors = validate(this.#schema, document, this.#rules, { hideSuggestions: true });
    if (errors.length > 0)
      return refused(...errors.map((error) => requestError('GRAPHQL_VALIDATION_FAILED', error)));
    const valid: ValidDocument = {
      text,
      hash: createHash('sha256').update(text).digest('hex'),
      document,
    };
    this.#documents.set(valid);
    this.#metrics.cacheSized('documents', this.#documents.size, this.#documents.bytes);
    return valid;
  }
}

function choose(
  { text, hash, document }: ValidDocument,
  operationName: string | null | undefined,
  mayChange: boolean,
): Prepared {
  const definition = getOperationAST(document, operationName);
  if (definition == null)
    return refused(requestError('OPERATION_RESOLUTION_FAILURE', unresolved(operationName)));
  if (!mayChange && definition.operation === OperationTypeNode.MUTATION) {
    const message = 'Expected a query by GET, got a mutation; send it by POST';
    return {
      kind: 'refused',
      head: { status: 405, headers: { allow: 'POST' } },
      errors: [requestError('BAD_REQUEST', message)],
    };
  }
  return { kind: 'operation', operation: { hash, text, document, definition } };
}

/** Why no operation could be chosen. */
export function unresolved(operationName: string | null | undefined): string {
  return operationName == null
    ? 'Expected `operationName` to say which of several operations to run, got none'
    : 'Expected `operationName` to name an operation of the document';
}

function refused(...errors: readonly GraphQLFormattedError[]): Prepared {
  return { kind: 'refused', head: { status: 400 }, errors };
}
