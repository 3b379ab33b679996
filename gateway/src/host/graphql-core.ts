/** What every host answers by: one way from a request's text to the answer that its client sees. */
import type { Language } from '@causeway/schema';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { GatewayMetrics } from '../metrics/index.js';
import type { AnswerBody } from './answer-body.js';
import { formatError, plainError, requestError } from './errors.js';
import type { FormatError } from './errors.js';
import type { GatewayContext, GraphQLRequest } from './graphql-request.js';
import type { OperationLimits } from './limits.js';
import type { ValidOperation } from './operation-cache.js';
import { Preparation } from './prepare.js';
import type { Prepared } from './prepare.js';
import type { RunOperation } from './run-operation.js';
import type { HttpHead, RunResult } from './run-result.js';

/** What a client is answered. */
export interface GraphQLAnswer extends HttpHead {
  readonly body: AnswerBody;
}

/** What the core is made of. */
export interface GraphQLCoreOptions {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** The most that valid documents may take, in bytes. */
  readonly maxDocumentBytes: number;
  readonly run: RunOperation;
  /** Told of errors that clients do not see. */
  readonly onError: (error: unknown) => void;
  readonly metrics: GatewayMetrics;
}

/** The core that hosts share: the same rules, limits, statuses and masks, whoever speaks HTTP. */
export class GraphQLCore {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** Runs what was prepared; for hosts that prepare and format in a way of their own. */
  readonly run: RunOperation;
  /** Formats an error for clients. */
  readonly format: FormatError;
  readonly #preparation: Preparation;

  constructor({ schema, limits, maxDocumentBytes, run, onError, metrics }: GraphQLCoreOptions) {
    this.schema = schema;
    this.limits = limits;
    this.run = run;
    this.format = formatError(onError);
    this.#preparation = new Preparation({ schema, limits, maxBytes: maxDocumentBytes, metrics });
  }

  /** The operation that a request is for, or why there is none. */
  prepare(request: GraphQLRequest): Prepared {
    return this.#preparation.prepare(request);
  }

  /** Answers a request from its text on. */
  async answer(request: GraphQLRequest, context: GatewayContext): Promise<GraphQLAnswer> {
    const prepared = this.prepare(request);
    return prepared.kind === 'operation'
      ? this.answerPrepared(prepared.operation, request, context)
      : this.refuse(prepared.head, prepared.errors, context.language);
  }

  /** Answers a request whose operation is prepared; what nobody foresaw is masked. */
  async answerPrepared(
    operation: ValidOperation,
    request: GraphQLRequest,
    context: GatewayContext,
  ): Promise<GraphQLAnswer> {
    try {
      return this.#told(await this.run(operation, request, context), context.language);
    } catch (error) {
      const unforeseen = { message: '', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
      return { status: 500, body: { errors: [this.format(unforeseen, error, context.language)] } };
    }
  }

  /** The answer to a request that is not run. */
  refuse(
    head: HttpHead,
    errors: readonly (GraphQLFormattedError | string)[],
    language?: Language,
  ): GraphQLAnswer {
    const told = errors.map((error) =>
      typeof error === 'string' ? requestError('BAD_REQUEST', error) : error,
    );
    return { ...head, body: { errors: told.map((error) => this.format(error, error, language)) } };
  }

  #told({ data, errors, extensions, head }: RunResult, language?: Language): GraphQLAnswer {
    return {
      status: 200,
      ...head,
      body: {
        ...(data !== undefined && { data }),
        ...(errors.length > 0 && {
          errors: errors.map((error) => this.format(plainError(error), error, language)),
        }),
        ...(extensions && { extensions }),
      },
    };
  }
}
