/** The object types of the patients subgraph, with their labels. */
import type { JoiningStatus as JoiningWord, RelationFact } from '@causeway/schema';
import {
  Address,
  AdministrativeGender,
  CodeableConcept,
  ContactPoint,
  FhirDate,
  FhirDateTime,
  HumanName,
  ID_DESCRIPTION,
  Identifier,
  OrganizationKey,
  PATIENT_DESCRIPTION,
  Period,
} from '@causeway/schema/datatypes';
import type { Gender } from '@causeway/schema/datatypes';
import { Consent, Domestic, Key, Subject } from '@causeway/schema/decorators';
import { Field, ID, ObjectType } from 'type-graphql';
import { JoiningStatus, NotificationChannel, RelatedPersonRole, RelationBasis } from './enums.js';
import type { NotificationPreference as Preference } from './tables.js';

/** How a patient wishes to be told of accesses. */
@ObjectType({ description: 'How a patient wishes to be told of accesses to their record.' })
export class NotificationPreference {
  @Field(() => NotificationChannel, { description: 'The way by which notices come.' })
  channel!: Preference['channel'];

  @Field(() => String, { description: 'The language of notices (BCP 47).' })
  language!: string;

  @Field(() => Boolean, {
    description:
      'Whether the patient wants no notice of ordinary domestic accesses. Notices of cross-border and restricted accesses come all the same.',
  })
  refusesAccessNotices!: boolean;
}

/** @see https://hl7.org/fhir/R4/patient.html */
@Key('id')
@Subject({ id: 'id' })
@Consent('PERSON')
@ObjectType('Patient', { description: PATIENT_DESCRIPTION })
export class Patient {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Domestic()
  @Field(() => [Identifier], { nullable: true, description: 'Business identifiers.' })
  identifier?: Identifier[] | null;

  @Domestic()
  @Field(() => String, {
    nullable: true,
    description: 'Hong Kong identity card number in its normal form, `A123456(3)`.',
  })
  hkid?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The patient's number in the eHealth system.",
  })
  patientNumber?: string | null;

  @Field(() => [HumanName], {
    nullable: true,
    description:
      'Names, one for each script they are written in: `en`, `zh-Hant-HK`, `zh-Hans-CN`. None is derived from another.',
  })
  name?: HumanName[] | null;

  @Field(() => FhirDate, { nullable: true, description: 'Date of birth.' })
  birthDate?: string | null;

  @Field(() => AdministrativeGender, { nullable: true, description: 'Administrative gender.' })
  gender?: Gender | null;

  @Domestic()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the patient has died; null where nothing is said of it.',
  })
  deceasedBoolean?: boolean | null;

  @Domestic()
  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'When the patient died, where that is known.',
  })
  deceased?: string | null;

  @Domestic()
  @Field(() => [Address], { nullable: true, description: 'Postal addresses.' })
  address?: Address[] | null;

  @Domestic()
  @Field(() => [ContactPoint], {
    nullable: true,
    description: 'Telephone numbers and other ways to reach the patient.',
  })
  telecom?: ContactPoint[] | null;

  @Domestic()
  @Field(() => String, {
    nullable: true,
    description: 'The language the patient prefers in healthcare (BCP 47).',
  })
  preferredLanguage?: string | null;

  @Domestic()
  @Field(() => JoiningStatus, {
    nullable: true,
    description: 'The standing in the eHealth system.',
  })
  joiningStatus?: JoiningWord | null;

  @Domestic()
  @Field(() => NotificationPreference, {
    nullable: true,
    description: 'How the patient wishes to be told of accesses.',
  })
  notificationPreference?: NotificationPreference | null;

  @Domestic()
  @Field(() => OrganizationKey, {
    nullable: true,
    description: 'The organisation of the family doctor.',
  })
  generalPractitioner?: OrganizationKey | null;

  @Domestic()
  @Field(() => [RelatedPerson], {
    nullable: true,
    description: 'The people related to the patient, whatever they may do for them.',
  })
  relatedPersons?: RelatedPerson[] | null;

  @Domestic()
  @Field(() => [RepresentedPatient], {
    nullable: true,
    description:
      'The patients whom this person may speak for, as the register has it now; null for all but the person themself.',
  })
  represents?: RepresentedPatient[] | null;
}

/** @see https://hl7.org/fhir/R4/relatedperson.html */
@Key('id')
@Subject({ id: 'patient { id }' })
@Consent('PERSON')
@Domestic()
@ObjectType('RelatedPerson', {
  description:
    'A person related to a patient, who may act for them or be told (FHIR RelatedPerson).',
})
export class RelatedPerson {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => [Identifier], { description: 'Business identifiers.' })
  identifier!: Identifier[];

  @Field(() => Boolean, { description: 'Whether the relation is in use.' })
  active!: boolean;

  @Field(() => Patient, { nullable: true, description: 'The patient.' })
  patient?: Patient | null;

  @Field(() => [CodeableConcept], { description: 'The kinds of relationship.' })
  relationship!: CodeableConcept[];

  @Field(() => RelatedPersonRole, { description: 'What the person may do for the patient.' })
  role!: RelationFact['role'];

  @Field(() => RelationBasis, {
    nullable: true,
    description: "What the person's authority rests on.",
  })
  basis?: RelationFact['basis'];

  @Field(() => [HumanName], {
    description: 'Names, one for each script they are written in. None is derived from another.',
  })
  name!: HumanName[];

  @Field(() => [ContactPoint], { description: 'Ways to reach the person.' })
  telecom!: ContactPoint[];

  @Field(() => AdministrativeGender, { nullable: true, description: 'Administrative gender.' })
  gender?: Gender | null;

  @Field(() => FhirDate, { nullable: true, description: 'Date of birth.' })
  birthDate?: string | null;

  @Field(() => [Address], { description: 'Postal addresses.' })
  address!: Address[];

  @Field(() => Period, { nullable: true, description: 'From when until when the relation holds.' })
  period?: Period | null;
}

/** A patient whom a person speaks for: who that is, is told to them alone. */
@ObjectType('RepresentedPatient', {
  description: 'A patient whom a person may speak for, as substitute decision maker or caregiver.',
})
export class RepresentedPatient {
  @Field(() => ID, { description: "The patient's id." })
  patient!: string;

  @Field(() => RelatedPersonRole, { description: 'What the person may do for the patient.' })
  role!: RelationFact['role'];

  @Field(() => Period, { nullable: true, description: 'From when until when the relation holds.' })
  period?: Period | null;
}
