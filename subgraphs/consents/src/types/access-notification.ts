import type { NoticeDuty, NoticeKind, Scope } from '@causeway/schema';
import {
  Coding,
  ConsentScope,
  FhirDateTime,
  ID_DESCRIPTION,
  OrganizationKey,
} from '@causeway/schema/datatypes';
import { Consent as Labelled, Key, Subject } from '@causeway/schema/decorators';
import { Field, ID, ObjectType } from 'type-graphql';
import { AuditEvent } from './audit-event.js';
import { NotificationDuty, NotificationKind } from './enums.js';
import { Patient } from './patient.js';

/** One of the views that a notice lists. */
@ObjectType({ description: 'An access that a patient is told of.' })
export class AccessView {
  @Field(() => FhirDateTime, { description: 'When it was.' })
  recorded!: string;

  @Field(() => [ConsentScope], { description: 'The scopes whose values were released.' })
  scopes!: readonly Scope[];

  @Field(() => AuditEvent, { nullable: true, description: 'The event in the audit trail.' })
  event?: AuditEvent | null;
}

/** What a patient is told of. */
@Key('id')
@Subject({ id: 'patient { id }' })
@Labelled('NOTIFICATION')
@ObjectType({
  description: 'What a patient is told of: each access to the record, each change of a consent.',
})
export class AccessNotification {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => Patient, { nullable: true, description: 'The patient.' })
  patient?: Patient | null;

  @Field(() => NotificationKind, { description: 'What it tells of.' })
  kind!: NoticeKind;

  @Field(() => NotificationDuty, { description: 'Whether the patient may decline it.' })
  duty!: NoticeDuty;

  @Field(() => FhirDateTime, { description: 'When it happened.' })
  recorded!: string;

  @Field(() => OrganizationKey, {
    nullable: true,
    description: 'The organisation that had access, or that the consent speaks of.',
  })
  organization?: OrganizationKey | null;

  @Field(() => Coding, { description: 'The purpose of use (HL7 v3 ActReason).' })
  purpose!: Coding;

  @Field(() => [ConsentScope], { description: 'The scopes it concerns.' })
  scopes!: readonly Scope[];

  @Field(() => AuditEvent, {
    nullable: true,
    description: 'The event in the audit trail; the first one where it tells of several views.',
  })
  event?: AuditEvent | null;

  @Field(() => [AccessView], {
    description:
      'The accesses it tells of, oldest first: from abroad, those of one practitioner in one minute share a notice. Empty where it tells of anything else.',
  })
  views!: readonly AccessView[];
}
