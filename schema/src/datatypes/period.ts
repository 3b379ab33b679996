import { Field, ObjectType } from 'type-graphql';
import { Shareable } from '../decorators.js';
import { FhirDateTime } from './scalars.js';

/** @see https://hl7.org/fhir/R4/datatypes.html#Period */
@Shareable()
@ObjectType({ description: 'A span of time, inclusive at both ends (FHIR Period).' })
export class Period {
  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'Begins with this moment; open if absent.',
  })
  start?: string | null;

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'Ends with this moment; a date includes its whole day.',
  })
  end?: string | null;
}
