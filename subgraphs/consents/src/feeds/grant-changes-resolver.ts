import { FeedPage, jsonScalar, requireFeedPage, requireUse } from '@causeway/kit';
import type { GrantChange as Change } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { ConsentsContext } from '../context.js';

/** A grant that has changed. */
const GrantChange = jsonScalar(
  'GrantChange',
  'A grant that has changed, whose it is, and the position of the change. For the gateway alone.',
);

/** What wakes the gateway's subscriptions: which grants have changed, and nothing of how. */
@Resolver()
export class GrantChangesResolver {
  @Inaccessible()
  @Query(() => [GrantChange], {
    description:
      'Grants that have changed after a position, each at its last change, oldest first. For the gateway alone.',
  })
  grantChanges(@Args(() => FeedPage) page: FeedPage, @Ctx() context: ConsentsContext): Change[] {
    requireFeedPage(context, page);
    return context.repository.grantChanges(page.after, page.first);
  }

  @Inaccessible()
  @Query(() => Int, {
    description: 'The position of the last change of any grant, 0 for none. For the gateway alone.',
  })
  lastGrantChange(@Ctx() context: ConsentsContext): number {
    requireUse(context, 'relay');
    return context.repository.lastGrantChange();
  }
}
