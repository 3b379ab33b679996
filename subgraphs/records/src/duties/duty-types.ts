import type { ClinicalScope } from '@causeway/schema';
import {
  DepositDutyKey,
  FhirDateTime,
  OrganizationKey,
  SharableCategory,
  wordEnum,
} from '@causeway/schema/datatypes';
import { Open } from '@causeway/schema/decorators';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DutyState } from './repository/owed.js';

/** How what is due stands, as a GraphQL enum. */
export const DepositDutyState = wordEnum<DutyState>(
  'DepositDutyState',
  'How what is due of an encounter stands.',
  {
    DUE: 'Something is not there yet, and in time.',
    ARRIVED: 'All of it is there, and came in time.',
    ARRIVED_LATE: 'All of it is there; some of it came after it was due.',
    LATE: 'Something is not there, and overdue. The layer cannot tell what was never made from what was not deposited.',
  },
);

/** How what is due under a duty stands. */
@Open()
@ObjectType({ description: 'How what is due under a duty stands, in numbers of encounters.' })
export class DepositDutyReport {
  @Field(() => DepositDutyKey, { description: 'The duty.' })
  duty!: DepositDutyKey;

  @Field(() => OrganizationKey, { description: 'Who has to deposit.' })
  organization!: OrganizationKey;

  @Field(() => Int, { description: 'Encounters of which something is not there, and in time.' })
  due!: number;

  @Field(() => Int, { description: 'Encounters of which all is there, and came in time.' })
  arrived!: number;

  @Field(() => Int, { description: 'Encounters of which all is there, some of it late.' })
  arrivedLate!: number;

  @Field(() => Int, { description: 'Encounters of which something is not there, and overdue.' })
  late!: number;

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'When the oldest of the late ones was due; null where none is late.',
  })
  oldestLate?: string | null;
}

/** What is due of an encounter. */
@Open()
@ObjectType({
  description: 'What is due of an encounter under a duty. It says nothing of the patient.',
})
export class DepositDutyItem {
  @Field(() => ID, {
    description:
      "The encounter's id: at home of its record, abroad as the grant names it. Opaque, and no way to anything.",
  })
  encounter!: string;

  @Field(() => FhirDateTime, { description: 'When it ended.' })
  ended!: string;

  @Field(() => FhirDateTime, { description: 'By when, this moment included, it was or is due.' })
  dueBy!: string;

  @Field(() => DepositDutyState, { description: 'How it stands.' })
  state!: DutyState;

  @Field(() => [SharableCategory], {
    description:
      'The categories that are not there; empty abroad, where any deposit of the encounter counts.',
  })
  missing!: readonly ClinicalScope[];
}
