import { jsonScalar, requireUse } from '@causeway/kit';
import type { EncounterEvent as Event } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { badInput } from '../changes/refusals.js';
import type { ConsentsContext } from '../context.js';

/** An event of the feed of encounters abroad. */
export const EncounterEvent = jsonScalar(
  'EncounterEvent',
  'An encounter abroad as it is after a change of it. For the gateway alone.',
);

const MAX_EVENTS = 1_000;

/** The feed of encounters abroad, which the gateway's relay carries to the records subgraph. */
@Resolver()
export class EncounterFeedResolver {
  @Inaccessible()
  @Query(() => [EncounterEvent], {
    description: 'What encounters abroad became, oldest first. For the gateway alone.',
  })
  encounterEvents(
    @Arg('after', () => Int, { description: 'The position of the last event known, 0 for none.' })
    after: number,
    @Arg('first', () => Int, { description: 'How many events at most, from 1 to 1,000.' })
    first: number,
    @Ctx() context: ConsentsContext,
  ): Event[] {
    requireUse(context, 'relay');
    if (after < 0 || first < 1 || first > MAX_EVENTS) {
      throw badInput(
        `Expected a position from 0 and 1 to ${MAX_EVENTS} events, got ${after} and ${first}`,
      );
    }
    return context.repository.encounterEvents(after, first);
  }
}
