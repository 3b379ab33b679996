import { FhirDateTime } from '@causeway/schema/datatypes';
import { Field, ID, ObjectType } from 'type-graphql';

/** An emergency that a professional has declared. */
@ObjectType({
  description:
    'An emergency of a patient, declared by a professional in Hong Kong. The patient is told of it in any case.',
})
export class EmergencyAccess {
  @Field(() => ID, { description: 'The id of the declaration.' })
  id!: string;

  @Field(() => FhirDateTime, { description: 'Until when it lasts: four hours from now.' })
  until!: string;
}
