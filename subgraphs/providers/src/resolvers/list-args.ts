import { PageArgs } from '@causeway/kit';
import type { RecognitionFact } from '@causeway/schema';
import { ArgsType, Field } from 'type-graphql';
import { RecognitionCategory, RecognitionStatus } from '../enums.js';
import type { RecognitionCategory as CategoryWord } from '../tables.js';

/** The arguments of the list of organisations. */
@ArgsType()
export class OrganizationListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Only organisations of this jurisdiction (ISO 3166-2): `HK`, `CN-GD`.',
  })
  jurisdiction?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only organisations with this text in a name, in any script.',
  })
  text?: string | null;
}

/** The arguments of the list of recognitions. */
@ArgsType()
export class RecognitionListArgs extends PageArgs {
  @Field(() => RecognitionStatus, {
    nullable: true,
    description: 'Only recognitions of this status.',
  })
  status?: RecognitionFact['status'] | null;

  @Field(() => RecognitionCategory, {
    nullable: true,
    description: 'Only recognitions of this category.',
  })
  category?: CategoryWord | null;
}
