import { AccessFacts, AccessFactsKey, jsonScalar, readEach, requireUse } from '@causeway/kit';
import type { UnreadableKeyError } from '@causeway/kit';
import type { ConsentFacts } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { accessEvents } from '../audit/access-event-input.js';
import type { ConsentsContext } from '../context.js';
import { consentFactsKeys } from '../facts-keys.js';

/** An access to be recorded. */
const AccessEventInput = jsonScalar(
  'AccessEventInput',
  'A decision on access and what became of it, to be recorded. For the gateway alone.',
);

/** What the gateway itself asks. */
@Resolver()
export class GatewayResolver {
  @Inaccessible()
  @Query(() => [AccessFacts], {
    nullable: 'items',
    description:
      'What the consents of patients amount to, in the order of the keys. For the gateway alone.',
  })
  consentFacts(
    @Arg('keys', () => [AccessFactsKey], { description: 'Patients, and the parties that ask.' })
    keys: unknown[],
    @Ctx() context: ConsentsContext,
  ): readonly (ConsentFacts | UnreadableKeyError)[] {
    requireUse(context, 'facts');
    const { fetch, repository } = context;
    return readEach(consentFactsKeys(keys), (some) => repository.facts(some, fetch.now));
  }

  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Records accesses durably, all of them or none; an event that is recorded already is not recorded again. How many of the given events stand recorded. For the gateway alone.',
  })
  recordAccess(
    @Arg('events', () => [AccessEventInput], { description: 'The accesses, in their order.' })
    events: unknown[],
    @Ctx() context: ConsentsContext,
  ): number {
    requireUse(context, 'audit');
    return context.repository.recordAccess(accessEvents(events));
  }
}
