import { ObjectType } from 'type-graphql';
import { Element, Part, part } from '../elements/element.js';
import { text } from '../elements/primitives.js';

/** @see https://hl7.org/fhir/R4/narrative.html */
@ObjectType({ description: 'A record in words, for people to read (FHIR Narrative).' })
export class Narrative extends Part {
  @Element(text, 'generated, extensions, additional or empty.')
  readonly status!: string | null;

  @Element(text, 'The words, without the mark-up of the source.')
  readonly div!: string | null;
}

/** A record in words. */
export const narrative = part(() => Narrative);
