import type { Action, ClinicalScope } from '@causeway/schema';
import { FhirDateTime, SharableCategory } from '@causeway/schema/datatypes';
import { Field, ID, InputType } from 'type-graphql';
import { AccessAction, SupposedConsentKind } from './enums.js';

/** Who is asked about. */
@InputType({
  description:
    'The caller who is asked about: a person, or a professional of an organisation, who may act through a system.',
})
export class AccessCallerInput {
  @Field(() => ID, { nullable: true, description: "A person's Patient id." })
  person?: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of the organisation.' })
  organization?: string | null;

  @Field(() => ID, { nullable: true, description: "The id of the professional's role there." })
  practitionerRole?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the public health record system that acts for them.',
  })
  system?: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of the grant they are bound to.' })
  grant?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The OAuth client that they use; one that the conditions of their recognition designate, if left out.',
  })
  client?: string | null;
}

/** A consent that the patient has not given. */
@InputType({
  description: 'A consent that the patient has not given, to see what it would change.',
})
export class SupposedConsentInput {
  @Field(() => SupposedConsentKind, { description: 'What it is about.' })
  kind!: 'SHARING' | 'RESTRICTION' | 'CROSS_BORDER';

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the organisation; everybody, for a restriction without one.',
  })
  organization?: string | null;

  @Field(() => [SharableCategory], {
    nullable: true,
    description: 'The categories; all of them, if left out.',
  })
  scopes?: ClinicalScope[] | null;
}

/** What is to be explained. */
@InputType({
  description:
    "What is to be explained: who asked for what, when. Without coordinate and record, the patient's data as a whole.",
})
export class ExplainAccessInput {
  @Field(() => AccessCallerInput, { description: 'The caller.' })
  caller!: AccessCallerInput;

  @Field(() => String, { description: 'The purpose of use that they declare (HL7 v3 ActReason).' })
  purpose!: string;

  @Field(() => AccessAction, { defaultValue: 'READ', description: 'What they ask to do.' })
  action!: Action;

  @Field(() => String, {
    nullable: true,
    description: 'A field of the graph by its coordinate, such as `Patient.hkid`.',
  })
  coordinate?: string | null;

  @Field(() => ID, { nullable: true, description: 'A record by its id; it goes before a field.' })
  record?: string | null;

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'As things stood then; as they stand, if left out.',
  })
  at?: string | null;

  @Field(() => SupposedConsentInput, {
    nullable: true,
    description: 'A consent to suppose beside what there is.',
  })
  supposing?: SupposedConsentInput | null;
}
