import { AccessFacts, AccessFactsKey, readEach, requireUse } from '@causeway/kit';
import type { UnreadableKeyError } from '@causeway/kit';
import type { PatientRecordFacts } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { RecordsContext } from './context.js';
import { recordFactsKeys } from './facts-keys.js';

/** Tells the gateway whether the records of patients are as they were. */
@Resolver()
export class RecordFactsResolver {
  @Inaccessible()
  @Query(() => [AccessFacts], {
    nullable: 'items',
    description:
      'Counters that grow with every change of the records of patients, in the order of the keys; and what a decision may know of a record, where one is asked about. For the gateway alone.',
  })
  recordFacts(
    @Arg('keys', () => [AccessFactsKey], { description: 'Patients.' })
    keys: unknown[],
    @Ctx() context: RecordsContext,
  ): readonly (PatientRecordFacts | UnreadableKeyError)[] {
    requireUse(context, 'facts');
    return readEach(recordFactsKeys(keys), (some) => context.facts(some));
  }
}
