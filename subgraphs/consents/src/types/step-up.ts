import { FhirDateTime } from '@causeway/schema/datatypes';
import { Field, ID, ObjectType } from 'type-graphql';

/** A code that a patient is asked for. */
@ObjectType({
  description: 'That a patient was asked to agree to a step-up: the patient has been sent a code.',
})
export class StepUpChallenge {
  @Field(() => ID, {
    description: 'What the code is given back with. Whoever asked holds it alone.',
  })
  id!: string;

  @Field(() => FhirDateTime, {
    description: 'From when on the code is of no use any more: five minutes from now.',
  })
  expiresAt!: string;
}

/** Access to restricted records, as a patient agreed to it. */
@ObjectType({
  description:
    "A professional's access to the patient's restricted records, as the patient agreed.",
})
export class StepUp {
  @Field(() => ID, { description: 'The id of the step-up.' })
  id!: string;

  @Field(() => FhirDateTime, { description: 'Until when it lasts: an hour from now.' })
  until!: string;
}
