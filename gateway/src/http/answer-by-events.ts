import type { ServerResponse } from 'node:http';
import { printBody } from '../host/answer-body.js';
import type { GraphQLAnswer } from '../host/graphql-core.js';
import type { Subscriptions } from '../host/subscriptions/subscriptions.js';
import type { HeaderList } from './cors.js';
import { DEFAULT_PACE, beginStream, endStream, writeStream } from './event-stream.js';
import type { StreamPace } from './event-stream.js';
import type { Subscribe } from './subscribe.js';

/** What answers operations by the events of subscriptions. */
export function answerByEvents(
  subscriptions: Subscriptions,
  pace: StreamPace = DEFAULT_PACE,
): Subscribe {
  return async ({ operation, request, context, incoming, response, headers }) => {
    const asked = { operation, request, context, headers: incoming.headers };
    const subscribed = await subscriptions.subscribe(asked);
    if (subscribed.kind === 'answer') return subscribed.answer;
    beginStream(response, headers);
    // It goes on by itself: what streams is no request under way any more.
    writeStream(response, subscribed.events, pace).catch(() => response.destroy());
    return null;
  };
}

/**
 * Tells by an event what is wrong with an operation, as GraphQL over SSE has it; what is wrong with the request itself is
 * returned, to be answered by HTTP.
 */
export function refuseByEvent(
  answer: GraphQLAnswer,
  response: ServerResponse,
  headers: HeaderList,
): GraphQLAnswer | null {
  if (answer.status !== 400) return answer;
  beginStream(response, headers);
  endStream(response, printBody(answer.body));
  return null;
}
