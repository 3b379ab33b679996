import { ObjectType } from 'type-graphql';
import { Element, Part, part } from '../elements/element.js';
import { decimal, integer, text } from '../elements/primitives.js';

/** @see https://hl7.org/fhir/R4/datatypes.html#Quantity */
@ObjectType({
  description:
    'A measured amount (FHIR Quantity, Age, Duration), in the unit of its source; nothing is converted.',
})
export class Quantity extends Part {
  @Element(decimal, 'The number.')
  readonly value!: number | null;

  @Element(text, 'Where the number is a bound: `<`, `<=`, `>=` or `>`.')
  readonly comparator!: string | null;

  @Element(text, 'The unit as it is to be shown.')
  readonly unit!: string | null;

  @Element(text, 'The URI of the system that defines the code of the unit.')
  readonly system!: string | null;

  @Element(text, 'The code of the unit: `mmol/L` of UCUM.')
  readonly code!: string | null;
}

/** A measured amount. */
export const quantity = part(() => Quantity);

/** @see https://hl7.org/fhir/R4/datatypes.html#Range */
@ObjectType({ description: 'The values between two amounts, both included (FHIR Range).' })
export class Range extends Part {
  @Element(quantity, 'The lowest value; open if absent.')
  readonly low!: Quantity | null;

  @Element(quantity, 'The highest value; open if absent.')
  readonly high!: Quantity | null;
}

/** The values between two amounts. */
export const range = part(() => Range);

/** @see https://hl7.org/fhir/R4/datatypes.html#Ratio */
@ObjectType({ description: 'One amount for each of another (FHIR Ratio).' })
export class Ratio extends Part {
  @Element(quantity, 'The amount above the line.')
  readonly numerator!: Quantity | null;

  @Element(quantity, 'The amount below the line.')
  readonly denominator!: Quantity | null;
}

/** One amount for each of another. */
export const ratio = part(() => Ratio);

/** @see https://hl7.org/fhir/R4/datatypes.html#SampledData */
@ObjectType({ description: 'A series of measurements at regular intervals (FHIR SampledData).' })
export class SampledData extends Part {
  @Element(quantity, 'The zero value and its unit.')
  readonly origin!: Quantity | null;

  @Element(decimal, 'Milliseconds between two measurements.')
  readonly period!: number | null;

  @Element(decimal, 'What each value is multiplied by before the origin is added.')
  readonly factor!: number | null;

  @Element(decimal, 'Below it, a value reads `L`.')
  readonly lowerLimit!: number | null;

  @Element(decimal, 'Above it, a value reads `U`.')
  readonly upperLimit!: number | null;

  @Element(integer, 'Measurements at each point in time.')
  readonly dimensions!: number | null;

  @Element(text, 'The values, divided by spaces; `E` where the measurement failed.')
  readonly data!: string | null;
}

/** A series of measurements. */
export const sampledData = part(() => SampledData);
