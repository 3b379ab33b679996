/**
 * Feeds: what one subgraph tells and another takes in, carried by the gateway's relay. Events stand at positions from 1
 * without gaps; both sides hold to them here.
 */
// Loads the metadata that type-graphql's decorators need.
import '@causeway/schema/decorators';
import { ArgsType, Field, Int } from 'type-graphql';
import { requireUse } from './context.js';
import type { SubgraphContext } from './context.js';
import { refused } from './refused.js';

/** The most events that are told, or taken in, at once. */
const MAX_EVENTS = 1_000;

/** The arguments of every field that tells events. */
@ArgsType()
export class FeedPage {
  @Field(() => Int, { description: 'The position of the last event known, 0 for none.' })
  after!: number;

  @Field(() => Int, { description: 'How many events at most, from 1 to 1,000.' })
  first!: number;
}

/**
 * Lets the gateway's relay alone read a page of a feed.
 *
 * @throws GraphQLError FORBIDDEN for any other call, BAD_USER_INPUT for a page out of bounds
 */
export function requireFeedPage(context: SubgraphContext, { after, first }: FeedPage): void {
  requireUse(context, 'relay');
  if (after >= 0 && first >= 1 && first <= MAX_EVENTS) return;
  throw refused(
    'BAD_USER_INPUT',
    `Expected a position from 0 and 1 to ${MAX_EVENTS} events, got ${after} and ${first}`,
  );
}

/**
 * The events that JSON values are: what is not shaped as one is refused, with all of them.
 *
 * @throws GraphQLError BAD_USER_INPUT for another shape, or too many
 */
export function eventsIn<Event>(
  values: readonly unknown[],
  isEvent: (value: unknown) => value is Event,
): Event[] {
  if (values.length > MAX_EVENTS) {
    throw refused(
      'BAD_USER_INPUT',
      `Expected at most ${MAX_EVENTS} events, got ${values.length}; tell fewer at once`,
    );
  }
  return values.map((value, index) => {
    if (isEvent(value)) return value;
    throw refused('BAD_USER_INPUT', `Expected an event of the feed at ${index}, got another shape`);
  });
}
