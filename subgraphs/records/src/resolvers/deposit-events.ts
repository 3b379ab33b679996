import { FeedPage, jsonScalar, requireFeedPage } from '@causeway/kit';
import type { DepositEvent as Event } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RecordsContext } from '../context.js';

/** An event of the feed of deposits. */
const DepositEvent = jsonScalar(
  'DepositEvent',
  'Records that came into the account of a patient. For the gateway alone.',
);

/** What the gateway's relay tells others of deposits. */
@Resolver()
export class DepositEventsResolver {
  @Inaccessible()
  @Query(() => [DepositEvent], {
    description: 'What was deposited, oldest first. For the gateway alone.',
  })
  depositEvents(@Args(() => FeedPage) page: FeedPage, @Ctx() context: RecordsContext): Event[] {
    requireFeedPage(context, page);
    return context.deposits.events(page.after, page.first);
  }
}
