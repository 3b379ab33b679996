import {
  Address,
  CodeableConcept,
  ContactPoint,
  ID_DESCRIPTION,
  Identifier,
  ORGANIZATION_DESCRIPTION,
  Period,
} from '@causeway/schema/datatypes';
import { Key, Open } from '@causeway/schema/decorators';
import { Field, ID, ObjectType } from 'type-graphql';
import { RegistrationStatus } from '../enums.js';
import type { RegistrationStatus as RegistrationWord } from '../tables.js';
import { LocalisedText } from './localised-text.js';
import { Recognition } from './recognition.js';

/** A registration as domestic healthcare provider. */
@ObjectType({ description: 'A registration as healthcare provider in Hong Kong.' })
export class Registration {
  @Field(() => RegistrationStatus, { description: 'The status.' })
  status!: RegistrationWord;

  @Field(() => Period, { nullable: true, description: 'From when until when it is registered.' })
  period?: Period | null;
}

/** @see https://hl7.org/fhir/R4/organization.html */
@Key('id')
@Open()
@ObjectType('Organization', { description: ORGANIZATION_DESCRIPTION })
export class Organization {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => [Identifier], { description: 'Business identifiers.' })
  identifier!: Identifier[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the organisation is still in being; null where nothing is said of it.',
  })
  active?: boolean | null;

  @Field(() => [CodeableConcept], { description: 'The kinds of organisation it is.' })
  type!: CodeableConcept[];

  @Field(() => [LocalisedText], {
    description: 'Its names, one for each script they are written in.',
  })
  names!: LocalisedText[];

  @Field(() => [ContactPoint], { description: 'Ways to reach it.' })
  telecom!: ContactPoint[];

  @Field(() => [Address], { description: 'Where it is.' })
  address!: Address[];

  @Field(() => Organization, { nullable: true, description: 'The organisation it is a part of.' })
  partOf?: Organization | null;

  @Field(() => String, { description: 'Its jurisdiction (ISO 3166-2): `HK`, `CN-GD`.' })
  jurisdiction!: string;

  @Field(() => String, { nullable: true, description: 'The city within the jurisdiction.' })
  city?: string | null;

  @Field(() => Registration, {
    nullable: true,
    description:
      'Its registration as healthcare provider in Hong Kong; null for one that has none.',
  })
  registration?: Registration | null;

  @Field(() => Boolean, {
    description:
      'Whether a patient who joins is taken to consent to sharing with it, as with public bodies.',
  })
  deemedConsent!: boolean;

  @Field(() => Recognition, {
    nullable: true,
    description:
      'Its recognition as provider outside Hong Kong, or the last one; null for one that never applied.',
  })
  recognition?: Recognition | null;
}
