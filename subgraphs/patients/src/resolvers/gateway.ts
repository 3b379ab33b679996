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
import type { ContactFacts as Facts, JoiningEvent as Event, PatientFacts } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { contactFactsOf } from '../contact-facts.js';
import type { PatientsContext } from '../context.js';
import { patientFactsKeys } from '../facts-keys.js';
import { orRefusal } from '../refusals.js';

/** An event of the feed of standings. */
const JoiningEvent = jsonScalar(
  'JoiningEvent',
  'How a patient stands in the eHealth system after a change of it. For the gateway alone.',
);

/** Where and how a patient is to be told. */
const ContactFacts = jsonScalar(
  'ContactFacts',
  'Where and how a patient wishes to be told of accesses. For the gateway alone.',
);

/** What the gateway itself asks. */
@Resolver()
export class GatewayResolver {
  @Inaccessible()
  @Query(() => [AccessFacts], {
    nullable: 'items',
    description:
      'The facts of patients, in the order of the keys; null for a patient who is not there. For the gateway alone.',
  })
  patientFacts(
    @Arg('keys', () => [AccessFactsKey], { description: 'Patients, and the persons who ask.' })
    keys: unknown[],
    @Ctx() context: PatientsContext,
  ): readonly (PatientFacts | UnreadableKeyError | null)[] {
    requireUse(context, 'facts');
    return readEach(patientFactsKeys(keys), (some) => context.repository.facts(some));
  }

  @Inaccessible()
  @Query(() => [JoiningEvent], {
    description: "What patients' standings became, oldest first. For the gateway alone.",
  })
  joiningEvents(@Args(() => FeedPage) page: FeedPage, @Ctx() context: PatientsContext): Event[] {
    requireFeedPage(context, page);
    return context.repository.joiningEvents(page.after, page.first);
  }

  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Notes that events were taken in, up to a position; the position that is noted now. For the gateway alone.',
  })
  acknowledgeJoiningEvents(
    @Arg('upTo', () => Int, { description: 'The position of the last event that was taken in.' })
    upTo: number,
    @Ctx() context: PatientsContext,
  ): number {
    requireUse(context, 'relay');
    return orRefusal(() => context.repository.acknowledgeJoiningEvents(upTo));
  }

  @Inaccessible()
  @Query(() => [ContactFacts], {
    nullable: 'items',
    description:
      'Where and how patients wish to be told, in the order of the ids; null for a patient who is not there. For the gateway alone.',
  })
  contactFacts(
    @Arg('patients', () => [ID], { description: "The patients' ids." }) patients: string[],
    @Ctx() context: PatientsContext,
  ): (Facts | null)[] {
    requireUse(context, 'courier');
    const rows = context.repository.patientsById(patients);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return patients.map((id) => {
      const row = byId.get(id);
      return row === undefined ? null : contactFactsOf(row);
    });
  }
}
