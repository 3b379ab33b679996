import Negotiator from 'negotiator';
import { RequestError } from '../host/read-body.js';
import { memoised } from '../host/memoised.js';

const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';

/** What is told of the type and the charset of an answer. */
export type ContentType = `${typeof JSON_TYPE | typeof RESPONSE_TYPE}; charset=utf-8`;

/** The type of answers to clients of which nothing is known. */
export const PLAIN_JSON: ContentType = `${JSON_TYPE}; charset=utf-8`;

/** What a client takes as an answer. */
export interface Accepted {
  /** The type of its answer; null where it takes none that there is. */
  readonly answer: ContentType | null;
  /** Whether it asks for `application/json` alone of the two, as clients that look for answers under 200 only. */
  readonly isForJson: boolean;
  /** Whether it would rather have a page. */
  readonly isForPage: boolean;
  /** Whether it would rather have events. */
  readonly isForEvents: boolean;
}

const EVENTS_TYPE = 'text/event-stream';
const PAGE_TYPE = 'text/html';

/**
 * Reads `Accept`; who says nothing takes `application/json`.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-Accept
 */
export const readAccept: (accept: string) => Accepted = memoised((accept) => {
  const negotiator = new Negotiator({ headers: { accept: accept === '' ? '*/*' : accept } });
  const answer = negotiator.mediaType([JSON_TYPE, RESPONSE_TYPE]);
  const first = negotiator.mediaType([JSON_TYPE, RESPONSE_TYPE, PAGE_TYPE, EVENTS_TYPE]);
  return {
    answer: answer === JSON_TYPE || answer === RESPONSE_TYPE ? `${answer}; charset=utf-8` : null,
    isForJson: accept.includes(JSON_TYPE) && !accept.includes(RESPONSE_TYPE),
    isForPage: first === PAGE_TYPE,
    isForEvents: first === EVENTS_TYPE,
  };
});

/** The refusal of a client that takes no answer that there is: before anything is done for it. */
export function notAcceptable(): RequestError {
  return new RequestError(
    406,
    'Expected `Accept` to allow application/graphql-response+json or application/json',
  );
}
