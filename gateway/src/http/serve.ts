/** Serves a gateway over HTTP. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { addressReader } from '../host/address.js';
import type { Gateway } from '../host/gateway.js';
import type { HttpRoute } from '../host/http-route.js';
import { NO_METRICS } from '../metrics/index.js';
import type { GatewayMetrics } from '../metrics/index.js';
import { answerByEvents } from './answer-by-events.js';
import { AnswerWriter } from './answer-writer.js';
import { OriginHeaders } from './cors.js';
import { UnusedConnections, drain } from './drain.js';
import type { DocumentSource } from './document-source.js';
import type { StreamPace } from './event-stream.js';
import { eventsBeside } from './events-beside.js';
import { deferredHost } from './deferred-host.js';
import type { GraphQLHost } from './graphql-host.js';
import { DEFAULT_HTTP_LIMITS } from './http-limits.js';
import type { HttpLimits } from './http-limits.js';
import { leanHost } from './lean-host.js';
import { LoadGuard } from './load-guard.js';
import { Rim } from './rim.js';
import type { Phase } from './rim.js';
import { documentSource } from './served-documents.js';
import type { ServedDocuments } from './served-documents.js';

/** What can speak GraphQL over HTTP: the gateway by itself, or Apollo Server. */
export const HOST_KINDS = ['lean', 'apollo'] as const;

/** One of `HOST_KINDS`. */
export type HostKind = (typeof HOST_KINDS)[number];

/** Where and how a gateway is served. */
export interface ServeOptions {
  /** Zero for any free port. */
  readonly port: number;
  /** Loopback unless told otherwise. */
  readonly host?: string;
  /**
   * The origin under which clients know it, where that is another than the socket's: behind a proxy. Proofs of
   * possession are made for it.
   */
  readonly publicUrl?: URL;
  /** Origins of pages that may read answers. */
  readonly origins?: readonly string[];
  /** What is served beside the graph. */
  readonly routes?: readonly HttpRoute[];
  /** Shows browsers a page where others ask the graph; none unless given. */
  readonly landing?: HttpRoute | undefined;
  /** What speaks GraphQL; `lean` unless told otherwise. */
  readonly kind?: HostKind;
  /** What may be asked for; any operation unless told otherwise. */
  readonly documents?: ServedDocuments;
  /** The usual ones where nothing else is said. */
  readonly limits?: Partial<HttpLimits>;
  /** How streams of events are kept open. */
  readonly pace?: StreamPace;
  readonly metrics?: GatewayMetrics;
  /** Told of errors that clients do not see. */
  readonly onError?: (error: unknown) => void;
}

/** A gateway that is being served. */
export interface ServedGateway {
  readonly url: string;
  /** Ends it: no new requests are taken, those under way are answered within the bound of the limits. */
  close(): Promise<void>;
}

/** Origins of the explorer's page. */
const SANDBOX_ORIGINS = [
  'https://studio.apollographql.com',
  'https://sandbox.embed.apollographql.com',
];

/** How often connections are looked at that take too long, in milliseconds. */
const TIMEOUT_CHECKS = 1_000;

/**
 * Serves a gateway and starts it; until it has started, health is `fail` and questions are turned away.
 *
 * @throws TypeError if the public address is more than an origin
 * @throws Error if the address is taken or the gateway does not start; nothing is left open
 */
export async function serveGateway(
  gateway: Gateway,
  options: ServeOptions,
): Promise<ServedGateway> {
  const served = await serveHost((made) => hostOf(gateway, options, made), options);
  return {
    url: served.url,
    close: () => {
      // What streams would otherwise end at the bound.
      gateway.subscriptions.close();
      return served.close();
    },
  };
}

/** What every host is made with. */
export interface HostParts {
  readonly writer: AnswerWriter;
  readonly documents: DocumentSource;
  /** The largest body of a request, in bytes. */
  readonly bodyBytes: number;
}

/** Serves what speaks GraphQL, as `serveGateway` does. */
export async function serveHost(
  makeHost: (parts: HostParts) => GraphQLHost,
  options: ServeOptions,
): Promise<ServedGateway> {
  const { port, host = '127.0.0.1', publicUrl, origins = SANDBOX_ORIGINS, routes = [] } = options;
  const { landing, metrics = NO_METRICS, onError = () => undefined } = options;
  const limits = { ...DEFAULT_HTTP_LIMITS, ...options.limits };
  const addressOf = addressReader({ host, publicUrl });
  let phase: Phase = 'starting';
  const writer = new AnswerWriter({
    origins: new OriginHeaders(origins),
    compressFrom: limits.compressFrom,
    isClosing: () => phase === 'draining',
  });
  const documents = documentSource(options.documents ?? { kind: 'any' }, limits.persistedBytes);
  const graphql = makeHost({ writer, documents, bodyBytes: limits.bodyBytes });
  const guard = new LoadGuard(limits, metrics);
  const { retryAfter } = limits;
  const rim = new Rim({
    ...{ host: graphql, writer, addressOf, routes, landing, guard, retryAfter, onError },
    phase: () => phase,
  });
  const server = httpServer(limits, metrics);
  const unused = new UnusedConnections(server);
  server.on('request', (request, response) => {
    unused.used(request.socket);
    rim.answer(request, response).catch(() => response.destroy());
  });
  const end = async (bound: number): Promise<void> => {
    phase = 'draining';
    await drain(server, unused, bound);
    guard.close();
  };
  try {
    await listening(server, port, host);
  } catch (error) {
    guard.close();
    throw error;
  }
  try {
    await graphql.start();
  } catch (error) {
    await end(0);
    throw error;
  }
  phase = 'serving';
  const { port: bound } = server.address() as AddressInfo;
  let closing: Promise<void> | null = null;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => (closing ??= end(limits.drain).then(() => graphql.stop())),
  };
}

/** Apollo Server is loaded by those alone who want it. */
function hostOf(
  gateway: Gateway,
  { kind = 'lean', pace }: ServeOptions,
  parts: HostParts,
): GraphQLHost {
  const lean = leanHost({
    ...parts,
    gateway,
    subscribe: answerByEvents(gateway.subscriptions, pace),
  });
  switch (kind) {
    case 'lean':
      return lean;
    case 'apollo': {
      const apollo = deferredHost(async () => {
        const { apolloHost } = await import('./apollo-host.js');
        return apolloHost({ ...parts, gateway });
      });
      return eventsBeside(apollo, lean);
    }
  }
}

function httpServer(limits: HttpLimits, metrics: GatewayMetrics): Server {
  const server = createServer({
    // Headers are a part of the request; a server that is told otherwise is not made.
    headersTimeout: Math.min(limits.headersTimeout, limits.requestTimeout),
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    maxHeaderSize: limits.headerBytes,
    connectionsCheckingInterval: TIMEOUT_CHECKS,
  });
  server.maxConnections = limits.connections;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  server.on('drop', () => metrics.requestShed('connections'));
  server.on('connection', (socket: Socket) => {
    metrics.opened('connections');
    socket.once('close', () => metrics.closed('connections'));
  });
  return server;
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
