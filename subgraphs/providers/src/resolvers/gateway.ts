import { AccessFacts, AccessFactsKey, jsonScalar, requireUse } from '@causeway/kit';
import type { PartyEvent as Event, ProviderFacts } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import { providerFactsKeys } from '../facts-keys.js';

/** An event of the feed of parties. */
export const PartyEvent = jsonScalar(
  'PartyEvent',
  'An organisation or public health record system as it is after a change of it. For the gateway alone.',
);

const MAX_EVENTS = 1_000;

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
  ): ProviderFacts[] {
    requireUse(context, 'facts');
    return context.repository.facts(providerFactsKeys(keys));
  }

  @Inaccessible()
  @Query(() => [PartyEvent], {
    description:
      'What organisations and systems became, oldest first; what time made of recognitions is noted before. For the gateway alone.',
  })
  partyEvents(
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
    return context.repository.partyEvents(after, first);
  }
}
