/** Apollo Server over the same core: its pipeline and plugins, our rules, limits and masks. */
import { ApolloServer, HeaderMap } from '@apollo/server';
import type {
  ApolloServerOptions,
  ApolloServerOptionsWithGateway,
  ApolloServerPlugin,
} from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import { printBody } from '../host/answer-body.js';
import { plainError } from '../host/errors.js';
import type { FormatError } from '../host/errors.js';
import type { Gateway } from '../host/gateway.js';
import type { GraphQLCore } from '../host/graphql-core.js';
import type { GatewayContext } from '../host/graphql-request.js';
import { ownRules, parseOptions, unresolved } from '../host/prepare.js';
import type { HttpHead, RunResult } from '../host/run-result.js';
import { CSRF_HEADERS } from './csrf.js';
import type { DocumentSource } from './document-source.js';
import { statusFor } from './json-status.js';

type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
type GatewayExecutor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
type PersistedQueryCache = Exclude<
  NonNullable<ApolloServerOptions<GatewayContext>['cache']>,
  'bounded'
>;
type ExecutorResult = Awaited<ReturnType<GatewayExecutor>>;

/**
 * An Apollo Server that answers by a gateway's core, finds persisted queries where every host does, and formats errors as
 * told.
 */
export function apolloServer(
  { core }: Gateway,
  documents: DocumentSource,
  format: FormatError,
): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway: gatewayInterface(core),
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: { requestHeaders: [...CSRF_HEADERS] },
    allowBatchedHttpRequests: false,
    persistedQueries: { cache: cacheOver(documents) },
    validationRules: [...ownRules(core.limits)],
    parseOptions: parseOptions(core.limits),
    formatError: format,
    stringifyResult: (result) => printBody(result),
    plugins: [ApolloServerPluginLandingPageDisabled(), statusPlugin],
    stopOnTerminationSignals: false,
  });
}

/** The status that every host answers with, by the client's `Accept`. */
const statusPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response: { body, http } }) => {
        const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
        http.status = statusFor(
          request.http?.headers.get('accept') ?? '',
          http.status ?? 200,
          errors,
        );
        return Promise.resolve();
      },
    }),
};

/** A source of documents as the server keeps persisted queries; it names them by a prefix of its own. */
function cacheOver(documents: DocumentSource): PersistedQueryCache {
  const hashOf = (key: string): string => key.slice(key.lastIndexOf(':') + 1);
  return {
    get: (key) => Promise.resolve(documents.text(hashOf(key))),
    set: (key, text) => {
      documents.remember(hashOf(key), text);
      return Promise.resolve();
    },
    delete: () => Promise.resolve(false),
  };
}

function gatewayInterface({ schema, run }: GraphQLCore): GatewayInterface {
  const executor: GatewayExecutor = async ({ context, ...asked }) => {
    const { document, source: text, queryHash: hash, request } = asked;
    // None where no operation could be chosen, whatever the type says.
    const definition = asked.operation as typeof asked.operation | undefined;
    if (definition === undefined)
      return { errors: [new GraphQLError(unresolved(request.operationName))] };
    return resultOf(
      await run({ hash, text, document, definition }, request, context as GatewayContext),
    );
  };
  return {
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

function resultOf({ data, errors, extensions, head }: RunResult): ExecutorResult {
  const result = {
    ...(data !== undefined && { data }),
    ...(errors.length > 0 && {
      errors: errors.map((error, index) => {
        const { message, ...rest } = plainError(error);
        // A head travels with an error, and once is enough.
        const http = index === 0 && head !== undefined && { http: httpOf(head) };
        return new GraphQLError(message, { ...rest, extensions: { ...rest.extensions, ...http } });
      }),
    }),
    ...(extensions && { extensions }),
  };
  // Data that is text passes through: `stringifyResult` knows it.
  return result as ExecutorResult;
}

function httpOf({ status, headers = {} }: HttpHead): object {
  return { status, headers: new HeaderMap(Object.entries(headers)) };
}
