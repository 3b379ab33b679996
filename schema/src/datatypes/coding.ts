import { Field, ObjectType } from 'type-graphql';
import { Shareable } from '../decorators.js';

/** @see https://hl7.org/fhir/R4/datatypes.html#Coding */
@Shareable()
@ObjectType({
  description: 'A code of a terminology, with the system that defines it (FHIR Coding).',
})
export class Coding {
  @Field(() => String, { nullable: true, description: 'The URI of the code system.' })
  system?: string | null;

  @Field(() => String, { nullable: true, description: 'The version of the code system.' })
  version?: string | null;

  @Field(() => String, { nullable: true, description: 'The code itself.' })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the code means, as the source displays it.',
  })
  display?: string | null;
}

/** @see https://hl7.org/fhir/R4/datatypes.html#CodeableConcept */
@Shareable()
@ObjectType({
  description: 'A concept by one or more codes, by text, or both (FHIR CodeableConcept).',
})
export class CodeableConcept {
  @Field(() => [Coding], {
    nullable: true,
    description: 'The codes of the concept; any of them may match.',
  })
  coding?: Coding[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The concept in words, as the source gives it.',
  })
  text?: string | null;
}
