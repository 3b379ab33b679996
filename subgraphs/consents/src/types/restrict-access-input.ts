import type { ClinicalScope } from '@causeway/schema';
import { SharableCategory } from '@causeway/schema/datatypes';
import { Field, ID, InputType } from 'type-graphql';

/** What a patient does not want to be seen. */
@InputType({
  description:
    'What a patient does not want to be seen, and by whom: an organisation, categories, or both.',
})
export class RestrictAccessInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the organisation; everybody, if left out.',
  })
  organization?: string | null;

  @Field(() => [SharableCategory], {
    nullable: true,
    description: 'The categories; all of them, if left out.',
  })
  scopes?: ClinicalScope[] | null;
}
