import {
  AdministrativeGender,
  CodeableConcept,
  ContactPoint,
  HumanName,
  ID_DESCRIPTION,
  Identifier,
  PRACTITIONER_ROLE_DESCRIPTION,
  Period,
} from '@causeway/schema/datatypes';
import type { Gender } from '@causeway/schema/datatypes';
import { Key, Open } from '@causeway/schema/decorators';
import { Field, ID, ObjectType } from 'type-graphql';
import { Organization } from './organization.js';

/** @see https://hl7.org/fhir/R4/practitioner.html */
@Key('id')
@Open()
@ObjectType('Practitioner', { description: 'A healthcare professional (FHIR Practitioner).' })
export class Practitioner {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => [Identifier], { description: 'Business identifiers.' })
  identifier!: Identifier[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the professional is in practice; null where nothing is said of it.',
  })
  active?: boolean | null;

  @Field(() => [HumanName], {
    description:
      'Names, one for each script they are written in: `en`, `zh-Hant-HK`, `zh-Hans-CN`. None is derived from another.',
  })
  name!: HumanName[];

  @Field(() => AdministrativeGender, { nullable: true, description: 'Administrative gender.' })
  gender?: Gender | null;

  @Field(() => [ContactPoint], { description: 'Ways to reach the professional.' })
  telecom!: ContactPoint[];
}

/** @see https://hl7.org/fhir/R4/practitionerrole.html */
@Key('id')
@Open()
@ObjectType('PractitionerRole', { description: PRACTITIONER_ROLE_DESCRIPTION })
export class PractitionerRole {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => [Identifier], { description: 'Business identifiers.' })
  identifier!: Identifier[];

  @Field(() => Boolean, { description: 'Whether the role is in use.' })
  active!: boolean;

  @Field(() => Period, {
    nullable: true,
    description: 'From when until when the professional has the role.',
  })
  period?: Period | null;

  @Field(() => Practitioner, { nullable: true, description: 'The professional.' })
  practitioner?: Practitioner | null;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organisation for which the professional acts.',
  })
  organization?: Organization | null;

  @Field(() => String, {
    description: 'The profession, which bounds what the role may read: `DOCTOR`, `PHARMACIST`.',
  })
  profession!: string;

  @Field(() => [CodeableConcept], { description: 'The role by codes, as its source gives them.' })
  code!: CodeableConcept[];

  @Field(() => [CodeableConcept], { description: 'Specialties.' })
  specialty!: CodeableConcept[];

  @Field(() => String, {
    nullable: true,
    description: 'The number of the licence or registration that the role rests on.',
  })
  licenceRef?: string | null;
}
