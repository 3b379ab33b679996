/**
 * The HTTP rim of one subgraph: turns requests of the gateway into calls of the handler, and nothing else. Whether
 * the gateway asks is for the handler to verify.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SUBGRAPH_PATH, goneSignal } from '@causeway/schema';
import type { SubgraphHandler, SubgraphRequest } from '@causeway/schema';
import { closeGently } from './close-gently.js';
import { DEFAULT_SERVER_LIMITS } from './server-limits.js';
import type { ServerLimits } from './server-limits.js';

/** What to serve, and where. */
export interface ServeOptions {
  readonly handle: SubgraphHandler;
  /** The port; 0 takes a free one. */
  readonly port: number;
  /** The address to listen on; loopback if none is given. */
  readonly host?: string;
  /** Its bounds, where they are others than the usual ones. */
  readonly limits?: Partial<ServerLimits>;
  /** Told of what the handler could not answer. */
  readonly onError?: (error: unknown) => void;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** The address without a path, such as `http://127.0.0.1:4001`. */
  readonly url: string;
  /** Takes no more connections and resolves once what is under way is answered, or its grace is over. */
  close(): Promise<void>;
}

/** The path that answers 200 as long as the subgraph can be asked. */
export const HEALTH_PATH = '/health';

const LOOPBACK = '127.0.0.1';
/** Longer than the gateway keeps an idle connection, so that it is the gateway that closes it. */
const KEEP_ALIVE = 65_000;

/**
 * Serves a subgraph until it is closed.
 *
 * @throws Error as `node:http` gives it, such as EADDRINUSE, if the address cannot be listened on
 */
export async function serveSubgraph(options: ServeOptions): Promise<RunningServer> {
  const { port, host = LOOPBACK, handle, onError } = options;
  const limits = { ...DEFAULT_SERVER_LIMITS, ...options.limits };
  const server = createServer(arrivingWithin(limits.arrival), (request, response) => {
    void respond(request, goneSignal(response), { handle, onError, limits }).then((answer) => {
      // A connection that was busy when the server was told to close would stay open otherwise.
      response.shouldKeepAlive &&= server.listening;
      send(response, answer);
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  server.maxConnections = limits.connections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () => closeGently(server, limits),
  };
}

function arrivingWithin(time: number): ServerOptions {
  return {
    requestTimeout: time,
    headersTimeout: time,
    // Those who are late are looked for from time to time only; twice within the time keeps the bound near.
    connectionsCheckingInterval: Math.min(1_000, Math.ceil(time / 2)),
  };
}

interface Respond {
  readonly handle: SubgraphHandler;
  readonly onError: ((error: unknown) => void) | undefined;
  readonly limits: ServerLimits;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function respond(
  request: IncomingMessage,
  signal: AbortSignal,
  { handle, onError, limits: { bodySize } }: Respond,
): Promise<Answer> {
  const answer = answerWithoutBody(request);
  if (answer !== undefined) {
    request.resume();
    return answer;
  }
  try {
    const body = await readBody(request, bodySize);
    if (body !== undefined) return await handle(requestOf(request, body), signal);
    // What is still on its way is not read to its end.
    const headers = { connection: 'close' };
    return { status: 413, body: error(`Expected a body of at most ${bodySize} bytes`), headers };
  } catch (cause) {
    onError?.(cause);
    return { status: 500, body: error('The subgraph failed', 'INTERNAL_SERVER_ERROR') };
  }
}

/** The answer to anything but an operation for the graph; undefined for an operation. */
function answerWithoutBody({ method, url, headers }: IncomingMessage): Answer | undefined {
  if (url === HEALTH_PATH && (method === 'GET' || method === 'HEAD')) {
    return { status: 200, body: JSON.stringify({ status: 'ok' }) };
  }
  if (url !== SUBGRAPH_PATH) return { status: 404, body: error(`Expected ${SUBGRAPH_PATH}`) };
  if (method !== 'POST')
    return { status: 405, body: error('Expected POST'), headers: { allow: 'POST' } };
  if (!isJson(headers['content-type']))
    return { status: 415, body: error('Expected application/json') };
  return undefined;
}

const isJson = (type = ''): boolean => /^application\/json(?: *; *charset=utf-8)?$/i.test(type);

/** The body as text; undefined, and read no further, if it is longer than the limit. */
function readBody(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (part: Buffer) => {
      length += part.length;
      parts.push(part);
      if (length <= limit) return;
      request.pause();
      resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    request.on('error', reject);
  });
}

function requestOf({ headers }: IncomingMessage, body: string): SubgraphRequest {
  const single = Object.entries(headers).filter(
    (header): header is [string, string] => typeof header[1] === 'string',
  );
  return { method: 'POST', path: SUBGRAPH_PATH, headers: Object.fromEntries(single), body };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response
    .writeHead(status, { ...type, 'content-length': Buffer.byteLength(body), ...headers })
    .end(body);
}

function error(message: string, code = 'BAD_USER_INPUT'): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}
