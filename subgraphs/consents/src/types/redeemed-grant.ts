import type { GrantFact, GrantState as GrantStateWord, Scope } from '@causeway/schema';
import { ConsentScope, FhirDateTime, Period } from '@causeway/schema/datatypes';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { GrantPermission, GrantState } from './enums.js';

/** A link with its passcode. */
@InputType({ description: 'A secure link, and the passcode that the patient was sent.' })
export class RedeemLinkInput {
  @Field(() => String, {
    description:
      'The link as it was scanned: the whole of it, its `shlink:/…` part, or the bare key.',
  })
  link!: string;

  @Field(() => String, { description: 'The passcode: eight digits.' })
  passcode!: string;
}

/** A grant as its holder is told of it. */
@ObjectType({
  description:
    'A cross-border grant that was redeemed, as its holder is told of it. Whose records it opens is not said here.',
})
export class RedeemedGrant {
  @Field(() => ID, { description: 'The id of the grant, which a session is asked for with.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The id of the encounter that it is tied to.' })
  encounter?: string | null;

  @Field(() => GrantState, { description: 'Where it stands in its life.' })
  state!: GrantStateWord;

  @Field(() => FhirDateTime, {
    nullable: true,
    description:
      'When it ends by itself, unless the encounter is closed before; null once it has ended.',
  })
  opensUntil?: string | null;

  @Field(() => [ConsentScope], { description: 'The categories it covers.' })
  scopes!: readonly Scope[];

  @Field(() => [GrantPermission], { description: 'What it lets its holder do.' })
  permissions!: GrantFact['permissions'];

  @Field(() => Period, { nullable: true, description: 'When it can be used.' })
  period?: Period | null;
}
