/** Serves a subgraph with its explorer, on loopback and in development only. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HeaderMap } from '@apollo/server';
import type { ApolloServer } from '@apollo/server';
import { PERSONA_HEADER, personaServer, speakerOf } from './persona-server.js';
import type { PersonaOptions, SandboxContext, SandboxSubgraph } from './persona-server.js';

export { PERSONA_HEADER } from './persona-server.js';
export type { FirstOperation, SandboxSubgraph } from './persona-server.js';

/** How to serve a sandbox. */
export interface SandboxOptions extends PersonaOptions {
  /** The port; 0 takes a free one. */
  readonly port: number;
  /** The environment's NODE_ENV. */
  readonly environment: string | undefined;
}

/** A sandbox that is being served. */
export interface Sandbox {
  readonly url: string;
  stop(): Promise<void>;
}

/** A sandbox where none may be. */
export class SandboxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SandboxError';
  }
}

const LOOPBACK = '127.0.0.1';
const MAX_BODY = 2 ** 20;

/**
 * Serves a subgraph with its explorer: no gateway stands before it, so nothing is decided and every persona is
 * permitted what it names.
 *
 * @throws SandboxError in production
 * @throws Error as `node:http` gives it, such as EADDRINUSE
 */
export async function serveSandbox(
  subgraph: SandboxSubgraph,
  options: SandboxOptions,
): Promise<Sandbox> {
  if (options.environment === 'production') {
    throw new SandboxError(
      'Expected NODE_ENV to be anything but production, got production; a sandbox decides nothing and is for development alone',
    );
  }
  const apollo = personaServer(subgraph, options);
  await apollo.start();
  const server = createServer((request, response) => {
    // What goes wrong here is a connection that broke off.
    answer(apollo, options, request, response).catch(() => response.destroy());
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(options.port, LOOPBACK, resolve);
    });
  } catch (error) {
    await apollo.stop();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${port}/`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await apollo.stop();
    },
  };
}

async function answer(
  apollo: ApolloServer<SandboxContext>,
  options: PersonaOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://sandbox.invalid');
  if (!isLocal(request.headers.host)) {
    send(response, 403, 'Expected the host 127.0.0.1 or localhost');
  } else if (pathname !== '/') {
    send(response, 404, 'Expected the path /');
  } else {
    const body = await readBody(request);
    if (body === undefined) {
      send(response, 413, `Expected a body of at most ${MAX_BODY} bytes`);
      return;
    }
    const header = request.headers[PERSONA_HEADER];
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'GET',
        headers: headersOf(request),
        search,
        body: parse(body),
      },
      context: async () => {
        await Promise.resolve();
        return { speaker: speakerOf(typeof header === 'string' ? header : undefined, options) };
      },
    });
    for (const [name, value] of result.headers) response.setHeader(name, value);
    const text = result.body.kind === 'complete' ? result.body.string : '';
    send(response, result.status ?? 200, text);
  }
}

/** Whether a host header names this machine: another name that leads here is somebody's trick. */
function isLocal(host: string | undefined): boolean {
  return host !== undefined && /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host);
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The body as JSON; Apollo Server says what is wrong with any other. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.end(body);
}
