import { jsonScalar, requireUse } from '@causeway/kit';
import type { DepositEvent as Event } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import { badInput } from '../deposits/refusals.js';

/** An event of the feed of deposits. */
export const DepositEvent = jsonScalar(
  'DepositEvent',
  'Records that came into the account of a patient. For the gateway alone.',
);

const MAX_EVENTS = 1_000;

/** What the gateway's relay tells others of deposits. */
@Resolver()
export class DepositEventsResolver {
  @Inaccessible()
  @Query(() => [DepositEvent], {
    description: 'What was deposited, oldest first. For the gateway alone.',
  })
  depositEvents(
    @Arg('after', () => Int, { description: 'The position of the last event known, 0 for none.' })
    after: number,
    @Arg('first', () => Int, { description: 'How many events at most, from 1 to 1,000.' })
    first: number,
    @Ctx() context: RecordsContext,
  ): Event[] {
    requireUse(context, 'relay');
    if (after < 0 || first < 1 || first > MAX_EVENTS) {
      throw badInput(
        `Expected a position from 0 and 1 to ${MAX_EVENTS} events, got ${after} and ${first}`,
      );
    }
    return context.deposits.events(after, first);
  }
}
