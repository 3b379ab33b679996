import { connectionOf } from '@causeway/kit';
import type {
  LegalInstrument as LegalInstrumentFact,
  LocalisedName,
  SharableScope,
} from '@causeway/schema';
import {
  Coding,
  ConsentScope,
  FhirDateTime,
  OrganizationKey,
  wordEnum,
} from '@causeway/schema/datatypes';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { TransferDirection as TransferDirectionWord } from '../tables.js';

/** Which way records crossed. */
export const TransferDirection = wordEnum<TransferDirectionWord>(
  'TransferDirection',
  'Which way records crossed the boundary.',
  {
    HK_TO_MAINLAND: 'From Hong Kong: records were read abroad.',
    MAINLAND_TO_HK: 'To Hong Kong: records were deposited from abroad.',
  },
);

/** Kinds of legal instruments. */
export const TransferInstrumentType = wordEnum<LegalInstrumentFact['type']>(
  'TransferInstrumentType',
  'The kind of instrument that records crossed the boundary by.',
  {
    GBA_STANDARD_CONTRACT:
      'A standard contract for cross-boundary flow of personal information within the Greater Bay Area, as filed.',
    MEMORANDUM_OF_UNDERSTANDING: 'A memorandum of understanding.',
  },
);

/** What records crossed by. */
@ObjectType({ description: 'The instrument that records crossed the boundary by.' })
export class TransferInstrument implements LegalInstrumentFact {
  @Field(() => TransferInstrumentType, { description: 'The kind of instrument.' })
  type!: LegalInstrumentFact['type'];

  @Field(() => String, {
    description: 'The filing number of the contract, or the reference of the memorandum.',
  })
  reference!: string;
}

/** How many records of a category crossed. */
@ObjectType({ description: 'How many records of a category crossed.' })
export class TransferCategory {
  @Field(() => ConsentScope, { description: 'The category.' })
  category!: SharableScope;

  @Field(() => Int, { description: 'How many; 0 where it was answered that there are none.' })
  count!: number;
}

/** A name in one language and script. */
@ObjectType({ description: 'A name in one language and script.' })
export class PartyName implements LocalisedName {
  @Field(() => String, { description: 'The language and script (BCP 47).' })
  language!: string;

  @Field(() => String, { description: 'The name.' })
  text!: string;
}

/** A crossing, as registered. */
@ObjectType({
  description:
    'Records that crossed the boundary, as registered in the transaction in which they did. It names no patient, and nothing of what a record says.',
})
export class Transfer {
  @Field(() => ID, { description: 'The id of the entry.' })
  id!: string;

  @Field(() => FhirDateTime, { description: 'When they crossed.' })
  at!: string;

  @Field(() => TransferDirection, { description: 'Which way.' })
  direction!: TransferDirectionWord;

  @Field(() => TransferInstrument, {
    nullable: true,
    description:
      'What they crossed by, as known at the time: of the organisation, or of the system where it has none; null where none was known.',
  })
  instrument?: TransferInstrument | null;

  @Field(() => [TransferCategory], { description: 'How many records of each category.' })
  categories!: readonly TransferCategory[];

  @Field(() => OrganizationKey, { description: 'The organisation outside Hong Kong.' })
  organization!: OrganizationKey;

  @Field(() => [PartyName], { description: 'Its names at the time.' })
  organizationNames!: readonly PartyName[];

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the public health record system they went through; null without one.',
  })
  system?: string | null;

  @Field(() => [PartyName], { description: 'The names of that system at the time.' })
  systemNames!: readonly PartyName[];

  @Field(() => Coding, { description: 'For what (HL7 v3 ActReason).' })
  purpose!: Coding;

  @Field(() => ID, { nullable: true, description: 'The id of the cross-border grant.' })
  grant?: string | null;

  @Field(() => ID, { description: 'The id of the event in the audit trail.' })
  event!: string;
}

/** Pages of the register. */
export const TransferConnection = connectionOf('Transfer', () => Transfer);
