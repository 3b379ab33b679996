import type { CodeableConcept } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import { concept, concepts } from '../elements/concepts.js';
import { Element, Part, list, part } from '../elements/element.js';
import { flag, integer, text } from '../elements/primitives.js';
import { quantity, range, ratio } from './quantity.js';
import type { Quantity, Range, Ratio } from './quantity.js';
import { timing } from './timing.js';
import type { Timing } from './timing.js';

/** @see https://hl7.org/fhir/R4/dosage.html */
@ObjectType({ description: 'How much, or how fast (FHIR Dosage.doseAndRate).' })
export class DosageDoseAndRate extends Part {
  @Element(concept, 'Whether the dose is ordered or calculated.')
  readonly type!: CodeableConcept | null;

  @Element(range, 'The amount each time, between two bounds.')
  readonly doseRange!: Range | null;

  @Element(quantity, 'The amount each time.')
  readonly doseQuantity!: Quantity | null;

  @Element(ratio, 'The amount for each unit of time.')
  readonly rateRatio!: Ratio | null;

  @Element(range, 'The amount for each unit of time, between two bounds.')
  readonly rateRange!: Range | null;

  @Element(quantity, 'The amount for each unit of time, in a unit that says so.')
  readonly rateQuantity!: Quantity | null;
}

/** @see https://hl7.org/fhir/R4/dosage.html */
@ObjectType({ description: 'How a medicine is or was to be taken (FHIR Dosage).' })
export class Dosage extends Part {
  @Element(integer, 'The place in the order of the instructions.')
  readonly sequence!: number | null;

  @Element(text, 'The instruction in words.')
  readonly text!: string | null;

  @Element(concepts, 'Instructions besides: with food, may cause drowsiness.')
  readonly additionalInstruction!: readonly CodeableConcept[] | null;

  @Element(text, 'The instruction in words for the patient.')
  readonly patientInstruction!: string | null;

  @Element(timing, 'When it is taken.')
  readonly timing!: Timing | null;

  @Element(flag, 'Whether it is taken only when needed.')
  readonly asNeededBoolean!: boolean | null;

  @Element(concept, 'What it is taken for when needed.')
  readonly asNeededCodeableConcept!: CodeableConcept | null;

  @Element(concept, 'Where on the body.')
  readonly site!: CodeableConcept | null;

  @Element(concept, 'How it enters the body.')
  readonly route!: CodeableConcept | null;

  @Element(concept, 'The technique.')
  readonly method!: CodeableConcept | null;

  @Element(list(part(() => DosageDoseAndRate)), 'How much, or how fast.')
  readonly doseAndRate!: readonly DosageDoseAndRate[] | null;

  @Element(ratio, 'The most within a period.')
  readonly maxDosePerPeriod!: Ratio | null;

  @Element(quantity, 'The most for each administration.')
  readonly maxDosePerAdministration!: Quantity | null;

  @Element(quantity, 'The most in a lifetime.')
  readonly maxDosePerLifetime!: Quantity | null;
}

/** Instructions for taking a medicine. */
export const dosages = list(part(() => Dosage));
