import type { AccessEvent, Action, Scope } from '@causeway/schema';
import {
  CodeableConcept,
  Coding,
  ConsentScope,
  FhirDateTime,
  ID_DESCRIPTION,
  OrganizationKey,
  PractitionerRoleKey,
} from '@causeway/schema/datatypes';
import { Consent as Labelled, Key, Subject } from '@causeway/schema/decorators';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  AccessAction,
  AccessReach,
  AccessRelease,
  AuditEventAction,
  AuditEventOutcome,
} from './enums.js';
import { Patient } from './patient.js';

/** @see https://hl7.org/fhir/R4/auditevent-definitions.html#AuditEvent.agent */
@ObjectType({ description: 'Who took part in an event (FHIR AuditEvent.agent).' })
export class AuditEventAgent {
  @Field(() => CodeableConcept, { description: 'In which part.' })
  type!: CodeableConcept;

  @Field(() => String, { description: 'A FHIR reference to who it was, or a name.' })
  who!: string;

  @Field(() => Boolean, { description: 'Whether the event was at their request.' })
  requestor!: boolean;

  @Field(() => OrganizationKey, { nullable: true, description: 'The organisation, if it was one.' })
  organization?: OrganizationKey | null;

  @Field(() => PractitionerRoleKey, {
    nullable: true,
    description: 'The professional, if it was one.',
  })
  practitionerRole?: PractitionerRoleKey | null;
}

/** @see https://hl7.org/fhir/R4/auditevent-definitions.html#AuditEvent.entity */
@ObjectType({ description: 'What an event was about (FHIR AuditEvent.entity).' })
export class AuditEventEntity {
  @Field(() => Coding, { description: 'What kind of thing it is.' })
  type!: Coding;

  @Field(() => Coding, { nullable: true, description: 'The part it plays.' })
  role?: Coding | null;

  @Field(() => String, { description: 'A FHIR reference to it, or its identifier.' })
  what!: string;
}

/** How many records were released of a scope. */
@ObjectType({ description: 'How many records of a scope were released.' })
export class ScopeCount {
  @Field(() => ConsentScope, { description: 'The scope.' })
  scope!: Scope;

  @Field(() => Int, { description: 'The number of records.' })
  count!: number;
}

/**
 * @see https://hl7.org/fhir/R4/auditevent.html
 * @see https://profiles.ihe.net/ITI/BALP/
 */
@Key('id')
@Subject({ id: 'patient { id }' })
@Labelled('AUDIT')
@ObjectType({
  description:
    "A decision on a patient's data, or a change of their consents: who, when, for what purpose, and what was released (FHIR AuditEvent in the shape of IHE BALP).",
})
export class AuditEvent {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => Patient, { nullable: true, description: 'The patient, as asked.' })
  patient?: Patient | null;

  @Field(() => Coding, { description: 'The kind of event.' })
  type!: Coding;

  @Field(() => [Coding], { description: 'The kind of event, more closely.' })
  subtype!: readonly Coding[];

  @Field(() => AuditEventAction, { description: 'What was done.' })
  action!: 'CREATE' | 'UPDATE' | 'EXECUTE';

  @Field(() => FhirDateTime, { description: 'When it was decided.' })
  recorded!: string;

  @Field(() => AuditEventOutcome, { description: 'How it was decided.' })
  outcome!: AccessEvent['outcome'];

  @Field(() => String, { nullable: true, description: 'What came of it, in words.' })
  outcomeDesc?: string | null;

  @Field(() => [CodeableConcept], {
    description: 'The purpose of use that was declared (HL7 v3 ActReason).',
  })
  purposeOfEvent!: readonly CodeableConcept[];

  @Field(() => [AuditEventAgent], { description: 'Who took part.' })
  agent!: readonly AuditEventAgent[];

  @Field(() => [AuditEventEntity], {
    description: 'What it was about: the patient, the consents it rests on, the token.',
  })
  entity!: readonly AuditEventEntity[];

  @Field(() => AccessAction, { description: 'What the caller asked to do.' })
  requested!: Action;

  @Field(() => AccessReach, { description: 'Where it was asked from.' })
  reach!: 'DOMESTIC' | 'CROSS_BORDER';

  @Field(() => AccessRelease, { description: 'What became of the answer.' })
  release!: AccessEvent['release'];

  @Field(() => [ConsentScope], { description: 'The scopes whose values were released.' })
  scopes!: readonly Scope[];

  @Field(() => [ScopeCount], { description: 'How many records were released.' })
  counts!: readonly ScopeCount[];
}
