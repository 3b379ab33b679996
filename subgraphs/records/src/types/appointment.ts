import type { CodeableConcept, Identifier, Period } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import { reference } from './datatypes/index.js';
import type { Reference } from './datatypes/index.js';
import {
  Element,
  Part,
  concept,
  concepts,
  dateTime,
  identifiers,
  integer,
  list,
  part,
  period,
  text,
} from './elements/index.js';
import { KeptAtHome, TellsOf } from './labels.js';
import { Links, PatientOfRecord } from './links.js';
import type { LinkedRecords } from './links.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';
import type { ServiceRequest } from './service-request.js';

/** @see https://hl7.org/fhir/R4/appointment.html */
@ObjectType({
  description: 'Somebody or something that takes part (FHIR Appointment.participant).',
})
export class AppointmentParticipant extends Part {
  @Element(concepts, 'What they do there.')
  readonly type!: readonly CodeableConcept[] | null;

  @Element(reference, 'Who or what it is.')
  readonly actor!: Reference | null;

  @Element(text, 'required, optional or information-only.')
  readonly required!: string | null;

  @Element(text, 'accepted, declined, tentative or needs-action.')
  readonly status!: string | null;

  @Element(period, 'From when until when they take part.')
  readonly period!: Period | null;
}

/** @see https://hl7.org/fhir/R4/appointment.html */
@RecordResource('Appointment', {
  patient: 'subject',
  code: 'serviceType',
  description: 'An appointment made, kept, missed or cancelled (FHIR Appointment).',
})
export class Appointment extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @Element(concept, 'Why it was cancelled.')
  readonly cancelationReason!: CodeableConcept | null;

  @Element(concepts, 'The broad kind of service.')
  readonly serviceCategory!: readonly CodeableConcept[] | null;

  @Element(concepts, 'The service.')
  readonly serviceType!: readonly CodeableConcept[] | null;

  @Element(concepts, 'The specialty that the service needs.')
  readonly specialty!: readonly CodeableConcept[] | null;

  @Element(concept, 'The style: check-up, follow-up, walk-in.')
  readonly appointmentType!: CodeableConcept | null;

  @TellsOf('DIAGNOSIS')
  @Element(concepts, 'What it is for. A diagnosis by another door, so labelled as one.')
  readonly reasonCode!: readonly CodeableConcept[] | null;

  @Links('ClinicalRecord', 'The records that say what it is for.')
  readonly reasonReference!: LinkedRecords;

  @Element(integer, 'The priority (iCalendar): 0 is none, 1 the highest.')
  readonly priority!: number | null;

  @KeptAtHome()
  @Element(text, 'What it is, in words.')
  readonly description!: string | null;

  @Links('ClinicalRecord', 'Records that belong to its preparation.')
  readonly supportingInformation!: LinkedRecords;

  @Element(dateTime, 'When it begins.')
  readonly start!: string | null;

  @Element(dateTime, 'When it ends.')
  readonly end!: string | null;

  @Element(integer, 'How many minutes it lasts.')
  readonly minutesDuration!: number | null;

  @Element(dateTime, 'When it was made.')
  readonly created!: string | null;

  @KeptAtHome()
  @Element(text, 'A remark in words.')
  readonly comment!: string | null;

  @KeptAtHome()
  @Element(text, 'What the patient is told, in words.')
  readonly patientInstruction!: string | null;

  @Links('ServiceRequest', 'The referrals it was made for.')
  readonly basedOn!: LinkedRecords<ServiceRequest>;

  @KeptAtHome()
  @Element(list(part(() => AppointmentParticipant)), 'Who and what takes part.')
  readonly participant!: readonly AppointmentParticipant[] | null;

  @Element(list(period), 'The times that were asked for.')
  readonly requestedPeriod!: readonly Period[] | null;
}
