import { jsonScalar, requireUse } from '@causeway/kit';
import type { DepositDutyEvent as Event } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';

/** An event of the feed of duties. */
export const DepositDutyEvent = jsonScalar(
  'DepositDutyEvent',
  'A duty to deposit as it is after a change of it. For the gateway alone.',
);

const MAX_EVENTS = 1_000;

/** The feed of duties, which the gateway's relay carries to the records subgraph. */
@Resolver()
export class DutyFeed {
  @Inaccessible()
  @Query(() => [DepositDutyEvent], {
    description:
      'What duties to deposit became, oldest first; what time made of recognitions is noted before. For the gateway alone.',
  })
  dutyEvents(
    @Arg('after', () => Int, { description: 'The position of the last event known, 0 for none.' })
    after: number,
    @Arg('first', () => Int, { description: 'How many events at most, from 1 to 1,000.' })
    first: number,
    @Ctx() context: ProvidersContext,
  ): Event[] {
    requireUse(context, 'relay');
    if (after < 0 || first < 1 || first > MAX_EVENTS) {
      throw new GraphQLError(
        `Expected a position from 0 and 1 to ${MAX_EVENTS} events, got ${after} and ${first}`,
        { extensions: { code: 'BAD_USER_INPUT' } },
      );
    }
    context.repository.settleByTheClock();
    return context.repository.dutyEvents(after, first);
  }
}
