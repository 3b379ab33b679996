import type { ClinicalScope, GrantFact } from '@causeway/schema';
import { SharableCategory } from '@causeway/schema/datatypes';
import { Field, ID, InputType } from 'type-graphql';
import { GrantPermission } from './enums.js';

/** What a patient agrees to. */
@InputType({
  description:
    'What a patient agrees to of what was asked for: as much or less, never more. What is left out is agreed to as asked, except for restricted records.',
})
export class AuthoriseGrantInput {
  @Field(() => ID, { description: 'The id of the request.' })
  request!: string;

  @Field(() => [SharableCategory], {
    nullable: true,
    description: 'The categories, among those asked for.',
  })
  scopes?: ClinicalScope[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'How far back, no further than asked for: an ISO 8601 duration, `P1Y`.',
  })
  lookBack?: string | null;

  @Field(() => [GrantPermission], {
    nullable: true,
    description: 'What its holder may do, among what was asked for.',
  })
  permissions?: GrantFact['permissions'] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether restricted records go with it: only where they were asked for.',
  })
  includesRestricted!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'How long it lasts from now on, no longer than asked for: `P3D`.',
  })
  duration?: string | null;
}
