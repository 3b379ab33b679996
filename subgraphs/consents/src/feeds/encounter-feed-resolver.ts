import { FeedPage, jsonScalar, requireFeedPage } from '@causeway/kit';
import type { EncounterEvent as Event } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { ConsentsContext } from '../context.js';

/** An event of the feed of encounters abroad. */
const EncounterEvent = jsonScalar(
  'EncounterEvent',
  'An encounter abroad as it is after a change of it. For the gateway alone.',
);

/** The feed of encounters abroad, which the gateway's relay carries to the records subgraph. */
@Resolver()
export class EncounterFeedResolver {
  @Inaccessible()
  @Query(() => [EncounterEvent], {
    description: 'What encounters abroad became, oldest first. For the gateway alone.',
  })
  encounterEvents(@Args(() => FeedPage) page: FeedPage, @Ctx() context: ConsentsContext): Event[] {
    requireFeedPage(context, page);
    return context.repository.encounterEvents(page.after, page.first);
  }
}
