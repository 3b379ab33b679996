import { requireUse } from '@causeway/kit';
import { Inaccessible } from '@causeway/schema/decorators';
import { Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { ConsentsContext } from '../context.js';

/** What keeps the audit trail from being rewritten unseen. */
@Resolver()
export class AnchorsResolver {
  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Anchors the chains of all patients, if any has grown since the anchor before. The number of the newest anchor; 0 where nothing was ever recorded. For the gateway alone.',
  })
  anchorAudit(@Ctx() context: ConsentsContext): number {
    requireUse(context, 'relay');
    return context.repository.anchorAudit();
  }
}
