import { CodeableConcept } from '@causeway/schema/datatypes';
import type { Identifier, Period } from '@causeway/schema/datatypes';
import { Field, ObjectType } from 'type-graphql';
import { annotations, dosages, quantity, reference } from './datatypes/index.js';
import type { Annotation, Dosage, Quantity, Reference } from './datatypes/index.js';
import {
  Element,
  Part,
  concept,
  concepts,
  dateTime,
  flag,
  identifiers,
  integer,
  part,
  period,
  text,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import { KeptAtHome, TellsOf } from './labels.js';
import { EncounterOfRecord, Link, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import { MEDICATION_DESCRIPTION, medicationOf } from './medication.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/medicationrequest.html */
@ObjectType({
  description: 'What the pharmacy may hand over (FHIR MedicationRequest.dispenseRequest).',
})
export class MedicationRequestDispenseRequest extends Part {
  @Element(quantity, 'The time between two dispenses at least.')
  readonly dispenseInterval!: Quantity | null;

  @Element(period, 'From when until when the prescription may be used.')
  readonly validityPeriod!: Period | null;

  @Element(integer, 'How many times it may be repeated after the first.')
  readonly numberOfRepeatsAllowed!: number | null;

  @Element(quantity, 'The amount of each dispense.')
  readonly quantity!: Quantity | null;

  @Element(quantity, 'How long the amount is expected to last.')
  readonly expectedSupplyDuration!: Quantity | null;
}

/** @see https://hl7.org/fhir/R4/medicationrequest.html */
@ObjectType({
  description:
    'Whether another product may be given instead (FHIR MedicationRequest.substitution).',
})
export class MedicationRequestSubstitution extends Part {
  @Element(flag, 'Whether it may.')
  readonly allowedBoolean!: boolean | null;

  @Element(concept, 'Whether it may, and how far.')
  readonly allowedCodeableConcept!: CodeableConcept | null;

  @Element(concept, 'Why.')
  readonly reason!: CodeableConcept | null;
}

/** @see https://hl7.org/fhir/R4/medicationrequest.html */
@RecordResource('MedicationRequest', {
  patient: 'subject',
  code: 'medicationCodeableConcept',
  codesBeside: ['medication'],
  description:
    'A prescription or another order of a medicine, of Western or of Chinese medicine (FHIR MedicationRequest).',
})
export class MedicationRequest extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Field(() => CodeableConcept, { nullable: true, description: MEDICATION_DESCRIPTION })
  get medicationCodeableConcept(): CodeableConcept | null {
    return medicationOf(this.elements);
  }

  @Element(concept, 'Why it has this status.')
  readonly statusReason!: CodeableConcept | null;

  @Element(text, 'proposal, plan, order, original-order, reflex-order or another intent.')
  readonly intent!: string | null;

  @Element(concepts, 'FHIR `category`: inpatient, outpatient, community, discharge.', 'category')
  readonly sourceCategory!: readonly CodeableConcept[] | null;

  @Element(text, 'routine, urgent, asap or stat.')
  readonly priority!: string | null;

  @Element(flag, 'True where the medicine is not to be given.')
  readonly doNotPerform!: boolean | null;

  @Element(flag, 'Whether it was reported rather than ordered here.')
  readonly reportedBoolean!: boolean | null;

  @Element(dateTime, 'When it was written.')
  readonly authoredOn!: string | null;

  @KeptAtHome()
  @Element(reference, 'Who ordered it.')
  readonly requester!: Reference | null;

  @KeptAtHome()
  @Element(reference, 'Who is to give it.')
  readonly performer!: Reference | null;

  @KeptAtHome()
  @Element(reference, 'Who entered it.')
  readonly recorder!: Reference | null;

  @TellsOf('DIAGNOSIS')
  @Element(concepts, 'What it is for. A diagnosis by another door, so labelled as one.')
  readonly reasonCode!: readonly CodeableConcept[] | null;

  @Links('ClinicalRecord', 'The records that say what it is for.')
  readonly reasonReference!: LinkedRecords;

  @Links('ClinicalRecord', 'The requests it follows from.')
  readonly basedOn!: LinkedRecords;

  @Element(concept, 'continuous, acute or seasonal.')
  readonly courseOfTherapyType!: CodeableConcept | null;

  @Element(dosages, 'How it is to be taken.')
  readonly dosageInstruction!: readonly Dosage[] | null;

  @Element(part(() => MedicationRequestDispenseRequest), 'What the pharmacy may hand over.')
  readonly dispenseRequest!: MedicationRequestDispenseRequest | null;

  @Element(
    part(() => MedicationRequestSubstitution),
    'Whether another product may be given instead.',
  )
  readonly substitution!: MedicationRequestSubstitution | null;

  @Link('MedicationRequest', 'The prescription that this one replaces.')
  readonly priorPrescription!: LinkedRecord<MedicationRequest>;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;
}
