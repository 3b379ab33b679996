import { jsonScalar, requireUse } from '@causeway/kit';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { ConsentsContext } from '../context.js';
import { depositEventsIn, joiningEventsIn, partyEventsIn } from '../feeds/feed-events.js';

/** How far this subgraph has come in listening, by source. */
const FeedPositions = jsonScalar(
  'FeedPositions',
  'The position of the last event taken in, by the subgraph that told it. For the gateway alone.',
);

/** A party as it is after a change of it. */
const PartyEventInput = jsonScalar(
  'PartyEventInput',
  'An organisation or public health record system as it is after a change of it. For the gateway alone.',
);

/** A patient's standing after a change of it. */
const JoiningEventInput = jsonScalar(
  'JoiningEventInput',
  "A patient's standing after a change of it. For the gateway alone.",
);

/** Records that came into a patient's account. */
const DepositEventInput = jsonScalar(
  'DepositEventInput',
  "Records that came into a patient's account, by their receipt and the number of each category. For the gateway alone.",
);

/** What other subgraphs tell, carried by the gateway's relay. */
@Resolver()
export class FeedsResolver {
  @Inaccessible()
  @Query(() => FeedPositions, {
    description:
      'The position of the last event taken in from each subgraph that tells, 0 before the first: `{ providers, patients, records }`. For the gateway alone.',
  })
  feedPositions(@Ctx() context: ConsentsContext): Readonly<Record<string, number>> {
    requireUse(context, 'relay');
    const { repository } = context;
    return {
      providers: repository.feedPosition('providers'),
      patients: repository.feedPosition('patients'),
      records: repository.feedPosition('records'),
    };
  }

  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Takes in what organisations and systems have become, each event once; the position after. Open grants follow their recognition, and patients are told. For the gateway alone.',
  })
  applyPartyEvents(
    @Arg('events', () => [PartyEventInput], { description: 'The events, in their order.' })
    events: unknown[],
    @Ctx() context: ConsentsContext,
  ): number {
    requireUse(context, 'relay');
    return context.repository.takeParties(partyEventsIn(events));
  }

  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Takes in how patients have joined and left, each event once; the position after. Who leaves ends every consent, grant and link, and is told. For the gateway alone.',
  })
  applyJoiningEvents(
    @Arg('events', () => [JoiningEventInput], { description: 'The events, in their order.' })
    events: unknown[],
    @Ctx() context: ConsentsContext,
  ): number {
    requireUse(context, 'relay');
    return context.repository.takeJoinings(joiningEventsIn(events));
  }

  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Takes in what came into patients’ accounts, each event once; the position after. Patients are told, and what came from abroad is registered. For the gateway alone.',
  })
  applyDepositEvents(
    @Arg('events', () => [DepositEventInput], { description: 'The events, in their order.' })
    events: unknown[],
    @Ctx() context: ConsentsContext,
  ): number {
    requireUse(context, 'relay');
    return context.repository.takeDeposits(depositEventsIn(events));
  }
}
