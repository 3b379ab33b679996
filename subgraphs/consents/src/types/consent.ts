import type { ConsentFact } from '@causeway/schema';
import {
  CodeableConcept,
  FhirDateTime,
  ID_DESCRIPTION,
  OrganizationKey,
  Period,
} from '@causeway/schema/datatypes';
import { Consent as Labelled, Key, Subject } from '@causeway/schema/decorators';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ConsentProvision } from './consent-provision.js';
import {
  ConsentDecision,
  ConsentKind,
  ConsentStatus,
  ConsentVerificationOutcome,
} from './enums.js';
import { Patient } from './patient.js';

/** @see https://hl7.org/fhir/R5/consent-definitions.html#Consent.policyBasis */
@ObjectType({ description: 'The policy that a consent rests on (FHIR R5 Consent.policyBasis).' })
export class ConsentPolicyBasis {
  @Field(() => String, { nullable: true, description: 'A FHIR reference to the policy.' })
  reference?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the policy is published.' })
  url?: string | null;
}

/** @see https://hl7.org/fhir/R5/consent-definitions.html#Consent.verification */
@ObjectType({ description: 'How a consent was verified (FHIR R5 Consent.verification).' })
export class ConsentVerification {
  @Field(() => ConsentVerificationOutcome, { description: 'Whether it was verified.' })
  outcome!: 'VERIFIED' | 'NOT_VERIFIED';

  @Field(() => CodeableConcept, { nullable: true, description: 'In which way.' })
  verificationType?: CodeableConcept | null;

  @Field(() => String, { nullable: true, description: 'A FHIR reference to who verified it.' })
  verifiedBy?: string | null;

  @Field(() => String, { nullable: true, description: 'A FHIR reference to with whom.' })
  verifiedWith?: string | null;

  @Field(() => [FhirDateTime], { description: 'When.' })
  verificationDate!: readonly string[];
}

/** @see https://hl7.org/fhir/R5/consent.html */
@Key('id')
@Subject({ id: 'subject { id }', party: 'grantee { id }' })
@Labelled('CONSENT')
@ObjectType({
  description:
    'What a patient agrees to or refuses (FHIR R5 Consent). A party to it learns that it exists, and nothing of what the patient chose.',
})
export class Consent {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => Int, { description: 'The version; it grows with every change.' })
  version!: number;

  @Field(() => ConsentStatus, { description: 'Where it stands in its life.' })
  status!: ConsentFact['status'];

  @Field(() => ConsentKind, { description: 'What it is about.' })
  kind!: ConsentFact['kind'];

  @Field(() => [CodeableConcept], {
    nullable: true,
    description: 'How it is classified. For the patient.',
  })
  category?: readonly CodeableConcept[] | null;

  @Field(() => Patient, { nullable: true, description: 'The patient it is of.' })
  subject?: Patient | null;

  @Field(() => String, {
    nullable: true,
    description: 'A FHIR reference to who gave it. For the patient.',
  })
  grantor?: string | null;

  @Field(() => [OrganizationKey], {
    description: 'Whom it speaks of; none is no one in particular. To a party: itself.',
  })
  grantee!: OrganizationKey[];

  @Field(() => FhirDateTime, { nullable: true, description: 'When it was given.' })
  dateTime?: string | null;

  @Field(() => Period, { nullable: true, description: 'When it is in force, if active.' })
  period?: Period | null;

  @Field(() => ConsentDecision, {
    nullable: true,
    description: 'What it says where no provision says otherwise. For the patient.',
  })
  decision?: ConsentFact['decision'] | null;

  @Field(() => [ConsentProvision], {
    nullable: true,
    description: 'Exceptions to the decision. For the patient.',
  })
  provision?: ConsentProvision[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A FHIR reference to the document it was given in. For the patient.',
  })
  sourceReference?: string | null;

  @Field(() => ConsentPolicyBasis, {
    nullable: true,
    description: 'The policy it rests on. For the patient.',
  })
  policyBasis?: ConsentPolicyBasis | null;

  @Field(() => [ConsentVerification], {
    nullable: true,
    description: 'How it was verified. For the patient.',
  })
  verification?: readonly ConsentVerification[] | null;

  @Field(() => Consent, { nullable: true, description: 'The consent that took its place.' })
  supersededBy?: Consent | null;
}
