import { FeedPage, jsonScalar, requireFeedPage } from '@causeway/kit';
import type { DepositDutyEvent as Event } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';

/** An event of the feed of duties. */
const DepositDutyEvent = jsonScalar(
  'DepositDutyEvent',
  'A duty to deposit as it is after a change of it. For the gateway alone.',
);

/** The feed of duties, which the gateway's relay carries to the records subgraph. */
@Resolver()
export class DutyFeed {
  @Inaccessible()
  @Query(() => [DepositDutyEvent], {
    description:
      'What duties to deposit became, oldest first; what time made of recognitions is noted before. For the gateway alone.',
  })
  dutyEvents(@Args(() => FeedPage) page: FeedPage, @Ctx() context: ProvidersContext): Event[] {
    requireFeedPage(context, page);
    context.repository.settleByTheClock();
    return context.repository.dutyEvents(page.after, page.first);
  }
}
