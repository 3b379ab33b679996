import type { CodeableConcept, Period } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import { quantity, range, ratio, sampledData } from './datatypes/index.js';
import type { Quantity, Range, Ratio, SampledData } from './datatypes/index.js';
import {
  Element,
  Part,
  concept,
  concepts,
  dateTime,
  flag,
  integer,
  list,
  part,
  period,
  text,
} from './elements/index.js';

/** @see https://hl7.org/fhir/R4/observation.html */
@ObjectType({
  description: 'What values are usual, and for whom (FHIR Observation.referenceRange).',
})
export class ObservationReferenceRange extends Part {
  @Element(quantity, 'The lowest usual value.')
  readonly low!: Quantity | null;

  @Element(quantity, 'The highest usual value.')
  readonly high!: Quantity | null;

  @Element(concept, 'The kind of range: normal, recommended, therapeutic.')
  readonly type!: CodeableConcept | null;

  @Element(concepts, 'The people it applies to.')
  readonly appliesTo!: readonly CodeableConcept[] | null;

  @Element(range, 'The ages it applies to.')
  readonly age!: Range | null;

  @Element(text, 'The range in words.')
  readonly text!: string | null;
}

/** Several ranges. */
export const referenceRanges = list(part(() => ObservationReferenceRange));

/** @see https://hl7.org/fhir/R4/observation.html */
@ObjectType({
  description:
    'One of several values of an observation: the systolic of a blood pressure (FHIR Observation.component).',
})
export class ObservationComponent extends Part {
  @Element(concept, 'What was observed.')
  readonly code!: CodeableConcept | null;

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

  @Element(referenceRanges, 'What values are usual.')
  readonly referenceRange!: readonly ObservationReferenceRange[] | null;
}
