import { Field, ObjectType } from 'type-graphql';
import { Shareable } from '../decorators.js';
import { CodeableConcept } from './coding.js';
import { Period } from './period.js';

/** @see https://hl7.org/fhir/R4/datatypes.html#Identifier */
@Shareable()
@ObjectType({ description: 'A business identifier (FHIR Identifier).' })
export class Identifier {
  @Field(() => String, { nullable: true, description: 'usual, official, temp, secondary or old.' })
  use?: string | null;

  @Field(() => CodeableConcept, { nullable: true, description: 'What kind of identifier it is.' })
  type?: CodeableConcept | null;

  @Field(() => String, {
    nullable: true,
    description: 'The URI of the namespace the value is unique in.',
  })
  system?: string | null;

  @Field(() => String, { nullable: true, description: 'The value.' })
  value?: string | null;
}

/** @see https://hl7.org/fhir/R4/datatypes.html#HumanName */
@Shareable()
@ObjectType({ description: 'A name of a person in one script (FHIR HumanName).' })
export class HumanName {
  @Field(() => String, {
    nullable: true,
    description: 'usual, official, temp, nickname, anonymous, old or maiden.',
  })
  use?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole name as it is to be shown.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The family name.' })
  family?: string | null;

  @Field(() => [String], { nullable: true, description: 'Given names, in order.' })
  given?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Parts that come before the name.' })
  prefix?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The language and script (BCP 47): en, zh-Hant-HK, zh-Hans-CN.',
  })
  language?: string | null;

  @Field(() => Period, { nullable: true, description: 'When the name is or was in use.' })
  period?: Period | null;
}

/** @see https://hl7.org/fhir/R4/datatypes.html#ContactPoint */
@Shareable()
@ObjectType({ description: 'A way to reach somebody (FHIR ContactPoint).' })
export class ContactPoint {
  @Field(() => String, {
    nullable: true,
    description: 'phone, fax, email, pager, url, sms or other.',
  })
  system?: string | null;

  @Field(() => String, { nullable: true, description: 'The number or address.' })
  value?: string | null;

  @Field(() => String, { nullable: true, description: 'home, work, temp, old or mobile.' })
  use?: string | null;
}

/** @see https://hl7.org/fhir/R4/datatypes.html#Address */
@Shareable()
@ObjectType({ description: 'A postal address (FHIR Address).' })
export class Address {
  @Field(() => String, { nullable: true, description: 'home, work, temp, old or billing.' })
  use?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole address as it is to be shown.' })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'Street, number, building, floor.' })
  line?: string[] | null;

  @Field(() => String, { nullable: true, description: 'City or town.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'District or county.' })
  district?: string | null;

  @Field(() => String, { nullable: true, description: 'Province or state.' })
  state?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Country or region (ISO 3166).' })
  country?: string | null;
}
