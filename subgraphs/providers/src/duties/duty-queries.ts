import { PageArgs, callerOf, connectionOf, connectionPage, pageRequest } from '@causeway/kit';
import type { Connection } from '@causeway/kit';
import { Authenticated, Open } from '@causeway/schema/decorators';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import { BY_ID } from '../repository/page-by-id.js';
import { DepositDuty } from './duty-types.js';
import type { DutyRow } from './tables.js';

/** A page of duties. */
export const DepositDutyConnection = connectionOf('DepositDuty', () => DepositDuty);

/** The arguments of the list of duties. */
@ArgsType()
export class DepositDutyListArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only duties of the organisation of this id.',
  })
  organization?: string | null;
}

/** The register of duties to deposit, open to every caller. */
@Resolver()
export class DutyQueries {
  @Open()
  @Authenticated()
  @Query(() => DepositDutyConnection, {
    description: 'Duties to deposit, in force and ended, in a fixed order.',
  })
  depositDuties(
    @Args(() => DepositDutyListArgs) args: DepositDutyListArgs,
    @Ctx() context: ProvidersContext,
  ): Connection<DutyRow> {
    callerOf(context);
    const page = pageRequest(args, BY_ID);
    const organization = args.organization ?? null;
    return connectionPage(page, {
      rows: context.repository.depositDutyPage(organization, page),
      keysetOf: (row) => [row.owner],
      nodeOf: (row) => row,
      total: () => context.repository.countDepositDuties(organization),
    });
  }
}
