import { PageArgs, callerOf, connectionPage, pageRequest } from '@causeway/kit';
import type { Connection } from '@causeway/kit';
import type { Office } from '@causeway/schema';
import { FhirDateTime } from '@causeway/schema/datatypes';
import { Open, RequiresScopes } from '@causeway/schema/decorators';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { forbidden } from '../changes/refusals.js';
import type { ConsentsContext } from '../context.js';
import { transferNode } from '../nodes/transfer-node.js';
import type { TransferNode } from '../nodes/transfer-node.js';
import { intervalOf } from '../period.js';
import { NEWEST_FIRST } from '../repository/list.js';
import type { TransferFilter } from '../repository/transfers.js';
import type { TransferDirection as TransferDirectionWord } from '../tables.js';
import { TransferConnection, TransferDirection } from '../types/transfer.js';

/** Arguments of the register of transfers. */
@ArgsType()
export class TransferListArgs extends PageArgs {
  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'Only what crossed from this date (Hong Kong) or instant on.',
  })
  from?: string | null;

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'Only what crossed until this date (Hong Kong) or instant, inclusive.',
  })
  to?: string | null;

  @Field(() => TransferDirection, { nullable: true, description: 'Only what crossed this way.' })
  direction?: TransferDirectionWord | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only what crossed to or from the organisation with this id.',
  })
  organization?: string | null;
}

/** The register of what crossed the boundary, for the offices that oversee it. */
@Resolver()
export class TransfersResolver {
  @Open()
  @RequiresScopes(['office:commissioner'], ['office:auditor'])
  @Query(() => TransferConnection, {
    nullable: true,
    description:
      'The register of what crossed the boundary, newest first; for the offices that oversee it. It names no patient.',
  })
  transfers(
    @Args(() => TransferListArgs) args: TransferListArgs,
    @Ctx() context: ConsentsContext,
  ): Connection<TransferNode> {
    const caller = callerOf(context);
    if (caller.kind !== 'office' || !overseesTransfers(caller.office)) {
      throw forbidden('the Commissioner or an auditor');
    }
    const { transfers } = context.repository;
    const filter = filterOf(args);
    const page = pageRequest(args, NEWEST_FIRST);
    return connectionPage(page, {
      rows: transfers.page(filter, page),
      keysetOf: (row) => [row.at, row.id] as const,
      nodeOf: transferNode,
      total: () => transfers.count(filter),
    });
  }
}

function overseesTransfers(office: Office): boolean {
  switch (office) {
    case 'COMMISSIONER':
    case 'AUDITOR':
      return true;
    case 'SECRETARY_FOR_HEALTH':
      return false;
  }
}

function filterOf({ from, to, direction, organization }: TransferListArgs): TransferFilter {
  return {
    ...intervalOf({ start: from ?? null, end: to ?? null }),
    direction: direction ?? null,
    organization: organization ?? null,
  };
}
