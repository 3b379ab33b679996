import {
  AccessFacts,
  AccessFactsKey,
  FeedPage,
  jsonScalar,
  readEach,
  requireFeedPage,
  requireUse,
} from '@causeway/kit';
import type { UnreadableKeyError } from '@causeway/kit';
import type { PartyEvent as Event, ProviderFacts } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import { providerFactsKeys } from '../facts-keys.js';

/** An event of the feed of parties. */
const PartyEvent = jsonScalar(
  'PartyEvent',
  'An organisation or public health record system as it is after a change of it. For the gateway alone.',
);

/** What the gateway itself asks. */
@Resolver()
export class GatewayResolver {
  @Inaccessible()
  @Query(() => [AccessFacts], {
    nullable: 'items',
    description:
      'The facts of providers, in the order of the keys; null within for parties that are not there. For the gateway alone.',
  })
  providerFacts(
    @Arg('keys', () => [AccessFactsKey], { description: 'The parties that ask.' })
    keys: unknown[],
    @Ctx() context: ProvidersContext,
  ): readonly (ProviderFacts | UnreadableKeyError)[] {
    requireUse(context, 'facts');
    return readEach(providerFactsKeys(keys), (some) => context.repository.facts(some));
  }

  @Inaccessible()
  @Query(() => [PartyEvent], {
    description:
      'What organisations and systems became, oldest first; what time made of recognitions is noted before. For the gateway alone.',
  })
  partyEvents(@Args(() => FeedPage) page: FeedPage, @Ctx() context: ProvidersContext): Event[] {
    requireFeedPage(context, page);
    context.repository.settleByTheClock();
    return context.repository.partyEvents(page.after, page.first);
  }
}
