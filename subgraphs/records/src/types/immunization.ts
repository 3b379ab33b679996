import type { CodeableConcept, Identifier } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import { annotations, quantity, reference } from './datatypes/index.js';
import type { Annotation, Quantity, Reference } from './datatypes/index.js';
import {
  Element,
  Part,
  concept,
  concepts,
  date,
  dateTime,
  flag,
  identifiers,
  integer,
  list,
  part,
  text,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import { KeptAtHome, TellsOf } from './labels.js';
import { EncounterOfRecord, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import type { Observation } from './observation.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/immunization.html */
@ObjectType({
  description: 'Somebody who took part in the vaccination (FHIR Immunization.performer).',
})
export class ImmunizationPerformer extends Part {
  @Element(concept, 'What they did.')
  readonly function!: CodeableConcept | null;

  @Element(reference, 'Who it was.')
  readonly actor!: Reference | null;
}

/** @see https://hl7.org/fhir/R4/immunization.html */
@ObjectType({ description: 'A reaction to the vaccine (FHIR Immunization.reaction).' })
export class ImmunizationReaction extends Part {
  @Element(dateTime, 'When it began.')
  readonly date!: string | null;

  @Element(flag, 'Whether the patient or a relative told of it.')
  readonly reported!: boolean | null;
}

/** @see https://hl7.org/fhir/R4/immunization.html */
@ObjectType({ description: 'The dose within its series (FHIR Immunization.protocolApplied).' })
export class ImmunizationProtocolApplied extends Part {
  @Element(text, 'The name of the series.')
  readonly series!: string | null;

  @Element(concepts, 'The diseases that the vaccine guards against.')
  readonly targetDisease!: readonly CodeableConcept[] | null;

  @Element(integer, 'The number of the dose.')
  readonly doseNumberPositiveInt!: number | null;

  @Element(text, 'The number of the dose, in words.')
  readonly doseNumberString!: string | null;

  @Element(integer, 'How many doses make the series.')
  readonly seriesDosesPositiveInt!: number | null;

  @Element(text, 'How many doses make the series, in words.')
  readonly seriesDosesString!: string | null;
}

/** @see https://hl7.org/fhir/R4/immunization.html */
@RecordResource('Immunization', {
  patient: 'patient',
  code: 'vaccineCode',
  description: 'A vaccine given, or not given (FHIR Immunization).',
})
export class Immunization extends RecordBase {
  @PatientOfRecord()
  readonly patient!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Element(concept, 'Why it was not given.')
  readonly statusReason!: CodeableConcept | null;

  @Element(concept, 'The vaccine.')
  readonly vaccineCode!: CodeableConcept | null;

  @Element(dateTime, 'When it was given.')
  readonly occurrenceDateTime!: string | null;

  @Element(text, 'When it was given, in words.')
  readonly occurrenceString!: string | null;

  @Element(flag, 'Whether it was recorded by those who gave it.')
  readonly primarySource!: boolean | null;

  @Element(concept, 'Where it was learnt from, if not from those who gave it.')
  readonly reportOrigin!: CodeableConcept | null;

  @Element(reference, 'Where it was given.')
  readonly location!: Reference | null;

  @Element(reference, 'Who made the vaccine.')
  readonly manufacturer!: Reference | null;

  @Element(text, 'The lot number.')
  readonly lotNumber!: string | null;

  @Element(date, 'When the vaccine expires.')
  readonly expirationDate!: string | null;

  @Element(concept, 'Where on the body.')
  readonly site!: CodeableConcept | null;

  @Element(concept, 'How it entered the body.')
  readonly route!: CodeableConcept | null;

  @Element(quantity, 'How much.')
  readonly doseQuantity!: Quantity | null;

  @KeptAtHome()
  @Element(list(part(() => ImmunizationPerformer)), 'Who gave it.')
  readonly performer!: readonly ImmunizationPerformer[] | null;

  @TellsOf('DIAGNOSIS')
  @Element(concepts, 'Why it was given. A diagnosis by another door, so labelled as one.')
  readonly reasonCode!: readonly CodeableConcept[] | null;

  @Links('ClinicalRecord', 'The records that say why it was given.')
  readonly reasonReference!: LinkedRecords;

  @Element(flag, 'Whether the dose was too weak to count.')
  readonly isSubpotent!: boolean | null;

  @Element(concepts, 'Why the dose was too weak.')
  readonly subpotentReason!: readonly CodeableConcept[] | null;

  @Element(concepts, 'The vaccination programmes the patient was eligible for.')
  readonly programEligibility!: readonly CodeableConcept[] | null;

  @TellsOf('ALLERGY_ADR')
  @Element(
    list(part(() => ImmunizationReaction)),
    'Reactions to it: adverse drug reactions, so labelled as such.',
  )
  readonly reaction!: readonly ImmunizationReaction[] | null;

  @Links('Observation', 'The observations that describe the reactions.', 'reaction.detail')
  readonly reactionDetail!: LinkedRecords<Observation>;

  @Element(list(part(() => ImmunizationProtocolApplied)), 'The dose within its series.')
  readonly protocolApplied!: readonly ImmunizationProtocolApplied[] | null;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;
}
