import type { ClinicalScope, GrantFact } from '@causeway/schema';
import { SharableCategory, wordEnum } from '@causeway/schema/datatypes';
import { Field, InputType } from 'type-graphql';
import { GrantPermission } from './enums.js';

/** For what a grant may be asked. */
export const GrantPurpose = wordEnum<'TREAT' | 'HTEST'>(
  'GrantPurpose',
  'For what a cross-border grant may be asked (HL7 v3 ActReason).',
  {
    TREAT: 'Treatment of the patient.',
    HTEST: 'The trial of a channel, with an invented patient.',
  },
);

/** What a professional outside Hong Kong asks for. */
@InputType({ description: 'What a party outside Hong Kong asks a patient for.' })
export class RequestGrantInput {
  @Field(() => String, { description: 'The code that the patient told; it can be used once.' })
  code!: string;

  @Field(() => GrantPurpose, {
    description: 'For what; the same as is declared for the request.',
  })
  purpose!: 'TREAT' | 'HTEST';

  @Field(() => [SharableCategory], {
    description:
      'The categories: only those that the recognition allows. Whose records they are goes with any.',
  })
  scopes!: ClinicalScope[];

  @Field(() => String, {
    description:
      'How far back clinical dates are to be covered: an ISO 8601 duration, `P3Y`. Three years at most, or what the recognition allows.',
  })
  lookBack!: string;

  @Field(() => [GrantPermission], { description: 'What the grant is to let its holder do.' })
  permissions!: GrantFact['permissions'];

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether restricted records are asked for too.',
  })
  includesRestricted!: boolean;

  @Field(() => String, {
    description:
      'How long the grant is to last, from its authorisation on: an ISO 8601 duration, `P7D`. Ninety days at most, or what the recognition allows.',
  })
  duration!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, in your own words, which the patient reads: one line of plain text, 500 characters at most.',
  })
  reason?: string | null;
}
