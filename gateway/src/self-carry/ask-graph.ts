/** Asks the graph on behalf of whoever sent a request, by the way that requests over HTTP take. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { filled, goneSignal, isErrorCode, wordsOf } from '@causeway/schema';
import type { ErrorCode, PersonCaller } from '@causeway/schema';
import type { Gateway } from '../host/gateway.js';
import { languageOfRequest } from '../host/request-language.js';
import { objectOf } from './json.js';
import type { JsonObject } from './json.js';
import { REFUSED } from './refusal-texts.js';
import { SelfCarryError } from './self-carry-error.js';

/**
 * The data of an answer without errors.
 *
 * @throws SelfCarryError if the graph refuses or cannot answer in full
 */
export type AskGraph = (document: string, variables: JsonObject) => Promise<JsonObject>;

/** A person who asks. */
export interface Asker {
  readonly caller: PersonCaller;
  readonly ask: AskGraph;
}

/** The status of refusals that are not the gateway's own failure. */
const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  BAD_USER_INPUT: 400,
  POLICY_UNAVAILABLE: 503,
  SUBGRAPH_FAILED: 503,
  DEADLINE_EXCEEDED: 503,
};

/**
 * Who sent a request, if it is a person: patient, or whoever decides for one. Which patient they may export is for the
 * graph to say.
 *
 * @throws SelfCarryError for anybody else
 */
export async function askerOf(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
  address: URL,
): Promise<Asker> {
  const { method = 'GET', headers } = request;
  const identified = await gateway.identify({ method, url: address, headers });
  if (identified.kind === 'refused') {
    if (identified.code === 'UNAUTHENTICATED')
      response.setHeader('www-authenticate', identified.challenge);
    throw new SelfCarryError(identified.status, identified.code, identified.reason);
  }
  const { caller } = identified;
  if (caller.kind !== 'person') {
    throw new SelfCarryError(403, 'FORBIDDEN', REFUSED.notPerson);
  }
  const context = {
    identified,
    clientGone: goneSignal(response),
    language: languageOfRequest(headers),
  };
  return {
    caller,
    ask: async (query, variables) => {
      const { body } = await gateway.core.answer({ query, variables }, context);
      return dataOf(body);
    },
  };
}

function dataOf(answer: unknown): JsonObject {
  const { data, errors } = objectOf(answer) ?? {};
  const found = objectOf(data);
  if (errors === undefined && found !== null) return found;
  const [error] = Array.isArray(errors) ? errors.map(objectOf) : [];
  const given = objectOf(error?.['extensions'])?.['code'];
  const code = isErrorCode(given) ? given : 'INTERNAL_SERVER_ERROR';
  // In the language of the request already: the others are not told.
  const message = error?.['message'];
  const told = typeof message === 'string' ? wordsOf(message) : REFUSED.noAnswer;
  throw new SelfCarryError(STATUS[code] ?? 500, code, filled(REFUSED.byGraph, { told }));
}
