/** What every request passes, whichever host answers it: its address, health, load, and the routes beside the graph. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERROR_TEXTS } from '@causeway/schema';
import type { RequestCode } from '@causeway/schema';
import type { AddressReader } from '../host/address.js';
import { codedError } from '../host/errors.js';
import type { HttpRoute } from '../host/http-route.js';
import { RequestError } from '../host/read-body.js';
import { languageOfRequest } from '../host/request-language.js';
import type { ShedReason } from '../metrics/index.js';
import { PLAIN_JSON, readAccept } from './accept.js';
import type { AnswerWriter } from './answer-writer.js';
import { ANY_ORIGIN } from './cors.js';
import type { HeaderList } from './cors.js';
import type { GraphQLHost } from './graphql-host.js';
import type { LoadGuard } from './load-guard.js';

/** Where a gateway stands in its life. */
export type Phase = 'starting' | 'serving' | 'draining';

/** What the rim is made of. */
export interface RimOptions {
  readonly host: GraphQLHost;
  readonly writer: AnswerWriter;
  readonly addressOf: AddressReader;
  readonly routes: readonly HttpRoute[];
  /** Shows browsers a page where others ask the graph; undefined for none. */
  readonly landing?: HttpRoute | undefined;
  readonly guard: LoadGuard;
  readonly phase: () => Phase;
  /** After how many milliseconds who was turned away may try again. */
  readonly retryAfter: number;
  /** Told of errors that clients do not see. */
  readonly onError: (error: unknown) => void;
}

/** Answers requests. */
export class Rim {
  readonly #options: RimOptions;

  constructor(options: RimOptions) {
    this.#options = options;
  }

  /** Answers a request, whatever it is. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#answer(request, response);
    } catch (error) {
      await this.#refuse(request, response, error);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { addressOf, guard, phase, routes } = this.#options;
    const address = addressOf(request);
    const { pathname } = address;
    const isGraph = pathname === '/graphql' || pathname === '/';
    const route = isGraph ? this.#landingFor(request) : routeOf(routes, pathname);
    if (request.method === 'OPTIONS') {
      response.writeHead(204, [...this.#headersOf(route, request)]).end();
      return;
    }
    if (pathname === '/health') return this.#health(request, response);
    if (!isGraph && route === undefined)
      throw new RequestError(404, 'Expected the path /graphql, / or /health');
    const now = phase();
    if (now !== 'serving') throw new RequestError(503, UNAVAILABLE[now]);
    const reason = guard.enter();
    if (reason !== null) throw new RequestError(503, SHED[reason]);
    try {
      if (route === undefined) await this.#options.host.answer(request, response, address);
      else {
        setHeaders(response, this.#headersOf(route, request));
        await route.answer(request, response, address);
      }
    } finally {
      guard.leave();
    }
  }

  /** The page for a browser that goes where others ask the graph. */
  #landingFor({ method, headers }: IncomingMessage): HttpRoute | undefined {
    if (method !== 'GET' || !readAccept(headers.accept ?? '').isForPage) return undefined;
    return this.#options.landing;
  }

  #health(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isPassing = this.#options.phase() === 'serving';
    return this.#options.writer.write(request, response, {
      status: isPassing ? 200 : 503,
      type: PLAIN_JSON,
      body: JSON.stringify({ status: isPassing ? 'pass' : 'fail' }),
    });
  }

  #headersOf(route: HttpRoute | undefined, request: IncomingMessage): HeaderList {
    return route?.isForAnyOrigin === true
      ? ANY_ORIGIN
      : this.#options.writer.commonHeaders(request);
  }

  async #refuse(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (!(error instanceof RequestError)) this.#options.onError(error);
    const { status, texts, message } =
      error instanceof RequestError
        ? error
        : { status: 500, texts: ERROR_TEXTS.INTERNAL_SERVER_ERROR, message: '' };
    const retryAfter = Math.ceil(this.#options.retryAfter / 1000);
    await this.#options.writer.write(request, response, {
      status,
      type: PLAIN_JSON,
      headers: status === 503 ? { 'retry-after': String(retryAfter) } : undefined,
      body: JSON.stringify({
        errors: [codedError(codeOf(status), texts ?? message, languageOfRequest(request.headers))],
      }),
    });
  }
}

/** Why nothing is answered in a phase of the gateway's life. */
const UNAVAILABLE: Readonly<Record<Exclude<Phase, 'serving'>, string>> = {
  starting: 'Expected a gateway that has started; try again',
  draining: 'Expected a gateway that is not about to end; try another',
};

/** Why a request is turned away. */
const SHED: Readonly<Record<ShedReason, string>> = {
  connections: 'There are more connections than the gateway takes; try again later',
  requests: 'There are more requests than can be answered at once; try again later',
  event_loop: 'Requests come faster than they can be answered; try again later',
};

function codeOf(status: number): RequestCode | 'INTERNAL_SERVER_ERROR' {
  switch (status) {
    case 500:
      return 'INTERNAL_SERVER_ERROR';
    case 503:
      return 'SERVICE_UNAVAILABLE';
    default:
      return 'BAD_REQUEST';
  }
}

function routeOf(routes: readonly HttpRoute[], pathname: string): HttpRoute | undefined {
  return routes.find(({ path }) =>
    path.endsWith('/') ? pathname.startsWith(path) : pathname === path,
  );
}

function setHeaders(response: ServerResponse, headers: HeaderList): void {
  for (let index = 0; index < headers.length; index += 2)
    response.setHeader(headers[index] ?? '', headers[index + 1] ?? '');
}
