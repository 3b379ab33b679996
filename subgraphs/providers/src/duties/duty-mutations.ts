import { OFFICE_ROLES } from '@causeway/schema';
import { FhirDateTime } from '@causeway/schema/datatypes';
import { Open, RequiresScopes } from '@causeway/schema/decorators';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import { orRefusal } from '../resolvers/refusals.js';
import { stepRecord } from '../resolvers/step-record.js';
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
    const record = stepRecord(context, 'SECRETARY_FOR_HEALTH', reason);
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
    const record = stepRecord(context, 'SECRETARY_FOR_HEALTH', reason);
    orRefusal(() => {
      context.repository.endDepositDuty(id, until, record);
    });
    context.forget();
    return context.loaders.depositDuties.load(id);
  }
}
