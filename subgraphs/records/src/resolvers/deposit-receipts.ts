import { PageArgs, connectionOf, connectionPage, pageRequest } from '@causeway/kit';
import type { Connection } from '@causeway/kit';
import { Consent } from '@causeway/schema/decorators';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import { RECEIPT_KEYSET, receiptKeysetOf } from '../repository/receipts.js';
import { DepositReceipt, receiptNode } from '../types/deposit-receipt.js';
import { Patient } from '../types/patient.js';

/** Pages of receipts. */
export const DepositReceiptConnection = connectionOf('DepositReceipt', () => DepositReceipt);

/** The receipts of a patient. */
@Resolver(() => Patient)
export class DepositReceiptsResolver {
  @Consent('DEPOSIT')
  @FieldResolver(() => DepositReceiptConnection, {
    nullable: true,
    description: 'What was deposited of the patient, newest first.',
  })
  async depositReceipts(
    @Root() { id }: Patient,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RecordsContext,
  ): Promise<Connection<DepositReceipt> | null> {
    const request = pageRequest(args, RECEIPT_KEYSET);
    const permits = context.fetch.permits.filter(({ patient }) => patient === id);
    if (permits.every(({ scopes }) => !scopes.includes('DEPOSIT'))) return null;
    return connectionPage(request, {
      rows: await context.receipts.page(request).load(id),
      keysetOf: receiptKeysetOf,
      nodeOf: (row) => receiptNode(row, context),
      total: () => context.receipts.total(id),
    });
  }
}

/** A receipt by id, null where there is none that the permits release. */
export async function receiptReference(
  id: string,
  context: RecordsContext,
): Promise<DepositReceipt | null> {
  const row = await context.receipts.byId.load(id);
  return row === null ? null : receiptNode(row, context);
}
