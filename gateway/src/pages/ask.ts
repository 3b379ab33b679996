/** The port by which pages ask the graph: as whoever has signed in, by the ordinary operations, with all that guards them. */
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

/** Asks a gateway in this process, by the core that requests over HTTP reach. */
export function askGateway(gateway: Gateway): Ask {
  return async ({ document, variables, accessToken, purpose, signal }) => {
    const headers = { authorization: `Bearer ${accessToken}`, 'purpose-of-use': purpose };
    const identified = await gateway.identify({ method: 'POST', url: ADDRESS, headers });
    const request = { query: document, variables };
    const { body } = await gateway.core.answer(request, { identified, clientGone: signal });
    return { ...body, data: body.data ?? null };
  };
}
