/** The HTTP rim of the gateway: it translates, bounds and answers; what is asked and who may is decided elsewhere. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressReader } from '../host/address.js';
import type { AddressReader } from '../host/address.js';
import type { Gateway } from '../host/gateway.js';
import type { HttpRoute } from '../host/http-route.js';
import { RequestError } from '../host/read-body.js';
import { sendJson } from '../host/send-json.js';
import { apolloHost } from './apollo-host.js';
import type { GraphQLHost } from './graphql-host.js';

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
}

/** A gateway that is being served. */
export interface ServedGateway {
  readonly url: string;
  /** Ends it: no new requests are taken, those under way are answered. */
  close(): Promise<void>;
}

/** Origins of the explorer's page. */
const SANDBOX_ORIGINS = [
  'https://studio.apollographql.com',
  'https://sandbox.embed.apollographql.com',
];

/**
 * Serves a gateway and starts it; until it has started, health is `fail` and questions are turned away.
 *
 * @throws TypeError if the public address is more than an origin
 * @throws Error if the address is taken or the gateway does not start; nothing is left open
 */
export function serveGateway(gateway: Gateway, options: ServeOptions): Promise<ServedGateway> {
  return serveHost(apolloHost(gateway), options);
}

/** Serves what speaks GraphQL, as `serveGateway` does. */
export async function serveHost(
  graphql: GraphQLHost,
  options: ServeOptions,
): Promise<ServedGateway> {
  const { port, host = '127.0.0.1', publicUrl, origins = SANDBOX_ORIGINS, routes = [] } = options;
  const rim = new Rim(graphql, {
    origins: new Set(origins),
    addressOf: addressReader({ host, publicUrl }),
    routes,
  });
  const server = createServer((request, response) => {
    rim.answer(request, response).catch(() => response.destroy());
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await listening(server, port, host);
  const close = async (): Promise<void> => {
    rim.isReady = false;
    await closed(server);
    await graphql.stop();
  };
  try {
    await graphql.start();
  } catch (error) {
    await closed(server);
    throw error;
  }
  rim.isReady = true;
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, close };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Resolves once what is under way is answered; connections that wait for a next request are closed. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });
}

interface RimOptions {
  readonly origins: ReadonlySet<string>;
  readonly addressOf: AddressReader;
  readonly routes: readonly HttpRoute[];
}

class Rim {
  /** Whether the gateway has started, and is not being closed. */
  isReady = false;
  readonly #host: GraphQLHost;
  readonly #options: RimOptions;

  constructor(host: GraphQLHost, options: RimOptions) {
    this.#host = host;
    this.#options = options;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    this.#allowOrigin(request, response);
    try {
      const address = this.#options.addressOf(request);
      const { pathname } = address;
      const route = this.#options.routes.find(({ path }) =>
        path.endsWith('/') ? pathname.startsWith(path) : pathname === path,
      );
      if (route?.isForAnyOrigin === true) allowAnyOrigin(response);
      if (request.method === 'OPTIONS') send(response, 204, '');
      else if (pathname === '/health') this.#health(response);
      else if (pathname === '/' || pathname === '/graphql')
        await this.#graphql(request, response, address);
      else if (route !== undefined) await this.#besides(route, request, response, address);
      else throw new RequestError(404, 'Expected the path /graphql, / or /health');
    } catch (error) {
      const status = error instanceof RequestError ? error.status : 500;
      const message =
        error instanceof RequestError ? error.message : 'The gateway failed to answer';
      const code = status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
      if (!response.headersSent)
        sendJson(response, status, { errors: [{ message, extensions: { code } }] });
      response.end();
    }
  }

  async #besides(
    route: HttpRoute,
    request: IncomingMessage,
    response: ServerResponse,
    address: URL,
  ): Promise<void> {
    if (!this.isReady) throw new RequestError(503, 'Expected a gateway that has started');
    await route.answer(request, response, address);
  }

  #health(response: ServerResponse): void {
    if (this.isReady) sendJson(response, 200, { status: 'pass' });
    else sendJson(response, 503, { status: 'fail' });
  }

  async #graphql(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!this.isReady) throw new RequestError(503, 'Expected a gateway that has started');
    await this.#host.answer(request, response, url);
  }

  #allowOrigin(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !this.#options.origins.has(origin)) return;
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader(
      'access-control-allow-headers',
      'authorization, dpop, content-type, purpose-of-use, apollo-require-preflight, x-apollo-operation-name',
    );
    response.setHeader('access-control-max-age', '600');
  }
}

function allowAnyOrigin(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('access-control-max-age', '600');
}

function send(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.end(body);
}
