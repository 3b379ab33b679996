import type { CodeableConcept, Period } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import { concept, period } from '../elements/concepts.js';
import { Element, Part, list, part } from '../elements/element.js';
import { dateTime, decimal, integer, text } from '../elements/primitives.js';
import { quantity, range } from './quantity.js';
import type { Quantity, Range } from './quantity.js';

/** @see https://hl7.org/fhir/R4/datatypes.html#Timing */
@ObjectType({ description: 'The rule by which something happens again (FHIR Timing.repeat).' })
export class TimingRepeat extends Part {
  @Element(quantity, 'For how long.')
  readonly boundsDuration!: Quantity | null;

  @Element(range, 'For how long, at least and at most.')
  readonly boundsRange!: Range | null;

  @Element(period, 'From when until when.')
  readonly boundsPeriod!: Period | null;

  @Element(integer, 'How many times in all.')
  readonly count!: number | null;

  @Element(integer, 'How many times in all at most.')
  readonly countMax!: number | null;

  @Element(decimal, 'How long each time lasts.')
  readonly duration!: number | null;

  @Element(decimal, 'How long each time lasts at most.')
  readonly durationMax!: number | null;

  @Element(text, 'The unit of the duration: s, min, h, d, wk, mo or a.')
  readonly durationUnit!: string | null;

  @Element(integer, 'How many times in each period.')
  readonly frequency!: number | null;

  @Element(integer, 'How many times in each period at most.')
  readonly frequencyMax!: number | null;

  @Element(decimal, 'How long a period is.')
  readonly period!: number | null;

  @Element(decimal, 'How long a period is at most.')
  readonly periodMax!: number | null;

  @Element(text, 'The unit of the period: s, min, h, d, wk, mo or a.')
  readonly periodUnit!: string | null;

  @Element(list(text), 'The days of the week: mon to sun.')
  readonly dayOfWeek!: readonly string[] | null;

  @Element(list(text), 'The times of the day.')
  readonly timeOfDay!: readonly string[] | null;

  @Element(list(text), 'The events of the day: `AC`, before a meal.')
  readonly when!: readonly string[] | null;

  @Element(integer, 'Minutes before or after that event.')
  readonly offset!: number | null;
}

/** @see https://hl7.org/fhir/R4/datatypes.html#Timing */
@ObjectType({ description: 'When something is to happen, once or again (FHIR Timing).' })
export class Timing extends Part {
  @Element(list(dateTime), 'The moments themselves.')
  readonly event!: readonly string[] | null;

  @Element(part(() => TimingRepeat), 'The rule of repetition.')
  readonly repeat!: TimingRepeat | null;

  @Element(concept, 'The rule as a code: `BID`.')
  readonly code!: CodeableConcept | null;
}

/** When something is to happen. */
export const timing = part(() => Timing);
