import type { CodeableConcept, Identifier, Period } from '@causeway/schema/datatypes';
import {
  annotations,
  quantity,
  range,
  ratio,
  reference,
  references,
  sampledData,
} from './datatypes/index.js';
import type {
  Annotation,
  Quantity,
  Range,
  Ratio,
  Reference,
  SampledData,
} from './datatypes/index.js';
import {
  Element,
  concept,
  concepts,
  dateTime,
  flag,
  identifiers,
  integer,
  list,
  part,
  period,
  text,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import { KeptAtHome } from './labels.js';
import { EncounterOfRecord, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import { ObservationComponent, referenceRanges } from './observation-parts.js';
import type { ObservationReferenceRange } from './observation-parts.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/observation.html */
@RecordResource('Observation', {
  patient: 'subject',
  code: 'code',
  description:
    'A measurement, a laboratory result, a finding or a statement about the way of living (FHIR Observation).',
})
export class Observation extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Links('ClinicalRecord', 'The requests it was made for.')
  readonly basedOn!: LinkedRecords;

  @Links('ClinicalRecord', 'The larger events it is a part of.')
  readonly partOf!: LinkedRecords;

  @Element(concepts, 'FHIR `category`: vital-signs, laboratory, social-history.', 'category')
  readonly sourceCategory!: readonly CodeableConcept[] | null;

  @Element(concept, 'What was observed.')
  readonly code!: CodeableConcept | null;

  @Links('ClinicalRecord', 'What the observation is about, if not the patient as such.')
  readonly focus!: LinkedRecords;

  @Element(dateTime, 'When the value was true.')
  readonly effectiveDateTime!: string | null;

  @Element(period, 'From when until when the value was true.')
  readonly effectivePeriod!: Period | null;

  @Element(dateTime, 'The instant at which the value was true.')
  readonly effectiveInstant!: string | null;

  @Element(dateTime, 'When this version was made available.')
  readonly issued!: string | null;

  @KeptAtHome()
  @Element(references, 'Who observed it.')
  readonly performer!: readonly Reference[] | null;

  @Element(quantity, 'The value, an amount.')
  readonly valueQuantity!: Quantity | null;

  @Element(concept, 'The value, a concept.')
  readonly valueCodeableConcept!: CodeableConcept | null;

  @Element(text, 'The value, in words.')
  readonly valueString!: string | null;

  @Element(flag, 'The value, true or false.')
  readonly valueBoolean!: boolean | null;

  @Element(integer, 'The value, a whole number.')
  readonly valueInteger!: number | null;

  @Element(range, 'The value, between two bounds.')
  readonly valueRange!: Range | null;

  @Element(ratio, 'The value, a ratio.')
  readonly valueRatio!: Ratio | null;

  @Element(sampledData, 'The value, a series of measurements.')
  readonly valueSampledData!: SampledData | null;

  @Element(text, 'The value, a time of the day.')
  readonly valueTime!: string | null;

  @Element(dateTime, 'The value, a moment or date.')
  readonly valueDateTime!: string | null;

  @Element(period, 'The value, a span of time.')
  readonly valuePeriod!: Period | null;

  @Element(concept, 'Why there is no value.')
  readonly dataAbsentReason!: CodeableConcept | null;

  @Element(concepts, 'What the value means: high, low, normal.')
  readonly interpretation!: readonly CodeableConcept[] | null;

  @Element(concept, 'Where on the body.')
  readonly bodySite!: CodeableConcept | null;

  @Element(concept, 'How it was done.')
  readonly method!: CodeableConcept | null;

  @Element(reference, 'The specimen.')
  readonly specimen!: Reference | null;

  @Element(reference, 'The device.')
  readonly device!: Reference | null;

  @Element(referenceRanges, 'What values are usual.')
  readonly referenceRange!: readonly ObservationReferenceRange[] | null;

  @Links('ClinicalRecord', 'The observations of the group that this one stands for.')
  readonly hasMember!: LinkedRecords;

  @Links('ClinicalRecord', 'The records it was derived from.')
  readonly derivedFrom!: LinkedRecords;

  @Element(list(part(() => ObservationComponent)), 'Its values, where it has several.')
  readonly component!: readonly ObservationComponent[] | null;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;
}
