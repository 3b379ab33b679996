import { PageArgs } from '@causeway/kit';
import { earliestInstant, latestInstant } from '@causeway/schema';
import { PeriodInput } from '@causeway/schema/datatypes';
import { ArgsType, Field, InputType } from 'type-graphql';
import type { RecordFilter } from './record-filter.js';

/** A code to look for. */
@InputType('CodeFilter', { description: 'A code to look for.' })
export class CodeFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'The URI of the code system; the code of any system if absent.',
  })
  system?: string | null;

  @Field(() => String, { description: 'The code.' })
  code!: string;
}

/** The arguments of every list of records. */
@ArgsType()
export class RecordArguments extends PageArgs {
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Only records whose clinical date lies in this period; one that is known in part, wherever it may lie. Records without a date lie in none.',
  })
  period?: PeriodInput | null;

  @Field(() => [String], { nullable: true, description: 'Only records of one of these statuses.' })
  status?: string[] | null;

  @Field(() => [CodeFilterInput], {
    nullable: true,
    description:
      'Only records that one of these codes names: any coding of the concept that says what the record is.',
  })
  code?: CodeFilterInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True where the list has to cover restricted records: it is refused if the permit does not, whether or not there are any.',
  })
  restricted?: boolean | null;
}

/** What the arguments narrow a list by. */
export function filterOf({ period, status, code }: RecordArguments): RecordFilter {
  return {
    period:
      period == null
        ? null
        : { start: earliestInstant(period.start), end: latestInstant(period.end) },
    status: status ?? null,
    code: code?.map((wanted) => ({ system: wanted.system ?? null, code: wanted.code })) ?? null,
  };
}
