import type { CodeableConcept, Identifier, Period } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import type { Condition } from './condition.js';
import { annotations, quantity, range, reference } from './datatypes/index.js';
import type { Annotation, Quantity, Range, Reference } from './datatypes/index.js';
import {
  Element,
  Part,
  concept,
  concepts,
  dateTime,
  identifiers,
  list,
  part,
  period,
  text,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import { KeptAtHome, TellsOf } from './labels.js';
import { EncounterOfRecord, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/procedure.html */
@ObjectType({ description: 'Somebody who took part in a procedure (FHIR Procedure.performer).' })
export class ProcedurePerformer extends Part {
  @Element(concept, 'What they did.')
  readonly function!: CodeableConcept | null;

  @Element(reference, 'Who it was.')
  readonly actor!: Reference | null;

  @Element(reference, 'The organisation they acted for.')
  readonly onBehalfOf!: Reference | null;
}

/** @see https://hl7.org/fhir/R4/procedure.html */
@RecordResource('Procedure', {
  patient: 'subject',
  code: 'code',
  description: 'An operation or another procedure done to the patient (FHIR Procedure).',
})
export class Procedure extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Links('ClinicalRecord', 'The requests it was done for.')
  readonly basedOn!: LinkedRecords;

  @Links('ClinicalRecord', 'The larger events it is a part of.')
  readonly partOf!: LinkedRecords;

  @Element(concept, 'Why it has this status: why it was not done.')
  readonly statusReason!: CodeableConcept | null;

  @Element(concept, 'FHIR `category`: surgical, diagnostic, counselling.', 'category')
  readonly sourceCategory!: CodeableConcept | null;

  @Element(concept, 'The procedure.')
  readonly code!: CodeableConcept | null;

  @Element(dateTime, 'When it was done.')
  readonly performedDateTime!: string | null;

  @Element(period, 'From when until when it was done.')
  readonly performedPeriod!: Period | null;

  @Element(text, 'When it was done, in words.')
  readonly performedString!: string | null;

  @Element(quantity, 'The age at which it was done.')
  readonly performedAge!: Quantity | null;

  @Element(range, 'The ages between which it was done.')
  readonly performedRange!: Range | null;

  @KeptAtHome()
  @Element(reference, 'Who recorded it.')
  readonly recorder!: Reference | null;

  @KeptAtHome()
  @Element(reference, 'Who told of it.')
  readonly asserter!: Reference | null;

  @KeptAtHome()
  @Element(list(part(() => ProcedurePerformer)), 'Who did it.')
  readonly performer!: readonly ProcedurePerformer[] | null;

  @Element(reference, 'Where it was done.')
  readonly location!: Reference | null;

  @TellsOf('DIAGNOSIS')
  @Element(concepts, 'Why it was done. A diagnosis by another door, so labelled as one.')
  readonly reasonCode!: readonly CodeableConcept[] | null;

  @Links('ClinicalRecord', 'The records that say why it was done.')
  readonly reasonReference!: LinkedRecords;

  @Element(concepts, 'Where on the body.')
  readonly bodySite!: readonly CodeableConcept[] | null;

  @Element(concept, 'What came of it.')
  readonly outcome!: CodeableConcept | null;

  @Links('ClinicalRecord', 'The reports about it.')
  readonly report!: LinkedRecords;

  @TellsOf('DIAGNOSIS')
  @Element(concepts, 'Complications after it: diagnoses, so labelled as such.')
  readonly complication!: readonly CodeableConcept[] | null;

  @Links('Condition', 'The conditions that came of it.')
  readonly complicationDetail!: LinkedRecords<Condition>;

  @Element(concepts, 'Instructions for afterwards.')
  readonly followUp!: readonly CodeableConcept[] | null;

  @Element(concepts, 'What was used.')
  readonly usedCode!: readonly CodeableConcept[] | null;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;
}
