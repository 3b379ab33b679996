import { Field, InputType } from 'type-graphql';
import { FhirDateTime } from './scalars.js';

/** @see https://hl7.org/fhir/R4/datatypes.html#Period */
@InputType('PeriodInput', { description: 'A span of time, inclusive at both ends (FHIR Period).' })
export class PeriodInput {
  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'Begins with the first moment this may mean; open if absent.',
  })
  start?: string | null;

  @Field(() => FhirDateTime, {
    nullable: true,
    description:
      'Ends with the last moment this may mean: a date includes its whole day, local to Hong Kong; open if absent.',
  })
  end?: string | null;
}
