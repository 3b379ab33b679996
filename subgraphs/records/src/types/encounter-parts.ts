/** The parts of an Encounter. @see https://hl7.org/fhir/R4/encounter.html */
import type { CodeableConcept, Period } from '@causeway/schema/datatypes';
import { Field, ObjectType } from 'type-graphql';
import type { Element as Json } from '../fhir/elements.js';
import type { ClinicalRecord } from './clinical-record.js';
import { Condition } from './condition.js';
import { reference } from './datatypes/index.js';
import type { Reference } from './datatypes/index.js';
import { Element, Part, concept, concepts, integer, period, text } from './elements/index.js';

/** A status that an encounter had. */
@ObjectType({ description: 'A status that the encounter had (FHIR Encounter.statusHistory).' })
export class EncounterStatusHistory extends Part {
  @Element(text, 'The status.')
  readonly status!: string | null;

  @Element(period, 'From when until when it had this status.')
  readonly period!: Period | null;
}

/** Somebody who took part in an encounter. */
@ObjectType({ description: 'Somebody who took part (FHIR Encounter.participant).' })
export class EncounterParticipant extends Part {
  @Element(concepts, 'What they did there.')
  readonly type!: readonly CodeableConcept[] | null;

  @Element(period, 'From when until when they took part.')
  readonly period!: Period | null;

  @Element(reference, 'Who it was.')
  readonly individual!: Reference | null;
}

/** Admission and discharge. */
@ObjectType({ description: 'Admission and discharge (FHIR Encounter.hospitalization).' })
export class EncounterHospitalization extends Part {
  @Element(concept, 'From where the patient was admitted: by a referral, through emergency.')
  readonly admitSource!: CodeableConcept | null;

  @Element(concept, 'That it was a readmission.')
  readonly reAdmission!: CodeableConcept | null;

  @Element(reference, 'Where the patient went.')
  readonly destination!: Reference | null;

  @Element(concept, 'What kind of place the patient went to.')
  readonly dischargeDisposition!: CodeableConcept | null;
}

/** A place where the patient was. */
@ObjectType({ description: 'A place where the patient was (FHIR Encounter.location).' })
export class EncounterLocation extends Part {
  @Element(reference, 'The place.')
  readonly location!: Reference | null;

  @Element(text, 'planned, active, reserved or completed.')
  readonly status!: string | null;

  @Element(concept, 'The kind of place: bed, ward.')
  readonly physicalType!: CodeableConcept | null;

  @Element(period, 'From when until when the patient was there.')
  readonly period!: Period | null;
}

/** A diagnosis of an encounter. */
@ObjectType({ description: 'A diagnosis of the encounter (FHIR Encounter.diagnosis).' })
export class EncounterDiagnosis extends Part {
  @Field(() => Condition, { nullable: true, description: 'The diagnosis.' })
  readonly condition: ClinicalRecord;

  @Element(concept, 'What it was to the encounter: admission, discharge or billing diagnosis.')
  readonly use!: CodeableConcept | null;

  @Element(integer, 'Its rank among those of the same use, from 1.')
  readonly rank!: number | null;

  constructor(elements: Json, condition: ClinicalRecord) {
    super(elements);
    this.condition = condition;
  }
}
