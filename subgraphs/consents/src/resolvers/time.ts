import { requireUse } from '@causeway/kit';
import { Inaccessible } from '@causeway/schema/decorators';
import { Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { ConsentsContext } from '../context.js';

/** What time does, recorded when the gateway's relay says so. */
@Resolver()
export class TimeResolver {
  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Records what time has done: requests that lapsed, links and grants that expired, encounters that ended by themselves, codes of no use any more. A bounded number at once; how many, 0 when nothing is left. For the gateway alone.',
  })
  settleTime(@Ctx() context: ConsentsContext): number {
    requireUse(context, 'relay');
    return context.repository.settleTime();
  }
}
