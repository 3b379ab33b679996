import { callerOf } from '@causeway/kit';
import { OFFICE_ROLES } from '@causeway/schema';
import { FhirDateTime } from '@causeway/schema/datatypes';
import { Open, RequiresScopes } from '@causeway/schema/decorators';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import type { StepRecord } from '../entries.js';
import { orRefusal } from '../resolvers/refusals.js';
import { DepositDuty, DepositDutyInput } from './duty-types.js';
import type { DutyRow } from './tables.js';

const SECRETARY = [OFFICE_ROLES.SECRETARY_FOR_HEALTH];

/** What the Secretary for Health specifies. */
@Resolver()
export class DutyMutations {
  @Open()
  @RequiresScopes(SECRETARY)
  @Mutation(() => DepositDuty, {
    nullable: true,
    description: 'Specifies a provider and data that it has to deposit.',
  })
  async specifyDepositDuty(
    @Arg('input', () => DepositDutyInput, { description: 'What is specified.' })
    { reason, ...specification }: DepositDutyInput,
    @Ctx() context: ProvidersContext,
  ): Promise<DutyRow | null> {
    const record = recordBy(context, reason);
    const id = orRefusal(() => context.repository.specifyDepositDuty(specification, record));
    context.forget();
    return context.loaders.depositDuties.load(id);
  }

  @Open()
  @RequiresScopes(SECRETARY)
  @Mutation(() => DepositDuty, {
    nullable: true,
    description: 'Ends a duty to deposit that was specified; what was due before stays due.',
  })
  async endDepositDuty(
    @Arg('id', () => ID, { description: "The duty's id." }) id: string,
    @Arg('until', () => FhirDateTime, {
      description:
        'It is of encounters that end up to then: today or later; a date includes its whole day, local to Hong Kong.',
    })
    until: string,
    @Arg('reason', () => String, {
      description: 'Why, in 1 to 1,000 characters; it is kept in the history.',
    })
    reason: string,
    @Ctx() context: ProvidersContext,
  ): Promise<DutyRow | null> {
    const record = recordBy(context, reason);
    orRefusal(() => {
      context.repository.endDepositDuty(id, until, record);
    });
    context.forget();
    return context.loaders.depositDuties.load(id);
  }
}

/** The gateway lets nobody else get here; history has to be able to rely on it all the same. */
function recordBy(context: ProvidersContext, reason: string): StepRecord {
  const caller = callerOf(context);
  if (caller.kind === 'office' && caller.office === 'SECRETARY_FOR_HEALTH') {
    return { reason, recordedBy: caller.subject };
  }
  throw new GraphQLError('Expected the Secretary for Health, got another caller', {
    extensions: { code: 'FORBIDDEN' },
  });
}
