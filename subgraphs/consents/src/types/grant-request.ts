import type { GrantFact, GrantState as GrantStateWord, SharableScope } from '@causeway/schema';
import {
  Coding,
  FhirDateTime,
  OrganizationKey,
  Period,
  SharableCategory,
} from '@causeway/schema/datatypes';
import { Field, ID, ObjectType } from 'type-graphql';
import { GrantEncounterStatus, GrantPermission, GrantState } from './enums.js';

/** What a grant is to cover. */
@ObjectType({ description: 'What a cross-border grant is to cover.' })
export class GrantTerms {
  @Field(() => [SharableCategory], {
    description: 'The categories. Whose records they are goes with any of them.',
  })
  scopes!: readonly SharableScope[];

  @Field(() => String, {
    description: 'How far back clinical dates are covered: an ISO 8601 duration, `P3Y`.',
  })
  lookBack!: string;

  @Field(() => [GrantPermission], { description: 'What it lets its holder do.' })
  permissions!: GrantFact['permissions'];

  @Field(() => Boolean, { description: 'Whether restricted records are included.' })
  includesRestricted!: boolean;
}

/** A request for a grant, as the asker and the patient see it. */
@ObjectType({
  description:
    'What a party outside Hong Kong has asked a patient for, and what became of it. Who the patient is does not stand in it.',
})
export class GrantRequest {
  @Field(() => ID, { description: 'The id of the request, and of the grant that it may become.' })
  id!: string;

  @Field(() => GrantState, { description: 'Where it stands now.' })
  state!: GrantStateWord;

  @Field(() => OrganizationKey, { nullable: true, description: 'The organisation that asked.' })
  requester?: OrganizationKey | null;

  @Field(() => Coding, { description: 'The purpose of use (HL7 v3 ActReason).' })
  purpose!: Coding;

  @Field(() => GrantTerms, { nullable: true, description: 'What was asked for.' })
  asked?: GrantTerms | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How long the grant was asked to last, from its authorisation on: an ISO 8601 duration, `P7D`.',
  })
  duration?: string | null;

  @Field(() => GrantTerms, {
    nullable: true,
    description: 'What the patient has authorised of it; null where nothing is.',
  })
  authorised?: GrantTerms | null;

  @Field(() => Period, {
    nullable: true,
    description: 'When the grant can be used; null before it is authorised.',
  })
  period?: Period | null;

  @Field(() => String, { nullable: true, description: "Why, in the asker's own words." })
  reason?: string | null;

  @Field(() => FhirDateTime, { description: 'When it was asked for.' })
  requestedAt!: string;

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'Until when the patient can answer; it lapses then.',
  })
  answerBy?: string | null;

  @Field(() => GrantEncounterStatus, {
    nullable: true,
    description: 'Whether the encounter that it is tied to is going on; null before it has begun.',
  })
  encounter?: 'OPEN' | 'CLOSED' | null;
}
