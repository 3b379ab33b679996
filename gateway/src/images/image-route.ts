import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '@causeway/schema';
import { isPolicyFailure } from '../host/describe-failure.js';
import { SubgraphUnavailableError } from '../host/subgraph-unavailable-error.js';
import { codedError } from '../host/errors.js';
import { RequestError } from '../host/read-body.js';
import { languageOfRequest } from '../host/request-language.js';
import { sendJson } from '../host/send-json.js';
import type { HttpRoute } from '../host/http-route.js';
import type { ImagesOptions } from './ports.js';

/** A request whose sender is known. */
export interface KnownRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly method: string;
  readonly caller: Caller;
}

/** One answer for what is not there, not the caller's, and not to be seen now: nobody learns which. */
export function notThere(): RequestError {
  return new RequestError(404, 'There is no such thing for this caller');
}

/** A route for callers who are known, as `/graphql` knows them; where nobody can decide, it answers 503. */
export function knownRoute(
  path: string,
  { gateway, onError }: ImagesOptions,
  answer: (known: KnownRequest) => Promise<void>,
): HttpRoute {
  return {
    path,
    answer: async (request, response, url) => {
      const { method = 'GET', headers } = request;
      const identified = await gateway.identify({ method, url, headers });
      if (identified.kind === 'refused') {
        if (identified.code === 'UNAUTHENTICATED')
          response.setHeader('www-authenticate', identified.challenge);
        const language = languageOfRequest(headers);
        response.setHeader('content-language', language);
        sendJson(response, identified.status, {
          errors: [codedError(identified.code, identified.reason, language)],
        });
        return;
      }
      try {
        await answer({ request, response, url, method, caller: identified.caller });
      } catch (error) {
        if (!isOutage(error)) throw error;
        onError(error);
        throw new RequestError(503, 'Nobody can decide on this request now; try again later');
      }
    },
  };
}

function isOutage(error: unknown): boolean {
  return isPolicyFailure(error) || error instanceof SubgraphUnavailableError;
}

/** Refuses a method, and says which are answered. */
export function methodNotAllowed(response: ServerResponse, allowed: string): RequestError {
  response.setHeader('allow', allowed);
  return new RequestError(405, `Expected ${allowed}`);
}
