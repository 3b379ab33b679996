import { jsonScalar, refused, requireUse } from '@causeway/kit';
import type { NoticeTask as Task } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { ConsentsContext } from '../context.js';
import { noticeOutcomes } from '../outbox/notice-outcomes.js';

/** A notice to be delivered. */
const NoticeTask = jsonScalar(
  'NoticeTask',
  'A notice to be delivered to a patient, with the code that it carries, if any. For the gateway alone.',
);

/** What became of a notice. */
const NoticeOutcomeInput = jsonScalar(
  'NoticeOutcomeInput',
  'What became of a notice that was to be delivered. For the gateway alone.',
);

/** The most notices of one call. */
const MAX_NOTICES = 500;

/** The longest lease, in seconds. */
const MAX_LEASE = 3_600;

/** The courier's side of the outbox. */
@Resolver()
export class OutboxResolver {
  @Inaccessible()
  @Mutation(() => [NoticeTask], {
    description:
      'Leases the notices that are due, oldest first, so that no other courier gets them before the lease has run out. For the gateway alone.',
  })
  claimNotices(
    @Arg('first', () => Int, { description: 'At most this many: 1 to 500.' }) first: number,
    @Arg('leaseSeconds', () => Int, { description: 'For how long: 1 to 3600 seconds.' })
    leaseSeconds: number,
    @Ctx() context: ConsentsContext,
  ): Task[] {
    requireUse(context, 'courier');
    refuseOutside('first', first, MAX_NOTICES);
    refuseOutside('leaseSeconds', leaseSeconds, MAX_LEASE);
    return context.repository.claimNotices(first, leaseSeconds * 1_000);
  }

  @Inaccessible()
  @Mutation(() => Int, {
    description:
      'Says what became of leased notices: delivered or suppressed ones are done with, failed ones are due again after a while. How many of them were still to be settled. For the gateway alone.',
  })
  settleNotices(
    @Arg('outcomes', () => [NoticeOutcomeInput], { description: 'What became of each.' })
    outcomes: unknown[],
    @Ctx() context: ConsentsContext,
  ): number {
    requireUse(context, 'courier');
    return context.repository.settleNotices(noticeOutcomes(outcomes));
  }
}

function refuseOutside(name: string, value: number, most: number): void {
  if (value < 1 || value > most) {
    throw refused('BAD_USER_INPUT', `Expected \`${name}\` from 1 to ${most}, got ${value}`);
  }
}
