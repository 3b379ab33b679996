import { jsonScalar, requireUse } from '@causeway/kit';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import { dutyEventsIn, encounterEventsIn } from './duty-events.js';

/** How far this subgraph has come in listening, by source. */
const DutyFeedPositions = jsonScalar(
  'DutyFeedPositions',
  'The position of the last event taken in, by the feed. For the gateway alone.',
);

/** A duty as it is after a change of it. */
const DepositDutyEventInput = jsonScalar(
  'DepositDutyEventInput',
  'A duty to deposit as it is after a change of it. For the gateway alone.',
);

/** An encounter abroad as it is after a change of it. */
const EncounterEventInput = jsonScalar(
  'EncounterEventInput',
  'An encounter abroad as it is after a change of it. For the gateway alone.',
);

/** What other subgraphs tell of duties and encounters, carried by the gateway's relay. */
@Resolver()
export class DutyFeeds {
  @Inaccessible()
  @Query(() => DutyFeedPositions, {
    description:
      'The position of the last event taken in from each feed, 0 before the first: `{ duties, encounters }`. For the gateway alone.',
  })
  dutyFeedPositions(@Ctx() context: RecordsContext): Readonly<Record<string, number>> {
    requireUse(context, 'relay');
    return {
      duties: context.duties.feedPosition('providers/duties'),
      encounters: context.duties.feedPosition('consents/encounters'),
    };
  }

  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Takes in what duties to deposit have become, each event once; the position after. For the gateway alone.',
  })
  applyDutyEvents(
    @Arg('events', () => [DepositDutyEventInput], { description: 'The events, in their order.' })
    events: unknown[],
    @Ctx() context: RecordsContext,
  ): number {
    requireUse(context, 'relay');
    return context.duties.takeDuties(dutyEventsIn(events));
  }

  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Takes in what encounters abroad have become, each event once; the position after. For the gateway alone.',
  })
  applyEncounterEvents(
    @Arg('events', () => [EncounterEventInput], { description: 'The events, in their order.' })
    events: unknown[],
    @Ctx() context: RecordsContext,
  ): number {
    requireUse(context, 'relay');
    return context.duties.takeEncounters(encounterEventsIn(events));
  }
}
