import { PatientId } from '@causeway/schema/decorators';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import { depositTerms } from '../deposits/deposit-terms.js';
import { disputantOf } from '../deposits/dispute.js';
import { DepositReceipt, receiptNode } from '../types/deposit-receipt.js';
import { FhirBundle } from '../types/fhir-bundle.js';

/** What is deposited, and for whom. */
@InputType({ description: 'Records that come into the account of a patient.' })
export class DepositRecordsInput {
  @PatientId('DEPOSIT')
  @Field(() => ID, { description: "The patient's id." })
  patient!: string;

  @Field(() => String, {
    description:
      'A text of your own for this deposit, 8 to 128 visible ASCII characters, such as a random UUID: the same bundle under the same key is taken once, however often it is sent.',
  })
  idempotencyKey!: string;

  @Field(() => FhirBundle, {
    description:
      'The records: a bundle of type collection, document or transaction, of 1,000 entries and 5 MiB at most, of this patient, this organisation and this encounter. `Patient/{id}`, `Organization/{id}` and `Encounter/{id}` name them by the ids of this graph.',
  })
  bundle!: unknown;

  @Field(() => [ID], {
    nullable: true,
    description: 'The ids of uploads whose images belong to the bundle.',
  })
  uploads?: string[] | null;
}

const PATIENT = "The patient's id.";

/** Deposits, and what patients say of them. */
@Resolver()
export class DepositsResolver {
  @Mutation(() => DepositReceipt, {
    nullable: true,
    description:
      'Takes records into the account of a patient, all or nothing. Nothing that is there is changed or read.',
  })
  depositRecords(
    @Arg('input', () => DepositRecordsInput, { description: 'The records, and for whom.' })
    { patient, idempotencyKey, bundle, uploads }: DepositRecordsInput,
    @Ctx() context: RecordsContext,
  ): DepositReceipt {
    const row = context.deposits.take(depositTerms(context, patient), {
      idempotencyKey,
      bundle,
      uploads: uploads ?? [],
    });
    context.receipts.forget();
    return receiptNode(row, context);
  }

  @Mutation(() => DepositReceipt, {
    nullable: true,
    description:
      'Disputes a deposit, or one record of it. It stays where it is, and says from now on that it is disputed.',
  })
  disputeDeposit(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('receipt', () => ID, { description: 'The id of the receipt.' })
    receipt: string,
    @Arg('record', () => ID, {
      nullable: true,
      description: 'The id of the record; the whole deposit, if left out.',
    })
    record: string | null,
    @Arg('reason', () => String, {
      description: 'What is wrong with it, in your own words: 5 to 1,000 characters of one line.',
    })
    reason: string,
    @Ctx() context: RecordsContext,
  ): DepositReceipt {
    const request = { receipt, record: record ?? null, reason };
    const row = context.deposits.dispute(disputantOf(context, patient), request);
    context.receipts.forget();
    return receiptNode(row, context);
  }

  @Mutation(() => DepositReceipt, { nullable: true, description: 'Withdraws a dispute.' })
  withdrawDispute(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('dispute', () => ID, { description: 'The id of the dispute.' })
    dispute: string,
    @Ctx() context: RecordsContext,
  ): DepositReceipt {
    const row = context.deposits.withdrawDispute(disputantOf(context, patient), dispute);
    context.receipts.forget();
    return receiptNode(row, context);
  }
}
