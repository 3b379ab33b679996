/** The port by which pages ask the graph: as whoever has signed in, by the ordinary operations, with all that guards them. */
import { HeaderMap } from '@apollo/server';
import type { PurposeOfUse } from '@causeway/schema';
import type { Gateway } from '../host/gateway.js';

/** What is asked, on whose behalf. */
export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly accessToken: string;
  readonly purpose: PurposeOfUse;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** An error of an answer, as far as pages tell of it. */
export interface AnswerError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The graph's answer. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly AnswerError[];
}

/** Asks the graph. */
export type Ask = (question: Question) => Promise<Answer>;

/** Where questions are sent: nowhere, since they are asked in this process and bring no proof of possession. */
const ADDRESS = new URL('http://pages.invalid/graphql');

/** Asks a gateway in this process, by the way that requests over HTTP take. */
export function askGateway(gateway: Gateway): Ask {
  return async ({ document, variables, accessToken, purpose, signal }) => {
    const headers = new HeaderMap([
      ['authorization', `Bearer ${accessToken}`],
      ['content-type', 'application/json'],
      ['purpose-of-use', purpose],
    ]);
    const { body } = await gateway.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers,
        search: '',
        body: { query: document, variables },
      },
      context: async () => ({
        identified: await gateway.identify({
          method: 'POST',
          url: ADDRESS,
          headers: Object.fromEntries(headers),
        }),
        clientGone: signal,
      }),
    });
    if (body.kind !== 'complete') throw new Error('Expected a whole answer of the graph');
    return JSON.parse(body.string) as Answer;
  };
}
