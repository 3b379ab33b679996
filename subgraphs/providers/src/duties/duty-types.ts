import { OFFICE_ROLES } from '@causeway/schema';
import type { ClinicalScope, DepositDuty as Duty } from '@causeway/schema';
import {
  DEPOSIT_DUTY_DESCRIPTION,
  FhirDateTime,
  ID_DESCRIPTION,
  SharableCategory,
  wordEnum,
} from '@causeway/schema/datatypes';
import { Key, Open, RequiresScopes } from '@causeway/schema/decorators';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Organization } from '../types/organization.js';
import { Recognition } from '../types/recognition.js';

/** What a duty rests on, as a GraphQL enum. */
export const DepositDutyBasis = wordEnum<Duty['basis']>(
  'DepositDutyBasis',
  'What a duty to deposit rests on.',
  {
    SPECIFICATION:
      'The Secretary for Health specified the provider and the data, as the law provides.',
    CONDITION:
      'The recognition of a party outside Hong Kong has the condition DEPOSIT_DUTY, which is a choice of this layer.',
  },
);

/** A version of a duty. */
@ObjectType({ description: 'What was recorded of a duty to deposit, when, and why.' })
export class DepositDutyChange {
  @Field(() => FhirDateTime, { description: 'When it was recorded.' })
  recorded!: string;

  @Field(() => FhirDateTime, {
    nullable: true,
    description:
      'Encounters that end before this moment, as it was then recorded; null for no end.',
  })
  until?: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;

  @RequiresScopes(
    [OFFICE_ROLES.SECRETARY_FOR_HEALTH],
    [OFFICE_ROLES.COMMISSIONER],
    [OFFICE_ROLES.AUDITOR],
  )
  @Field(() => String, {
    nullable: true,
    description:
      'The subject of the office that recorded it, for the offices alone; null for what follows from a recognition.',
  })
  recordedBy?: string | null;
}

/** A duty to deposit. */
@Key('id')
@Open()
@ObjectType('DepositDuty', { description: DEPOSIT_DUTY_DESCRIPTION })
export class DepositDuty {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => Organization, { nullable: true, description: 'Who has to deposit.' })
  organization?: Organization | null;

  @Field(() => DepositDutyBasis, { description: 'What it rests on.' })
  basis!: Duty['basis'];

  @Field(() => Recognition, {
    nullable: true,
    description: 'The recognition whose condition it is; null for a specification.',
  })
  recognition?: Recognition | null;

  @Field(() => [SharableCategory], {
    description: 'What has to be deposited; empty for whatever an encounter brings.',
  })
  categories!: readonly ClinicalScope[];

  @Field(() => String, {
    description: 'Within which time of the end of an encounter (ISO 8601 duration).',
  })
  within!: string;

  @Field(() => FhirDateTime, { description: 'It is of encounters that end from this moment on.' })
  from!: string;

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'It is of encounters that end before this moment; null for no end.',
  })
  until?: string | null;

  @Field(() => [DepositDutyChange], { description: 'What was recorded of it, oldest first.' })
  history!: readonly DepositDutyChange[];
}

/** What the Secretary for Health specifies. */
@InputType({ description: 'A duty to deposit that the Secretary for Health specifies.' })
export class DepositDutyInput {
  @Field(() => ID, {
    description: 'The id of an organisation registered as healthcare provider in Hong Kong.',
  })
  organization!: string;

  @Field(() => [SharableCategory], {
    description: 'What has to be deposited: one category at least, each once.',
  })
  categories!: ClinicalScope[];

  @Field(() => String, {
    description: 'Within which time of the end of an encounter (ISO 8601 duration): `P1D`.',
  })
  within!: string;

  @Field(() => FhirDateTime, {
    description: 'Encounters that end from then on: today or later; a date is its first moment.',
  })
  from!: string;

  @Field(() => String, {
    description: 'Why, in 1 to 1,000 characters; it is kept in the history.',
  })
  reason!: string;
}
