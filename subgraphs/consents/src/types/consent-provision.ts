import type { ProvisionFact, Scope } from '@causeway/schema';
import { Coding, ConsentScope, Period } from '@causeway/schema/datatypes';
import { Field, ID, ObjectType } from 'type-graphql';
import { AccessAction, ConsentDecision } from './enums.js';

/** @see https://hl7.org/fhir/R5/consent-definitions.html#Consent.provision */
@ObjectType({
  description:
    'An exception to what its consent, or the provision around it, says (FHIR R5 Consent.provision). It holds where all the conditions that are set are met.',
})
export class ConsentProvision {
  @Field(() => ConsentDecision, { description: 'What the exception says.' })
  type!: ProvisionFact['type'];

  @Field(() => Period, { nullable: true, description: 'When it is in force.' })
  period?: Period | null;

  @Field(() => Period, { nullable: true, description: 'The clinical dates of the records meant.' })
  dataPeriod?: Period | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of the parties meant.' })
  actor?: readonly string[] | null;

  @Field(() => [AccessAction], { nullable: true, description: 'What is done with records.' })
  action?: readonly ('READ' | 'DEPOSIT')[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Purposes of use meant (HL7 v3 ActReason).',
  })
  purpose?: readonly string[] | null;

  @Field(() => [Coding], { nullable: true, description: 'Security labels of the records meant.' })
  securityLabel?: readonly Coding[] | null;

  @Field(() => [ConsentScope], { nullable: true, description: 'Categories of the records meant.' })
  category?: readonly Scope[] | null;

  @Field(() => [Coding], { nullable: true, description: 'Codes of the records meant.' })
  code?: readonly Coding[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of the authors of the records meant.' })
  authoredBy?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of the records meant.' })
  records?: readonly string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids of what the records meant are related to, such as an encounter. What a record is related to is not judged: a denial is of all that may be, a permit of none.',
  })
  related?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Conditions of the source that this layer cannot interpret. What they would except is denied.',
  })
  uninterpreted?: readonly string[] | null;

  @Field(() => [ConsentProvision], { nullable: true, description: 'Exceptions to the exception.' })
  provision?: readonly ConsentProvision[] | null;
}
