import { CodeableConcept } from '@causeway/schema/datatypes';
import type { Identifier } from '@causeway/schema/datatypes';
import { Field, ObjectType } from 'type-graphql';
import { annotations, dosages, quantity, reference, references } from './datatypes/index.js';
import type { Annotation, Dosage, Quantity, Reference } from './datatypes/index.js';
import {
  Element,
  Part,
  concept,
  concepts,
  dateTime,
  flag,
  identifiers,
  list,
  part,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import { KeptAtHome } from './labels.js';
import { EncounterOfRecord, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import type { MedicationRequest } from './medication-request.js';
import { MEDICATION_DESCRIPTION, medicationOf } from './medication.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/medicationdispense.html */
@ObjectType({
  description: 'Somebody who took part in the dispense (FHIR MedicationDispense.performer).',
})
export class MedicationDispensePerformer extends Part {
  @Element(concept, 'What they did.')
  readonly function!: CodeableConcept | null;

  @Element(reference, 'Who it was.')
  readonly actor!: Reference | null;
}

/** @see https://hl7.org/fhir/R4/medicationdispense.html */
@ObjectType({
  description: 'Whether another product was given (FHIR MedicationDispense.substitution).',
})
export class MedicationDispenseSubstitution extends Part {
  @Element(flag, 'Whether it was.')
  readonly wasSubstituted!: boolean | null;

  @Element(concept, 'What kind of product was given instead.')
  readonly type!: CodeableConcept | null;

  @Element(concepts, 'Why.')
  readonly reason!: readonly CodeableConcept[] | null;
}

/** @see https://hl7.org/fhir/R4/medicationdispense.html */
@RecordResource('MedicationDispense', {
  patient: 'subject',
  code: 'medicationCodeableConcept',
  codesBeside: ['medication'],
  description: 'A medicine handed over to or for the patient (FHIR MedicationDispense).',
})
export class MedicationDispense extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly context!: LinkedRecord<Encounter>;

  @Field(() => CodeableConcept, { nullable: true, description: MEDICATION_DESCRIPTION })
  get medicationCodeableConcept(): CodeableConcept | null {
    return medicationOf(this.elements);
  }

  @Links('ClinicalRecord', 'The larger events it is a part of.')
  readonly partOf!: LinkedRecords;

  @Element(concept, 'Why it has this status.')
  readonly statusReasonCodeableConcept!: CodeableConcept | null;

  @Element(concept, 'FHIR `category`: inpatient, outpatient, community.', 'category')
  readonly sourceCategory!: CodeableConcept | null;

  @KeptAtHome()
  @Element(list(part(() => MedicationDispensePerformer)), 'Who dispensed it.')
  readonly performer!: readonly MedicationDispensePerformer[] | null;

  @Element(reference, 'Where it was dispensed.')
  readonly location!: Reference | null;

  @Links('MedicationRequest', 'The prescriptions it follows.')
  readonly authorizingPrescription!: LinkedRecords<MedicationRequest>;

  @Element(concept, 'The kind of dispense: first fill, refill, emergency supply.')
  readonly type!: CodeableConcept | null;

  @Element(quantity, 'The amount handed over.')
  readonly quantity!: Quantity | null;

  @Element(quantity, 'How long the amount lasts.')
  readonly daysSupply!: Quantity | null;

  @Element(dateTime, 'When it was made ready.')
  readonly whenPrepared!: string | null;

  @Element(dateTime, 'When it was handed over.')
  readonly whenHandedOver!: string | null;

  @KeptAtHome()
  @Element(references, 'Who took it.')
  readonly receiver!: readonly Reference[] | null;

  @Element(dosages, 'How it is to be taken.')
  readonly dosageInstruction!: readonly Dosage[] | null;

  @Element(part(() => MedicationDispenseSubstitution), 'Whether another product was given.')
  readonly substitution!: MedicationDispenseSubstitution | null;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;
}
