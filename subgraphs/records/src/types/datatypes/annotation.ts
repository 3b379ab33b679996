import { ObjectType } from 'type-graphql';
import { Element, Part, list, part } from '../elements/element.js';
import { dateTime, text } from '../elements/primitives.js';

/** @see https://hl7.org/fhir/R4/datatypes.html#Annotation */
@ObjectType({ description: 'A note in free text, with its author and time (FHIR Annotation).' })
export class Annotation extends Part {
  @Element(text, 'Who wrote it, by name.')
  readonly authorString!: string | null;

  @Element(dateTime, 'When it was written.')
  readonly time!: string | null;

  @Element(text, 'The note, in Markdown.')
  readonly text!: string | null;
}

/** Notes in free text. */
export const annotations = list(part(() => Annotation));
