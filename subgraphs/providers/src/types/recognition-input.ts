import type { ConditionFact } from '@causeway/schema';
import { PeriodInput } from '@causeway/schema/datatypes';
import { Field, ID, InputType } from 'type-graphql';
import { InstrumentType, RecognitionCategory, RecognitionConditionKind } from '../enums.js';
import type {
  InstrumentType as InstrumentWord,
  RecognitionCategory as CategoryWord,
} from '../tables.js';

/** A condition to be. */
@InputType({ description: 'A condition that a recognition is to be subject to.' })
export class RecognitionConditionInput implements ConditionFact {
  @Field(() => RecognitionConditionKind, {
    description: 'The kind of condition, one of each at most.',
  })
  kind!: string;

  @Field(() => String, { description: 'The value, in the form that the kind asks for.' })
  value!: string;
}

/** What a recognition is to rest on. */
@InputType({ description: 'The instrument a recognition is to rest on.' })
export class RecognitionInstrumentInput {
  @Field(() => InstrumentType, { description: 'The kind of instrument.' })
  type!: InstrumentWord;

  @Field(() => String, {
    description: 'The filing number of the contract, or the reference of the memorandum.',
  })
  reference!: string;
}

/** An application. */
@InputType({ description: 'An application for the recognition of a party outside Hong Kong.' })
export class RecognitionApplicationInput {
  @Field(() => ID, {
    description: 'The id of the organisation or public health record system, outside Hong Kong.',
  })
  subject!: string;

  @Field(() => RecognitionInstrumentInput, {
    nullable: true,
    description: 'What it is to rest on.',
  })
  instrument?: RecognitionInstrumentInput | null;

  @Field(() => PeriodInput, {
    description: 'From when until when it is applied for; it has an end, which is not in the past.',
  })
  period!: PeriodInput;

  @Field(() => [RecognitionConditionInput], {
    defaultValue: [],
    description: 'The conditions it is applied for with.',
  })
  conditions!: RecognitionConditionInput[];

  @Field(() => [RecognitionCategory], {
    defaultValue: [],
    description: 'What sets it apart from others.',
  })
  categories!: CategoryWord[];

  @Field(() => String, { description: 'Why it is applied for, in 1 to 1,000 characters.' })
  reason!: string;
}
